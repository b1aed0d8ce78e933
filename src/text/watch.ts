import { Reader } from "./blocks.ts";
import { type Container, containerOf, ELEMENT, isInline, isSkipped, parentOf, TEXT } from "./elements.ts";
import type { Block, Changes, PageText } from "./page-text.ts";

/** Changes are read this long after the last of them, in ms: pages change in bursts. */
const QUIET_MS = 100;
/** … but no later than this after the first, in ms, so that a page that never rests is read too. */
const MAX_WAIT_MS = 500;
/** A place whose own text changes more often than this is a clock or a ticker, and is left alone from then on. */
const MAX_EDITS = 20;

export interface ChangeListener {
  /** The texts of these blocks are changing; comes before the page is painted. */
  stale(blocks: readonly Block[]): void;
  changed(changes: Changes): void;
}

/** Reads the whole page once, then follows its changes until `signal` aborts, reading changed places only. */
export function watchText(document: Document, text: PageText, listener: ChangeListener, signal: AbortSignal): void {
  /** Containers whose own lines changed, and elements that came or were shown: these are read with all they hold. */
  const dirty = new Set<Container>();
  const fresh = new Set<Node>();
  const edits = new WeakMap<Container, number>();
  const watched = new WeakSet<Node>();
  let firstChangeAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver((records) => {
    const stale = new Set<Block>();
    for (const record of records) note(record, stale);
    if (stale.size) listener.stale([...stale]);
    readSoon();
  });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  watch(document);
  const reader = new Reader();
  reader.read(document.body);
  finish(reader);

  function watch(root: Document | ShadowRoot): void {
    if (watched.has(root)) return;
    watched.add(root);
    // Not aria-hidden: sites set it on the article while a dialog lies over it.
    const attributeFilter = ["hidden", "contenteditable"];
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter });
  }

  /** What one record makes dirty, and whose marks may lie on other words now. */
  function note({ type, target, addedNodes, removedNodes }: MutationRecord, stale: Set<Block>): void {
    if (type === "attributes") {
      fresh.add(target);
      touch(target.parentNode);
      return;
    }
    touch(target);
    if (type === "characterData") return addTo(stale, text.blockOf(target));
    for (const node of addedNodes) if (node.nodeType === ELEMENT) fresh.add(node);
    const container = containerOf(target);
    if (!container || ![...addedNodes, ...removedNodes].some(standsInLine)) return;
    for (const block of text.blocksIn(container)) if (block.nodes.length > 1) stale.add(block);
  }

  function touch(node: Node | null): void {
    addTo(dirty, node && containerOf(node));
  }

  function readSoon(): void {
    const now = performance.now();
    if (timer === undefined) firstChangeAt = now;
    clearTimeout(timer);
    timer = setTimeout(readChanges, Math.max(0, Math.min(QUIET_MS, firstChangeAt + MAX_WAIT_MS - now)));
  }

  function readChanges(): void {
    timer = undefined;
    const entered = new WeakSet<Node>();
    const reader = new Reader((element) => {
      const isNew = isFresh(element, containerOf(element.parentNode as Node), entered);
      if (isNew) entered.add(element);
      return isNew;
    });
    for (const container of dirty) {
      if (isInFresh(container)) continue;
      if (isReadable(container)) reader.read(container);
      else reader.containers.push(container);
    }
    finish(reader);
    dirty.clear();
    fresh.clear();
  }

  function finish(reader: Reader): void {
    for (const root of reader.shadowRoots) watch(root);
    const hidden = [...fresh].filter((node) => isSkipped(node as Element));
    const isGone = ({ container }: Block) => !container.isConnected || hidden.some((node) => node.contains(container));
    const changes = text.take(reader, isGone);
    for (const { container } of changes.removed) edits.set(container, (edits.get(container) ?? 0) + 1);
    listener.changed(changes);
  }

  /** New itself, by an element of the line around it, or with the container that it stands in. */
  function isFresh(element: Element, container: Container | null, entered: WeakSet<Node>): boolean {
    for (let at: Node | null = element; at && at !== container; at = at.parentNode) if (fresh.has(at)) return true;
    return container !== null && entered.has(container);
  }

  /** Read already with a new element around it. */
  function isInFresh(container: Container): boolean {
    for (let at: Node | null = container; at; at = parentOf(at)) if (fresh.has(at)) return true;
    return false;
  }

  function isReadable(container: Container): boolean {
    if (!container.isConnected || (edits.get(container) ?? 0) > MAX_EDITS) return false;
    for (let at: Node | null = container; at; at = parentOf(at)) {
      if (at.nodeType === ELEMENT && isSkipped(at as Element)) return false;
    }
    return true;
  }
}

function standsInLine(node: Node): boolean {
  return node.nodeType === TEXT || (node.nodeType === ELEMENT && isInline(node as Element));
}

function addTo<T>(set: Set<T>, item: T | null | undefined): void {
  if (item) set.add(item);
}
