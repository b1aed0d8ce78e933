import { type Container, ELEMENT, elementOf, isInline, isSkipped, parentOf, TEXT } from "./elements.ts";
import { bodyIn } from "./frames.ts";
import { asLink, enter, NOWHERE, type Surroundings } from "./surroundings.ts";

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

/** A container's line, or the part of it that an inline element holds. */
interface Line {
  readonly parent: Node;
  readonly container: Container;
  readonly surroundings: Surroundings;
  readonly inLink: boolean;
  readonly isNew: boolean;
  /** Where it was left off. */
  readonly after?: Node;
}

/** Runs without two letters in a row name nobody. Roughly letters: `\p{L}` takes a millisecond to get ready on each page. */
const HAS_WORD = /[A-Za-z\u00c0-\u1fff\u2c00-\u2dff\u3005-\ud7ff\uf900-\uffdc]{2}/;
const HAS_CONTENT = /\S/;

export interface ReaderOptions {
  /** Whether what is furniture whatever the page holds is read as well: on news pages two fifths of all elements. */
  readonly furniture: boolean;
  /** Which elements inside a container that is known already are read with all they hold. */
  readonly isFresh: (element: Element) => boolean;
  /** Whether it is time to let the page have a turn. */
  readonly isLate: () => boolean;
  readonly onRoot: (root: ShadowRoot) => void;
  /** A custom element without a shadow root: it may get one later, of which no record tells. */
  readonly onRootless: (element: Element) => void;
  /** A frame, read or not. */
  readonly onFrame: (frame: Element) => void;
  /** Whether the page has taken a node from its place since the walk began. */
  readonly hasLeft: (node: Node) => boolean;
  /** Of this one not all was read: the place where the walk stood has left. */
  readonly onTorn: (element: Element) => void;
}

/** What one walk over the page, or over changed places of it, finds. */
export class Reader {
  readonly runs: Run[] = [];
  /** Every container whose blocks this reading replaces, also those without any, left out or gone. */
  readonly containers: Container[] = [];
  readonly #options: ReaderOptions;
  readonly #around = new Map<Element, Surroundings>();
  /** What has been left off, from the inside out. */
  #rest: Line[] = [];
  #isPausing = false;
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = "";
  #linked = 0;
  /** Line breaks since the last visible text. */
  #breaks = 0;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** Reads the lines of `container`, and all that it holds where it `isNew`, until it is late. @returns whether it is through */
  read(container: Container, isNew: boolean): boolean {
    this.#container(container, this.#surroundings(elementOf(container)), isNew);
    return !this.#isPausing;
  }

  /** Goes on where it was left off, until it is late again. @returns whether it is through */
  goOn(): boolean {
    const lines = this.#rest;
    this.#rest = [];
    this.#isPausing = false;
    for (const line of lines) {
      if (line.after && this.#options.hasLeft(line.after)) {
        this.#flush(line);
        this.#options.onTorn(elementOf(line.container));
      } else this.#line(line);
    }
    return !this.#isPausing;
  }

  /** Of what stands in `element`, told from it and its ancestors. */
  #surroundings(element: Element | null): Surroundings {
    if (!element) return NOWHERE;
    const known = this.#around.get(element) ?? enter(element, this.#surroundings(parentOf(element)));
    this.#around.set(element, known);
    return known;
  }

  #container(container: Container, surroundings: Surroundings, isNew: boolean): void {
    this.containers.push(container);
    if (surroundings.furniture && !this.#options.furniture) return;
    if ((container as Element).localName === "iframe") return this.#frame(container as Element);
    const shadow = (container as Element).shadowRoot;
    if (shadow) {
      this.#options.onRoot(shadow);
      this.#container(shadow, surroundings, isNew);
    }
    this.#line({ parent: container, container, surroundings, inLink: surroundings.link, isNew });
  }

  /** What a frame holds for browsers without frames is no text of the page. */
  #frame(frame: Element): void {
    const body = bodyIn(frame);
    if (body) this.#container(body, this.#surroundings(body), true);
  }

  #line(line: Line): void {
    if (this.#isPausing) {
      this.#rest.push(line);
      return;
    }
    const { parent, container, inLink, after } = line;
    for (let child = after ? after.nextSibling : parent.firstChild; child; child = child.nextSibling) {
      const { nodeType } = child;
      if (nodeType === TEXT) this.#add(child as Text, inLink);
      else if (nodeType === ELEMENT) {
        this.#element(child as Element, line);
        // Where a block has just ended nothing is half read.
        this.#isPausing ||= !this.#nodes.length && this.#options.isLate();
        if (this.#isPausing) {
          // What is left, from the inside out.
          this.#rest.push({ ...line, after: child });
          return;
        }
      }
    }
    if (parent === container) this.#flush(line);
  }

  #element(element: Element, line: Line): void {
    const { surroundings, inLink } = line;
    const tag = element.localName;
    if (tag === "br") return this.#breakLine(line);
    if (tag === "iframe") this.#options.onFrame(element);
    if (isSkipped(element, tag)) return;
    const isNew = line.isNew || this.#options.isFresh(element);
    if (isNew && tag.includes("-") && !element.shadowRoot) this.#options.onRootless(element);
    if (isInline(element, tag)) {
      const { container } = line;
      return this.#line({ parent: element, container, surroundings, inLink: inLink || tag === "a", isNew });
    }
    this.#flush(line);
    if (isNew) this.#container(element, enter(element, inLink ? asLink(surroundings) : surroundings), true);
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
  #breakLine(line: Line): void {
    if (++this.#breaks > 1) this.#flush(line);
    else if (this.#text) this.#text += "\n";
  }

  #flush({ container, surroundings }: Line): void {
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
