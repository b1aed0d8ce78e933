import { frameAround } from "../text/frames.ts";
import type { Mark } from "./marks.ts";
import { linesOf } from "./target.ts";

/** Scrolls a mark into view: in every scroller and frame around it, and only where it is out of sight there. */
export function reveal(mark: Mark): void {
  let inside: Element | null = mark.range.startContainer.parentElement;
  while (inside) {
    const { ownerDocument } = inside;
    revealIn(inside, () => linesOf(mark, ownerDocument)[0] ?? new DOMRect());
    inside = frameAround(ownerDocument);
  }
}

/** Scrolls what is around an element in its own document. */
function revealIn(element: Element, lineOf: () => DOMRect): void {
  const { scrollingElement, defaultView } = element.ownerDocument;
  const window = defaultView as Window;
  let at: Element | null = element;
  while (at && at !== scrollingElement) {
    const { top, bottom, height } = at.getBoundingClientRect();
    const line = lineOf();
    const isScroller = at.scrollHeight > at.clientHeight && getComputedStyle(at).overflowY !== "visible";
    if (isScroller && (line.top < top || line.bottom > bottom)) scrollBy(at, line.top - top - height / 2);
    at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;
  }
  const { top, bottom } = lineOf();
  if (top < 0 || bottom > window.innerHeight) scrollBy(window, top - window.innerHeight / 2);
}

/** At once: whoever goes from name to name does not want to watch the page pass by. */
function scrollBy(scroller: Element | Window, top: number): void {
  scroller.scrollBy({ top, behavior: "instant" });
}
