import { Reader } from "./blocks.ts";
import { type Container, containerOf, ELEMENT, isInline, parentOf, TEXT } from "./elements.ts";
import type { Block, Changes, PageText } from "./page-text.ts";
import { goneFrom, isInSkipped, skippedAmong } from "./skipped.ts";
import { watchFrames } from "./watch-frames.ts";

/** Changes are read this long after the last of them, in ms: pages change in bursts. */
const QUIET_MS = 100;
/** … but no later than this after the first, in ms, so that a page that never rests is read too. */
const MAX_WAIT_MS = 500;
/** A place whose own text changes more often than this within a minute is a clock or a ticker: its text is left alone. */
const MAX_EDITS = 20;
const EDITS_WITHIN_MS = 60_000;
/** Custom elements often get their shadow root only after the page is there; looked for once more after this, in ms. */
const LATE_ROOTS_MS = 1500;

export interface ChangeListener {
  /** The texts of these blocks are changing; comes before the page is painted. */
  stale(blocks: readonly Block[]): void;
  changed(changes: Changes): void;
  /** The document of a frame is read as well, until `signal` aborts; after that its nodes must not be looked at. */
  frame(document: Document, signal: AbortSignal): void;
}

/** Reads the whole page once, then follows its changes until `signal` aborts, reading changed places only. */
export function watchText(document: Document, text: PageText, listener: ChangeListener, signal: AbortSignal): void {
  /** Containers whose own lines changed, and elements that came or were shown: these are read with all they hold. */
  const dirty = new Set<Container>();
  const fresh = new Set<Node>();
  const edits = new WeakMap<Container, { count: number; since: number }>();
  const watched = new WeakSet<Node>();
  const rootless = new Set<Element>();
  const frames = watchFrames({ began, ended: letGo, changed: readFrame }, signal);
  let firstChangeAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver((records) => {
    const stale = new Set<Block>();
    const broken = new Map<Container, number>();
    for (const record of records) note(record, stale, broken);
    for (const [container, least] of broken)
      for (const block of text.blocksIn(container)) if (block.nodes.length >= least) stale.add(block);
    if (stale.size) listener.stale([...stale]);
    readSoon();
  });
  const lateRoots = setTimeout(readSoon, LATE_ROOTS_MS);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(lateRoots);
  });
  watch(document);
  const reader = new Reader();
  reader.read(document.body, true);
  finish(reader);

  function watch(root: Document | ShadowRoot): void {
    if (watched.has(root)) return;
    watched.add(root);
    // Not aria-hidden: sites set it on the article while a dialog lies over it.
    const attributeFilter = ["hidden", "contenteditable"];
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter });
  }

  function began(document: Document, life: AbortSignal): void {
    watch(document);
    listener.frame(document, life);
  }

  function letGo(document: Document): void {
    for (const set of [dirty, fresh, rootless])
      for (const node of set) if (node.ownerDocument === document) set.delete(node as Element);
    listener.changed(text.take({ runs: [], containers: [] }, ({ ownerDocument }) => ownerDocument === document));
  }

  function readFrame(frame: Element): void {
    fresh.add(frame);
    touch(frame.parentNode);
    readSoon();
  }

  /** What one record makes dirty: places to read, blocks whose text changes, lines that may be broken up. */
  function note(record: MutationRecord, stale: Set<Block>, broken: Map<Container, number>): void {
    const { type, target } = record;
    const around = target.ownerDocument ?? (target as Document);
    if (around !== document && !frames.isRead(around)) return;
    if (around === target && around !== document) return frames.rewritten(around);
    if (type === "attributes") {
      fresh.add(target);
      return touch(target.parentNode);
    }
    touch(target);
    if (type === "characterData") addTo(stale, text.blockOf(target));
    else noteNodes(record, broken);
  }

  /** For a container whose line may be broken up: of how many nodes at least a block of it is then another. */
  function noteNodes({ target, addedNodes, removedNodes }: MutationRecord, broken: Map<Container, number>): void {
    for (const node of addedNodes) if (node.nodeType === ELEMENT) fresh.add(node);
    const container = containerOf(target);
    if (!container) return;
    if ([...addedNodes].some(standsInLine) && !broken.has(container)) broken.set(container, 2);
    // Moved, a text takes its marks along to where nobody knows it.
    if ([...removedNodes].some(standsInLine)) broken.set(container, 1);
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
    for (const element of rootless) {
      if (element.isConnected && !element.shadowRoot) continue;
      rootless.delete(element);
      fresh.add(element);
      touch(element.parentNode);
    }
    if (!dirty.size) return;
    const reader = new Reader((element) => fresh.has(element));
    for (const container of dirty) {
      if (isInFresh(container)) continue;
      if (container.isConnected && !isInSkipped(container)) reader.read(container, false);
      else reader.containers.push(container);
    }
    finish(reader);
    dirty.clear();
    fresh.clear();
  }

  function finish(reader: Reader): void {
    for (const root of reader.shadowRoots) watch(root);
    for (const element of reader.rootless) rootless.add(element);
    for (const frame of reader.frames) frames.met(frame);
    const now = performance.now();
    const runs = reader.runs.filter(({ container }) => !isTicker(container, now));
    const changes = text.take({ runs, containers: reader.containers }, goneFrom(skippedAmong(fresh)));
    for (const container of new Set(changes.removed.map((block) => block.container))) countEdit(container, now);
    listener.changed(changes);
  }

  function isTicker(container: Container, now: number): boolean {
    const known = edits.get(container);
    return known !== undefined && known.count > MAX_EDITS && now < known.since + EDITS_WITHIN_MS;
  }

  function countEdit(container: Container, now: number): void {
    const known = edits.get(container);
    if (known && now < known.since + EDITS_WITHIN_MS) known.count++;
    else edits.set(container, { count: 1, since: now });
  }

  /** Read already, with a new element around it. */
  function isInFresh(container: Container): boolean {
    for (let at: Node | null = container; at; at = parentOf(at)) if (fresh.has(at)) return true;
    return false;
  }
}

function standsInLine(node: Node): boolean {
  return node.nodeType === TEXT || (node.nodeType === ELEMENT && isInline(node as Element));
}

function addTo<T>(set: Set<T>, item: T | null | undefined): void {
  if (item) set.add(item);
}
