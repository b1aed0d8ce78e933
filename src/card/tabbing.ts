import { aroundRoot } from "../text/elements.ts";

/** What Tab may go to. */
const FOCUSABLE =
  "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]";

/**
 * Has Tab go on from either end of a card to what comes next to its name in the page. The card itself stands at the end of the document:
 * by the browser's own order the reader would lose their place.
 * @returns whether the focus has left the card
 */
export function tabOut(event: KeyboardEvent, card: HTMLElement, name: Node): boolean {
  const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
  if (key !== "Tab" || altKey || ctrlKey || metaKey) return false;
  const stops = reachableIn(card);
  const isAtEnd = shiftKey ? target === stops[0] || !stops.includes(target as HTMLElement) : target === stops.at(-1);
  const hasLeft = isAtEnd && stopsBeside(name, shiftKey).some(takesFocus);
  if (hasLeft) event.preventDefault();
  return hasLeft;
}

/** Nearest first; out of the shadow roots and frames that the name may stand in, too. */
function stopsBeside(name: Node, isBefore: boolean): HTMLElement[] {
  const root = name.getRootNode() as Document | ShadowRoot;
  const side = isBefore ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const beside = [...root.querySelectorAll("*")].filter((element) => name.compareDocumentPosition(element) & side);
  const stops = beside.flatMap(stopsAt);
  const around = aroundRoot(root);
  return [...(isBefore ? stops.reverse() : stops), ...(around ? stopsBeside(around, isBefore) : [])];
}

function reachableIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll("*")].flatMap(stopsAt);
}

/** The element itself, or what a component has within. */
function stopsAt(element: Element): HTMLElement[] {
  const { tabIndex, shadowRoot } = element as HTMLElement;
  const isStop = tabIndex >= 0 && element.matches(FOCUSABLE) && !element.matches(":disabled, [inert], [inert] *");
  const own = isStop && element.checkVisibility({ visibilityProperty: true }) ? [element as HTMLElement] : [];
  return shadowRoot ? [...own, ...reachableIn(shadowRoot)] : own;
}

function takesFocus(stop: HTMLElement): boolean {
  stop.focus();
  return (stop.getRootNode() as Document | ShadowRoot).activeElement === stop;
}
