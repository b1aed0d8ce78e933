/** What a page could take for its own: a click beside its menu, a wheel to scroll smoothly, a press that it forbids, a focus to draw back. */
const KEPT =
  "wheel pointerdown pointermove pointerup mousedown mousemove mouseup click dblclick auxclick contextmenu touchstart touchmove touchend selectstart dragstart copy focusin focusout";
/** Keys that work the card while it has the focus; a page's own meaning for them, a video's pause say, is not meant then. */
const OWN_KEYS = /^(?: |Enter|Tab|Page\w+|Arrow\w+|Home|End)$/;

/** Parts what is done on a card from the page around it: the page does not hear of it, and cannot do it in the reader's stead. */
export function keepApart(card: HTMLElement, scroller: Element): void {
  const keep = (event: Event) => event.stopPropagation();
  for (const type of KEPT.split(" ")) card.addEventListener(type, keep, { passive: true });
  for (const type of ["keydown", "keypress", "keyup"] as const)
    card.addEventListener(type, (event) => OWN_KEYS.test(event.key) && keep(event));
  card.addEventListener("wheel", (event) => keepWheel(event, scroller), { passive: false });
  // In Firefox a page can learn of elements in a closed root from the events on them, and send them some of its own.
  card.addEventListener("click", (event) => event.isTrusted || event.stopImmediatePropagation(), { capture: true });
}

/** Where the card has no further to scroll, the page shall not instead; with Control it zooms. */
function keepWheel(event: WheelEvent, { scrollTop, scrollHeight, clientHeight }: Element): void {
  const isAtEnd = event.deltaY < 0 ? scrollTop <= 0 : scrollTop + clientHeight >= scrollHeight - 1;
  if (isAtEnd && !event.ctrlKey) event.preventDefault();
}
