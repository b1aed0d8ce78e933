import { frameAround, outOfFrames } from "../text/frames.ts";
import { clipsAround, cut } from "./clip.ts";
import type { Mark } from "./marks.ts";
import { ownLinesOf } from "./target.ts";

/**
 * What is to be seen of a mark, in the viewport of the page: a rectangle for each line, of what scrollers, frames and others do not
 * show nothing but an edge; none where its text has gone or is hidden.
 */
export function linesOf(mark: Mark): DOMRect[] {
  return shownOf(ownLinesOf(mark), mark.range.startContainer);
}

/** All of it, as far as frames show it, in the viewport of a document around it. */
export function wholeLinesOf(mark: Mark, outer: Document): DOMRect[] {
  return ownLinesOf(mark).map((line) => outOfFrames(line, mark.document, outer));
}

/** Whether something of a mark is to be seen once window and scrollers stand so. */
export function canBeShown(mark: Mark): boolean {
  return ownLinesOf(mark).some((line) => isWithinReach(line, mark.range.startContainer));
}

function shownOf(rects: readonly DOMRect[], node: Node): DOMRect[] {
  const clips = clipsAround(node);
  const left = rects.map((rect) => clips.reduce((rect, { box }) => cut(rect, box), rect));
  const document = node.ownerDocument as Document;
  const frame = frameAround(document);
  if (!frame) return left;
  const around = left.map((rect) => outOfFrames(rect, document, frame.ownerDocument));
  return shownOf(around, frame);
}

function isWithinReach(rect: DOMRect, node: Node): boolean {
  let left = rect;
  for (const { box, isScroller } of clipsAround(node)) {
    // Anything in a scroller can be brought anywhere in it.
    left = isScroller ? box : cut(left, box);
    if (!left.width || !left.height) return false;
  }
  const frame = frameAround(node.ownerDocument as Document);
  return !frame || isWithinReach(frame.getBoundingClientRect(), frame);
}
