import { bodyIn, frameAround } from "./frames.ts";
import { OWN_ATTRIBUTE } from "./own-element.ts";

/** What elements mean for reading, told by tag and attribute alone: computed styles would double the cost of a walk. */

/** `Node`'s own constants: each look at `Node` goes through the page's window in Firefox and cost a third of the walk. */
export const ELEMENT = 1;
export const TEXT = 3;

/** Whose text is no prose, or not the page's. */
const SKIPPED = new Set(
  (
    "script style noscript template textarea input select datalist button object embed canvas svg math audio video map code kbd " +
    "samp var progress meter head"
  ).split(" "),
);

/** Asked at once, as each question to an element costs more than all that it asks. */
const SKIPPED_BY_ATTRIBUTE = `[hidden],[${OWN_ATTRIBUTE}],[aria-hidden=true],[contenteditable]:not([contenteditable=false]),[role=textbox]`;

/** Elements that stand within a line: they join the text before and after them. All others begin a new block. */
const INLINE = new Set(
  (
    "a abbr acronym b bdi bdo big cite data del dfn em font i img ins label mark nobr q rb rp rt ruby s slot small span strike " +
    "strong sub sup time tt u wbr"
  ).split(" "),
);

/** Landmarks and tags around the article, not of it. */
const FURNITURE =
  "nav,footer,aside,menu,address,[role=navigation],[role=complementary],[role=contentinfo],[role=banner],[role=search],[role=form],[role=toolbar],[role^=menu]";
/** Words in a class or id by which sites name what is not the article, without a plural's s; they count only off the way to the article itself. */
const FURNITURE_WORDS = new Set(
  (
    "comment forum discussion disqu related promo teaser newsletter sidebar rail breadcrumb share sharing social cookie consent " +
    "banner advert advertisement sponsor sponsored signup trending mostread mostviewed mostpopular popular playlist carousel " +
    "authorbio authorinfo authorbox byline outbrain taboola menu footer navbar navigation masthead paywall widget tag morefrom " +
    "moreon morestorie"
  ).split(" "),
);

export function isSkipped(element: Element, tag = element.localName): boolean {
  if (SKIPPED.has(tag) || (tag === "iframe" && !bodyIn(element))) return true;
  // A form answers with its own field to the name of any method that is called like that.
  return tag !== "form" && element.hasAttributes() && element.matches(SKIPPED_BY_ATTRIBUTE);
}

/** Custom elements without a shadow root lie in the line, as browsers lay them out. */
export function isInline(element: Element, tag = element.localName): boolean {
  return INLINE.has(tag) || (tag.includes("-") && element.shadowRoot === null);
}

/** Furniture whatever else the page holds. */
export function isFurniture(element: Element): boolean {
  return element.localName === "form" || element.matches(FURNITURE);
}

/** Whether nothing of an element is read. */
export function isLeftOut(element: Element, wantsFurniture: boolean): boolean {
  return isSkipped(element) || (!wantsFurniture && !isInline(element) && isFurniture(element));
}

/** Pages say the same few over and over, some hundred of them: what makes up ever new ones is not kept for good. */
const MAX_REMEMBERED = 1000;
const remembered = new Map<string, boolean>();

/** A page's header, or called furniture by its class or id. */
export function soundsLikeFurniture(element: Element): boolean {
  if (element.localName === "header" && element.closest("article,main,[role=main]") === null) return true;
  return isFurnitureWord(element.id) || isFurnitureWord(`${element.className}`);
}

function isFurnitureWord(names: string): boolean {
  let known = remembered.get(names);
  if (known === undefined) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    // Looked up, as a pattern of them all takes a millisecond or two to get ready on each page.
    const words = names.toLowerCase().split(/s?(?:[-_ ]|$)/);
    known = words.some(
      (word, i) =>
        FURNITURE_WORDS.has(word) ||
        FURNITURE_WORDS.has(words[i - 1] + word) ||
        /^(?:recirc|recommend|subscri(?!ber))/.test(word),
    );
    remembered.set(names, known);
  }
  return known;
}

/** The block-level element, or the root, that a node's text belongs to. */
export function containerOf(node: Node): Container | null {
  let at: Node | null = node.nodeType === TEXT ? node.parentNode : node;
  while (at && at.nodeType === ELEMENT && isInline(at as Element)) at = at.parentNode;
  return at as Container | null;
}

export type Container = Element | ShadowRoot;

/** A container, or the host of one that is a root. */
export function elementOf(container: Container): Element {
  return container.nodeType === ELEMENT ? (container as Element) : (container as ShadowRoot).host;
}

/** The element around a node, out of shadow roots and frames too. */
export function parentOf(node: Node): Element | null {
  const parent = node.parentNode ?? (node as Partial<ShadowRoot>).host;
  return parent?.nodeType === ELEMENT ? (parent as Element) : aroundRoot(parent ?? node);
}

/** The host of a shadow root, or the frame around a document; null for the page's own, and for what stands in neither. */
export function aroundRoot(root: Node): Element | null {
  return (root as Partial<ShadowRoot>).host ?? frameAround(root as Document);
}
