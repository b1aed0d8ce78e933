import { aroundRoot } from "../text/elements.ts";
import { OWN_ATTRIBUTE } from "../text/own-element.ts";

/** What Tab may go to. */
const FOCUSABLE =
  "a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]";

/**
 * Has a Tab go on from either end of a card to what comes next to its name in the page, or else out of the page. The card itself stands
 * at the end of `scope`, the document or a dialog: by the browser's own order the reader would lose their place.
 * @returns whether it is a Tab
 */
export function tabOn(event: KeyboardEvent, card: HTMLElement, name: Node, scope: Element): boolean {
  const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
  if (key !== "Tab" || altKey || ctrlKey || metaKey) return false;
  const stops = reachableIn(card);
  const isAtEnd = shiftKey ? target === stops[0] || !stops.includes(target as HTMLElement) : target === stops.at(-1);
  if (isAtEnd && stopsBeside(name, shiftKey).some(takesFocus)) event.preventDefault();
  // After the card there is nothing.
  else if (isAtEnd && shiftKey) goBefore(scope);
  return true;
}

/** The browser goes on from where the focus is: from the very start it goes back out of the page. */
function goBefore(scope: Element): void {
  const start = scope.ownerDocument.createElement("div");
  start.setAttribute(OWN_ATTRIBUTE, "");
  start.tabIndex = -1;
  start.addEventListener("blur", () => start.remove());
  scope.prepend(start);
  start.focus({ preventScroll: true });
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
