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
  const next = isAtEnd && stopBeside(name, shiftKey);
  if (!next) return false;
  next.focus();
  const hasLeft = (next.getRootNode() as Document | ShadowRoot).activeElement === next;
  if (hasLeft) event.preventDefault();
  return hasLeft;
}

function stopBeside(name: Node, isBefore: boolean): HTMLElement | null {
  const root = name.getRootNode() as Document | ShadowRoot;
  const side = isBefore ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const stops = reachableIn(root).filter((stop) => name.compareDocumentPosition(stop) & side);
  const { host } = root as Partial<ShadowRoot>;
  return stops.at(isBefore ? -1 : 0) ?? (host ? stopBeside(host, isBefore) : null);
}

function reachableIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) =>
      element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility({ visibilityProperty: true }),
  );
}
