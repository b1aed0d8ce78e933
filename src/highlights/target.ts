import type { PageText } from "../text/page-text.ts";
import { toOffset, toRange } from "../text/ranges.ts";
import type { Mark, Marks } from "./marks.ts";

/** A mark under a point, and the rectangle of that line of it which the point is on. */
export interface Target {
  readonly mark: Mark;
  readonly line: DOMRect;
}

/** Around a name's rectangle this many CSS px still count as on it: the underline hangs below the letters. */
const SLACK_PX = 2;

/** The mark at a point of the viewport, or null. The browser names the nearest caret, also from a margin, so rectangles decide. */
export function targetAt(document: Document, x: number, y: number, text: PageText, marks: Marks): Target | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: shadowRootsAt(document, x, y) });
  const block = caret && text.blockOf(caret.offsetNode);
  if (!block) return null;
  const offset = toOffset(block, caret.offsetNode, caret.offset);
  // Two at most: names can follow each other without a gap.
  for (const mark of marks.in(block).filter(({ mention }) => mention.start <= offset && offset <= mention.end)) {
    const line = linesOf(mark).find((rect) => isWithin(rect, x, y));
    if (line) return { mark, line };
  }
  return null;
}

/** The rectangles of a mark, one a line at least; none where its text has gone or is hidden. */
export function linesOf({ range }: Mark): DOMRect[] {
  const parent = range.startContainer.parentElement;
  if (parent && !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return [];
  const live = toRange(range);
  return live ? [...live.getClientRects()] : [];
}

function isWithin({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left - SLACK_PX && x <= right + SLACK_PX && y >= top - SLACK_PX && y <= bottom + SLACK_PX;
}

/** Open roots on the way down to the point: without them the browser answers with their host. */
function shadowRootsAt(document: Document, x: number, y: number): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  let root: DocumentOrShadowRoot = document;
  for (;;) {
    const shadow: ShadowRoot | null | undefined = root.elementFromPoint(x, y)?.shadowRoot;
    if (!shadow || roots.includes(shadow)) return roots;
    roots.push(shadow);
    root = shadow;
  }
}
