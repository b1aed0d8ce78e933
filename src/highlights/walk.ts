import { aroundRoot } from "../text/elements.ts";
import type { Block } from "../text/page-text.ts";
import { toRange } from "../text/ranges.ts";
import type { Mark } from "./marks.ts";
import { canBeShown } from "./shown.ts";
import { type Target, targetsOn } from "./target.ts";

/** Where blocks stood when they were last put in order; mostly they still do, as one look at each pair of neighbours shows. */
const places = new WeakMap<Block, number>();

/** Marks in the order of the page. */
export function inOrder(targets: readonly Target[]): Target[] {
  const placeOf = ({ mark }: Target) => places.get(mark.block) ?? Number.MAX_SAFE_INTEGER;
  const byPage = (a: Target, b: Target) => compare(a.mark, b.mark);
  const asBefore = targets.toSorted((a, b) => placeOf(a) - placeOf(b) || (isSameBlock(a, b) ? byPage(a, b) : 0));
  const isSorted = asBefore.every((target, i) => i === 0 || byPage(asBefore[i - 1] as Target, target) < 0);
  if (isSorted) return asBefore;
  const sorted = asBefore.sort(byPage);
  for (const [place, { mark }] of sorted.entries()) places.set(mark.block, place);
  return sorted;
}

/** A mark that is measured only where its line is asked for. */
export function unmeasured(mark: Mark): Target {
  return {
    mark,
    get line() {
      return targetsOn(mark)[0]?.line ?? new DOMRect();
    },
  };
}

/** Like `neighbour`, but passes over what no scrolling would bring into view. */
export function nextToShow(
  targets: readonly Target[],
  current: Mark | null,
  by: 1 | -1,
  window: Window,
): Target | undefined {
  let from = current;
  for (let tries = targets.length; tries > 0; tries--) {
    const target = neighbour(targets, from, by, window);
    if (!target || canBeShown(target.mark)) return target;
    from = target.mark;
  }
  return undefined;
}

/**
 * The mark after (`by` 1) or before (-1) the one that the reader is at, round the ends; from nowhere, the first that begins
 * in or below the window, or the last above its end.
 * @param targets in the order of the page
 */
function neighbour(targets: readonly Target[], current: Mark | null, by: 1 | -1, window: Window): Target | undefined {
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

function isSameBlock({ mark: a }: Target, { mark: b }: Target): boolean {
  return a.block.id === b.block.id;
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
