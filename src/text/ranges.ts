import type { Run } from "./blocks.ts";

/** Offsets in a block's text → the place in the page. @throws RangeError where the offsets lie outside the text */
export function toStaticRange(block: Run, start: number, end: number): StaticRange {
  const [startContainer, startOffset] = pointAt(block, start, "start");
  const [endContainer, endOffset] = pointAt(block, end, "end");
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/** A place in the page → the offset in the block's text, or -1 where the node is not of this block. */
export function toOffset(block: Run, node: Node, offset: number): number {
  const index = block.nodes.indexOf(node as Text);
  return index < 0 ? -1 : (block.starts[index] as number) + offset;
}

/** A live range over the same text, for its rectangles; let go of it soon, live ranges slow down later changes. */
export function toRange({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range | null {
  const document = startContainer.ownerDocument as Document;
  if (startOffset > (startContainer as Text).length || endOffset > (endContainer as Text).length) return null;
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/** An end belongs to the node of the character before it, so that a range does not reach into the next element. */
function pointAt({ nodes, starts, text }: Run, offset: number, side: "start" | "end"): [Text, number] {
  if (offset < 0 || offset > text.length)
    throw new RangeError(`offset ${offset} lies outside a text of ${text.length}`);
  const wanted = side === "end" ? offset - 1 : offset;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= wanted) low = middle;
    else high = middle - 1;
  }
  const node = nodes[low] as Text;
  return [node, Math.min(offset - (starts[low] as number), node.length)];
}
