import { bodyIn, frameAround, intoFrame, outOfFrames } from "../text/frames.ts";
import { toRange } from "../text/ranges.ts";
import type { Mark } from "./marks.ts";

/** A mark under a point, and the rectangle of that line of it which the point is on. */
export interface Target {
  readonly mark: Mark;
  /** In the viewport of the page, also where the mark stands in a frame. */
  readonly line: DOMRect;
}

/** Around a name's rectangle this many CSS px still count as on it: the underline hangs below the letters. */
const SLACK_PX = 2;

/**
 * The mark at a point of the document's viewport, or null. The browser names the nearest caret, also from a margin, so rectangles decide.
 * @param marksAt the marks at a caret: two at most, since names can follow each other without a gap
 */
export function targetAt(
  document: Document,
  x: number,
  y: number,
  marksAt: (node: Node, offset: number) => readonly Mark[],
): Target | null {
  const { element, shadowRoots } = elementAt(document, x, y);
  const body = element?.localName === "iframe" && bodyIn(element);
  if (body) {
    const inside = intoFrame(element as HTMLElement, x, y);
    return targetAt(body.ownerDocument, inside.x, inside.y, marksAt);
  }
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  for (const mark of caret ? marksAt(caret.offsetNode, caret.offset) : []) {
    const line = ownLinesOf(mark).find((rect) => isWithin(rect, x, y));
    if (line) return { mark, line: outOfFrames(line, document) };
  }
  return null;
}

/** A mark by its first line; none where nothing of it is to be seen, wherever the window stands. */
export function targetsOn(mark: Mark): Target[] {
  const [line] = ownLinesOf(mark);
  return line ? [{ mark, line: outOfFrames(line, mark.document) }] : [];
}

/** The rectangles of a mark in the viewport of its own document; one a line at least, none where its text has gone or is hidden. */
export function ownLinesOf({ range }: Mark): DOMRect[] {
  let around: Element | null = range.startContainer.parentElement;
  for (; around; around = frameAround(around.ownerDocument)) {
    if (!around.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return [];
  }
  const live = toRange(range);
  return live ? [...live.getClientRects()] : [];
}

function isWithin({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left - SLACK_PX && x <= right + SLACK_PX && y >= top - SLACK_PX && y <= bottom + SLACK_PX;
}

/** The innermost element at a point of a document's viewport, and the open roots on the way down to it: without them the browser answers with their host. */
export function elementAt(document: Document, x: number, y: number) {
  const shadowRoots: ShadowRoot[] = [];
  let root: DocumentOrShadowRoot = document;
  for (;;) {
    const element: Element | null = root.elementFromPoint(x, y);
    const shadow = element?.shadowRoot;
    if (!shadow || shadowRoots.includes(shadow)) return { element, shadowRoots };
    shadowRoots.push(shadow);
    root = shadow;
  }
}
