import {
  type Container,
  ELEMENT,
  isFurniture,
  isInline,
  isSkipped,
  parentOf,
  soundsLikeFurniture,
  TEXT,
} from "./elements.ts";

/** One paragraph-like run of page text, as a walk finds it. */
export interface Run {
  /** The data of `nodes` in a row; a line break stands as one newline between them. */
  readonly text: string;
  readonly nodes: readonly Text[];
  /** For each node, where its data begins in `text`. */
  readonly starts: readonly number[];
  /** The block-level element, or shadow root, whose own text this is. */
  readonly container: Container;
  /** How many characters of `text` stand in links. */
  readonly linked: number;
  readonly surroundings: Surroundings;
}

/** What is known of the place of a block from the elements around it. */
export interface Surroundings {
  readonly furniture: boolean;
  readonly heading: boolean;
  readonly link: boolean;
  /** Elements that only sound like furniture, innermost first: they do not count where they hold the article itself. */
  readonly doubts: Doubt | null;
}

interface Doubt {
  readonly element: Element;
  readonly outer: Doubt | null;
}

const NOWHERE: Surroundings = { furniture: false, heading: false, link: false, doubts: null };
/** Runs without two letters in a row name nobody. */
const HAS_WORD = /\p{L}\p{L}/u;
const HAS_CONTENT = /\S/;

/** What one walk over the page, or over changed places of it, finds. */
export class Reader {
  readonly runs: Run[] = [];
  /** Every container whose own text was read, also those without any. */
  readonly containers: Container[] = [];
  /** Open shadow roots met on the way. */
  readonly shadowRoots: ShadowRoot[] = [];
  readonly #enters: (element: Element) => boolean;
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = "";
  #linked = 0;
  /** Line breaks since the last visible text. */
  #breaks = 0;

  /** `enters` tells which block-level elements inside the root are read as well; by default all. */
  constructor(enters: (element: Element) => boolean = () => true) {
    this.#enters = enters;
  }

  /** Reads the text of `container`, in one walk. */
  read(container: Container, surroundings: Surroundings = surroundingsOf(container)): void {
    const isElement = container.nodeType === ELEMENT;
    this.#container(container, isElement ? enter(container as Element, surroundings) : surroundings);
  }

  #container(container: Container, surroundings: Surroundings): void {
    this.containers.push(container);
    const shadow = (container as Element).shadowRoot;
    if (shadow) {
      this.shadowRoots.push(shadow);
      this.#container(shadow, surroundings);
    }
    this.#line(container, container, surroundings, surroundings.link);
    this.#flush(container, surroundings);
  }

  #line(parent: Node, container: Container, surroundings: Surroundings, inLink: boolean): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      const { nodeType } = child;
      if (nodeType === TEXT) this.#add(child as Text, inLink);
      else if (nodeType === ELEMENT) this.#element(child as Element, container, surroundings, inLink);
    }
  }

  #element(element: Element, container: Container, surroundings: Surroundings, inLink: boolean): void {
    const tag = element.localName;
    if (tag === "br") return this.#breakLine(container, surroundings);
    if (isSkipped(element, tag)) return;
    if (isInline(element, tag)) return this.#line(element, container, surroundings, inLink || tag === "a");
    this.#flush(container, surroundings);
    if (this.#enters(element)) this.#container(element, enter(element, inLink ? within(surroundings) : surroundings));
  }

  #add(node: Text, inLink: boolean): void {
    const { data } = node;
    if (!data) return;
    this.#nodes.push(node);
    this.#starts.push(this.#text.length);
    this.#text += data;
    if (this.#breaks && HAS_CONTENT.test(data)) this.#breaks = 0;
    if (inLink) this.#linked += data.length;
  }

  /** One line break lies within a paragraph, two in a row end it. */
  #breakLine(container: Container, surroundings: Surroundings): void {
    if (++this.#breaks > 1) this.#flush(container, surroundings);
    else if (this.#text) this.#text += "\n";
  }

  #flush(container: Container, surroundings: Surroundings): void {
    if (this.#text && HAS_WORD.test(this.#text)) {
      this.runs.push({
        text: this.#text,
        nodes: this.#nodes,
        starts: this.#starts,
        container,
        linked: this.#linked,
        surroundings,
      });
    }
    this.#nodes = [];
    this.#starts = [];
    this.#text = "";
    this.#linked = 0;
  }
}

/** The surroundings of what stands in `container`, told from its ancestors. */
export function surroundingsOf(container: Container): Surroundings {
  const ancestors: Element[] = [];
  for (let at = parentOf(container); at; at = parentOf(at)) ancestors.push(at);
  return ancestors.reduceRight((surroundings, element) => enter(element, surroundings), NOWHERE);
}

function enter(element: Element, outer: Surroundings): Surroundings {
  const furniture = outer.furniture || isFurniture(element);
  const heading = outer.heading || element.localName === "h1";
  const link = outer.link || element.localName === "a";
  const doubts = !furniture && soundsLikeFurniture(element) ? { element, outer: outer.doubts } : outer.doubts;
  const same =
    furniture === outer.furniture && heading === outer.heading && link === outer.link && doubts === outer.doubts;
  return same ? outer : { furniture, heading, link, doubts };
}

function within(surroundings: Surroundings): Surroundings {
  return surroundings.link ? surroundings : { ...surroundings, link: true };
}
