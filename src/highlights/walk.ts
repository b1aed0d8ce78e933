import { aroundRoot } from "../text/elements.ts";
import { toRange } from "../text/ranges.ts";
import type { Mark } from "./marks.ts";
import type { Target } from "./target.ts";

/** Marks in the order of the page. */
export function inOrder(targets: readonly Target[]): Target[] {
  return targets.toSorted((a, b) => compare(a.mark, b.mark));
}

/**
 * The mark after (`by` 1) or before (-1) the one that the reader is at, round the ends; from nowhere, the first that begins
 * in or below the window, or the last above its end.
 * @param targets in the order of the page
 */
export function neighbour(
  targets: readonly Target[],
  current: Mark | null,
  by: 1 | -1,
  window: Window,
): Target | undefined {
  const at = targets.findIndex(({ mark }) => current && isSamePlace(mark, current));
  if (at >= 0) return targets.at((at + by) % targets.length);
  const start = current ? targets.findIndex(({ mark }) => compare(mark, current) > 0) : -1;
  if (current && start >= 0) return targets.at(by === 1 ? start : start - 1);
  const isAhead = ({ line }: Target) => (by === 1 ? line.bottom > 0 : line.top < window.innerHeight);
  return (by === 1 ? targets.find(isAhead) : targets.findLast(isAhead)) ?? targets.at(by === 1 ? 0 : -1);
}

/** The mark that holds the caret or the end of the selection, in the frame that has the focus or in the page. */
export function atCursor(targets: readonly Target[], document: Document): Target | undefined {
  const inner = (document.activeElement as Partial<HTMLIFrameElement> | null)?.contentDocument;
  if (inner) return atCursor(targets, inner);
  const { focusNode: node = null, focusOffset: offset = 0 } = document.getSelection() ?? {};
  return targets.find(({ mark }) => node && toRange(mark.range)?.isPointInRange(node, offset));
}

/** A mark that was painted anew is another object at the same place. */
function isSamePlace(a: Mark, b: Mark): boolean {
  return a.block.id === b.block.id && a.mention.start === b.mention.start;
}

function compare(a: Mark, b: Mark): number {
  if (a.block.id === b.block.id) return a.mention.start - b.mention.start;
  return compareNodes(a.range.startContainer, b.range.startContainer);
}

/** Order in the page; for what stands in a shadow root or a frame, the element around it counts. */
function compareNodes(a: Node, b: Node): number {
  const around = hostsOf(a);
  for (const { node, root } of hostsOf(b)) {
    const beside = around.find((other) => other.root === root);
    if (beside) return beside.node.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return 0;
}

/** A node, and the shadow hosts and frames around it, each with the root that it stands in, from the inside out. */
function hostsOf(node: Node): { node: Node; root: Node }[] {
  const root = node.getRootNode();
  const around = aroundRoot(root);
  return [{ node, root }, ...(around ? hostsOf(around) : [])];
}
