import { frameAround } from "../text/frames.ts";
import { around } from "./clip.ts";
import type { Mark } from "./marks.ts";
import { wholeLinesOf } from "./shown.ts";
import { elementAt } from "./target.ts";

/** Scrolls a mark into view: in every scroller and frame around it, and only where it is out of sight there. */
export function reveal(mark: Mark): void {
  let inside = around(mark.range.startContainer);
  while (inside) {
    const { ownerDocument } = inside;
    revealIn(inside, () => wholeLinesOf(mark, ownerDocument)[0] ?? new DOMRect());
    inside = frameAround(ownerDocument);
  }
}

/** Scrolls what is around an element in its own document. */
function revealIn(element: Element, lineOf: () => DOMRect): void {
  const { ownerDocument } = element;
  const { scrollingElement, defaultView } = ownerDocument;
  const window = defaultView as Window;
  for (let at: Element | null = element; at && at !== scrollingElement; at = around(at)) {
    const { top, bottom, height } = at.getBoundingClientRect();
    // What is cut off without a way to scroll there is not ours to move: no reader could move it back.
    const isScroller = at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY);
    const line = lineOf();
    if (isScroller && (line.top < top || line.bottom > bottom || isCovered(line, element)))
      scrollBy(at, line.top - top - height / 2);
  }
  const line = lineOf();
  if (line.top < 0 || line.bottom > window.innerHeight || isCovered(line, element))
    scrollBy(window, line.top - window.innerHeight / 2);
}

/** Whether something that stays while the page scrolls lies over the middle of a line, a header say. */
function isCovered({ x, y, width, height }: DOMRect, element: Element): boolean {
  const middle = { x: x + width / 2, y: y + height / 2 };
  for (let { element: at } = elementAt(element.ownerDocument, middle.x, middle.y); at; at = around(at)) {
    if (!/fixed|sticky/.test(getComputedStyle(at).position)) continue;
    const { top, bottom } = at.getBoundingClientRect();
    if (top <= middle.y && middle.y < bottom) return !holds(at, element);
  }
  return false;
}

function holds(outer: Element, element: Element): boolean {
  for (let at: Element | null = element; at; at = around(at)) if (at === outer) return true;
  return false;
}

/** At once: whoever goes from name to name does not want to watch the page pass by. */
function scrollBy(scroller: Element | Window, top: number): void {
  scroller.scrollBy({ top, behavior: "instant" });
}
