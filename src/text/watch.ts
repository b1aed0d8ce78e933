import { onAbort } from "../on-abort.ts";
import { beginTurn, isTurnOver, rest } from "../turn.ts";
import { Reader } from "./blocks.ts";
import { type Container, containerOf, ELEMENT, isInline, TEXT } from "./elements.ts";
import type { Block, Changes, PageText } from "./page-text.ts";
import { within, withinLeftOut } from "./skipped.ts";
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

/** What is done in pieces: the page can have its turn at each. */
type Pauses = Generator<void, void>;

interface Edits {
  count: number;
  readonly since: number;
}

export interface ChangeListener {
  /** The texts of these blocks are changing; comes before the page is painted. */
  stale(blocks: readonly Block[]): void;
  changed(changes: Changes): void;
  /** Whether menus and the like are read as well. */
  wantsFurniture(): boolean;
  /** The document of a frame is read as well, until `signal` aborts; after that its nodes must not be looked at. */
  frame(document: Document, signal: AbortSignal): void;
}

/**
 * Reads the whole page once, then follows its changes until `signal` aborts, reading changed places only; in turns, between
 * which the page has its own.
 * @returns reads the whole page anew, for when other things of it are wanted
 */
export function watchText(
  document: Document,
  text: PageText,
  listener: ChangeListener,
  signal: AbortSignal,
): () => void {
  /** Containers whose own lines changed, and elements that came or were shown: these are read with all they hold. */
  let dirty = new Set<Container>();
  let fresh = new Set<Node>();
  const edits = new WeakMap<Container, Edits>();
  const watched = new WeakSet<Node>();
  const rootless = new Set<Element>();
  const frames = watchFrames({ began, ended: letGo, changed: readFrame }, signal);
  let isDue = false;
  let isAllDue = false;
  /** What the reading under way is about, and whether it has to begin again. */
  let changed = new Set<Container>();
  let came = new Set<Node>();
  let isAll = false;
  let isBroken = false;
  let isReading = false;
  /** What the page has taken from its place meanwhile. */
  const left = new Set<Node>();
  let firstChangeAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver(noteAll);
  const lateRoots = setTimeout(() => {
    isDue ||= isReading;
    readSoon();
  }, LATE_ROOTS_MS);
  onAbort(signal, () => {
    observer.disconnect();
    clearTimeout(timer);
    clearTimeout(lateRoots);
  });
  watch(document);
  readAll();
  return readAll;

  function readAll(): void {
    isAllDue = isBroken = isDue = true;
    void read();
  }

  /** Reads what is due, turn by turn; what changes meanwhile is read after that. */
  async function read(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (isReading || signal.aborted) return;
    isReading = true;
    isBroken = false;
    beginTurn();
    try {
      for (const _ of readDue()) {
        await rest();
        if (signal.aborted) return;
        if (isBroken) {
          putBack();
          break;
        }
      }
    } finally {
      isReading = false;
      for (const set of [changed, came, left]) set.clear();
    }
    if (isDue) readSoon();
  }

  function putBack(): void {
    isAllDue ||= isAll;
    if (isAll) return;
    for (const container of changed) dirty.add(container);
    for (const node of came) fresh.add(node);
  }

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
    for (const set of [dirty, fresh, rootless, changed, came])
      for (const node of set) if (node.ownerDocument === document) set.delete(node as Element);
    // What a reading under way has met of it must not be looked at either.
    isBroken = true;
    isDue ||= isReading;
    if (text.blocks.size)
      listener.changed(text.take({ runs: [], containers: [] }, ({ ownerDocument }) => ownerDocument === document));
  }

  function readFrame(frame: Element): void {
    fresh.add(frame);
    touch(frame.parentNode);
    readSoon();
  }

  function noteAll(records: readonly MutationRecord[]): void {
    const stale = new Set<Block>();
    const broken = new Map<Container, number>();
    for (const record of records) {
      note(record, stale, broken);
      if (isReading) for (const node of record.removedNodes) left.add(node);
    }
    for (const [container, least] of broken)
      for (const block of text.blocksIn(container)) if (block.nodes.length >= least) stale.add(block);
    if (stale.size) listener.stale([...stale]);
    readSoon();
  }

  /** What one record makes dirty: places to read, blocks whose text changes, lines that may be broken up. */
  function note(record: MutationRecord, stale: Set<Block>, broken: Map<Container, number>): void {
    const { type, target } = record;
    const around = target.ownerDocument ?? (target as Document);
    if (around !== document && !frames.isRead(around)) return;
    if (around === target && around !== document) return frames.rewritten(around);
    isDue = true;
    if (type === "childList") return noteNodes(record, broken);
    if (type === "characterData") addTo(stale, text.blockOf(target));
    else fresh.add(target);
    touch(type === "attributes" ? target.parentNode : target);
  }

  /** Notes what is new, whose line is to be read again and, where it may be broken up, of how many nodes at least a block of it is then another. */
  function noteNodes({ target, addedNodes, removedNodes }: MutationRecord, broken: Map<Container, number>): void {
    const container = containerOf(target);
    if (!container) return;
    // Where whole blocks come and go in a container without a line of its own, nothing but the new ones has to be read.
    if (isReading || text.blocksIn(container).length) dirty.add(container);
    for (const node of addedNodes) {
      if (node.nodeType === ELEMENT) fresh.add(node);
      if (changesLine(node)) dirty.add(container);
      if (standsInLine(node) && !broken.has(container)) broken.set(container, 2);
    }
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
    timer = setTimeout(read, Math.max(0, Math.min(QUIET_MS, firstChangeAt + MAX_WAIT_MS - now)));
  }

  function noteLateRoots(): void {
    for (const element of rootless) {
      if (element.isConnected && !element.shadowRoot) continue;
      rootless.delete(element);
      fresh.add(element);
      touch(element.parentNode);
    }
  }

  function* readDue(): Pauses {
    noteLateRoots();
    if (!isDue && !dirty.size) return;
    isAll = isAllDue;
    isAllDue = false;
    if (isAll) came.add(document.body);
    else [changed, came, dirty, fresh] = [dirty, fresh, changed, came];
    // Whatever else is due is read after all has been.
    isDue = dirty.size + fresh.size > 0;
    const furniture = listener.wantsFurniture();
    const isLeftOut = withinLeftOut(furniture);
    const isInNew = within((node) => came.has(node));
    const reader = readerOf(furniture);
    function* readIn(container: Container, isNew: boolean): Pauses {
      if (!container.isConnected || (!isAll && isLeftOut(container))) {
        reader.containers.push(container);
        return;
      }
      for (let isThrough = reader.read(container, isNew); !isThrough; isThrough = reader.goOn()) yield;
    }
    // What was read already, with a new element around it, is read with that; so is a new one in a line.
    for (const container of changed) if (!isInNew(container)) yield* readIn(container, false);
    for (const node of came) {
      const { parentNode: parent } = node;
      if (parent && !isInNew(parent) && !changed.has(containerOf(parent) as Container))
        yield* readIn(node as Element, true);
    }
    const hidden = new Set([...came].filter(isLeftOut));
    const isHidden = within((node) => hidden.has(node));
    const isGone = (container: Container) => !container.isConnected || (hidden.size > 0 && isHidden(container));
    if (isTurnOver()) yield;
    yield* finish(reader, isAll ? undefined : isGone);
  }

  function* finish({ runs: all, containers }: Reader, isGone?: (container: Container) => boolean): Pauses {
    const now = performance.now();
    const runs = all.filter(({ container }) => (editsOf(container, now)?.count ?? 0) <= MAX_EDITS);
    const article = text.firstArticle(runs);
    if (isTurnOver()) yield;
    const changes = text.take({ runs, containers }, isGone, article);
    for (const container of new Set(changes.removed.map((block) => block.container))) countEdit(container, now);
    listener.changed(changes);
    // These are others by now, whatever will be known of them as they were.
    const stale = [...dirty].flatMap((container) => text.blocksIn(container));
    if (stale.length) listener.stale(stale);
  }

  function readerOf(furniture: boolean): Reader {
    return new Reader({
      furniture,
      isFresh: (element) => came.has(element),
      isLate: isTurnOver,
      onRoot: watch,
      onRootless: (element) => rootless.add(element),
      onFrame: frames.met,
      hasLeft: (node) => left.has(node),
      onTorn(element) {
        fresh.add(element);
        isDue = true;
      },
    });
  }

  /** The edits of a place that still count. */
  function editsOf(container: Container, now: number): Edits | undefined {
    const known = edits.get(container);
    return known && now < known.since + EDITS_WITHIN_MS ? known : undefined;
  }

  function countEdit(container: Container, now: number): void {
    const known = editsOf(container, now);
    if (known) known.count++;
    else edits.set(container, { count: 1, since: now });
  }
}

function standsInLine(node: Node): boolean {
  return node.nodeType === TEXT || (node.nodeType === ELEMENT && isInline(node as Element));
}

/** Indentation between blocks does not; a frame does, for being met on the way. */
function changesLine(node: Node): boolean {
  if (node.nodeType === TEXT) return /\S/.test((node as Text).data);
  return standsInLine(node) || (node as Element).localName === "iframe";
}

function addTo<T>(set: Set<T>, item: T | null | undefined): void {
  if (item) set.add(item);
}
