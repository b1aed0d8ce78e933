import { type Container, containerOf, ELEMENT, isInline, TEXT } from "./elements.ts";
import type { Block, PageText } from "./page-text.ts";

/** What is to be read. */
export interface Due {
  /** Containers whose own lines changed. */
  readonly dirty: Set<Container>;
  /** Elements that came or were shown: these are read with all they hold. */
  readonly fresh: Set<Node>;
}

export function nothingDue(): Due {
  return { dirty: new Set(), fresh: new Set() };
}

/** The line that a node stands in, or its own, is to be read. */
export function touch({ dirty }: Due, node: Node | null): void {
  const container = node && containerOf(node);
  if (container) dirty.add(container);
}

/**
 * Notes what has to be read after these changes.
 * @param isReading blocks that `text` does not know yet may stand there
 * @returns the blocks whose text is no longer what it was
 */
export function note(records: readonly MutationRecord[], text: PageText, due: Due, isReading: boolean): Set<Block> {
  const stale = new Set<Block>();
  /** Lines that may be broken up: of how many nodes at least a block of it is then another. */
  const broken = new Map<Container, number>();
  for (const record of records) {
    const { type, target } = record;
    if (type === "childList") noteNodes(record);
    else if (type === "attributes") {
      due.fresh.add(target);
      touch(due, target.parentNode);
    } else {
      const block = text.blockOf(target);
      if (block) stale.add(block);
      touch(due, target);
    }
  }
  for (const [container, least] of broken)
    for (const block of text.blocksIn(container)) if (block.nodes.length >= least) stale.add(block);
  return stale;

  function noteNodes({ target, addedNodes, removedNodes }: MutationRecord): void {
    const container = containerOf(target);
    if (!container) return;
    // Where whole blocks come and go in a container without a line of its own, nothing but the new ones has to be read.
    if (isReading || text.blocksIn(container).length) due.dirty.add(container);
    for (const node of addedNodes) noteAdded(node, container);
    // Moved, a text takes its marks along to where nobody knows it.
    for (const node of removedNodes) if (standsInLine(node)) broken.set(container, 1);
  }

  function noteAdded(node: Node, container: Container): void {
    const isElement = node.nodeType === ELEMENT;
    if (isElement) due.fresh.add(node);
    if (standsInLine(node)) {
      // Indentation between blocks changes no line.
      if (isElement || /\S/.test((node as Text).data)) due.dirty.add(container);
      if (!broken.has(container)) broken.set(container, 2);
    } else if ((node as Element).localName === "iframe") {
      // To be met on the way.
      due.dirty.add(container);
    }
  }
}

function standsInLine(node: Node): boolean {
  return node.nodeType === TEXT || (node.nodeType === ELEMENT && isInline(node as Element));
}
