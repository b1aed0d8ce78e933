import { toRange } from "../text/ranges.ts";
import type { Mark } from "./marks.ts";
import { linesOf, type Target } from "./target.ts";

/** Marks that are to be seen, wherever the window stands, in the order of the page. */
export function inOrder(marks: readonly Mark[]): Target[] {
  return marks
    .flatMap((mark) => {
      const [line] = linesOf(mark);
      return line ? [{ mark, line }] : [];
    })
    .sort((a, b) => compare(a.mark, b.mark));
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

/** Scrolls a mark into view: in every scroller around it, and only where it is out of sight there. */
export function reveal(mark: Mark, window: Window): void {
  const lineOf = () => linesOf(mark)[0] ?? new DOMRect();
  let at: Element | null = mark.range.startContainer.parentElement;
  while (at && at !== at.ownerDocument.scrollingElement) {
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

/** The mark that holds a place of the text, by the caret or the end of a selection. */
export function markAt(targets: readonly Target[], node: Node | null, offset: number): Target | undefined {
  return targets.find(({ mark }) => node && toRange(mark.range)?.isPointInRange(node, offset));
}

/** The first mark of which something is in the window. */
export function firstInView(targets: readonly Target[], { innerWidth, innerHeight }: Window): Target | undefined {
  return targets.find(
    ({ line: { top, bottom, left, right } }) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
  );
}

/** A mark that was painted anew is another object at the same place. */
function isSamePlace(a: Mark, b: Mark): boolean {
  return a.block.id === b.block.id && a.mention.start === b.mention.start;
}

function compare(a: Mark, b: Mark): number {
  if (a.block.id === b.block.id) return a.mention.start - b.mention.start;
  return compareNodes(a.range.startContainer, b.range.startContainer);
}

/** Order in the page; for what stands in a shadow root, its host counts. */
function compareNodes(a: Node, b: Node): number {
  const around = hostsOf(a);
  for (const { node, root } of hostsOf(b)) {
    const beside = around.find((other) => other.root === root);
    if (beside) return beside.node.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
  return 0;
}

/** A node and the shadow hosts around it, each with the root that it stands in, from the inside out. */
function hostsOf(node: Node): { node: Node; root: Node }[] {
  const root = node.getRootNode();
  return [{ node, root }, ...("host" in root ? hostsOf(root.host as Node) : [])];
}
