import { onAbort } from "../on-abort.ts";
import { beginTurn, isTurnOver, rest } from "../turn.ts";
import { Reader } from "./blocks.ts";
import { note, nothingDue, touch } from "./due.ts";
import type { Container } from "./elements.ts";
import type { Block, Changes, PageText } from "./page-text.ts";
import { type Pauses, readPlaces } from "./read-places.ts";
import { Tickers } from "./tickers.ts";
import { watchFrames } from "./watch-frames.ts";

/** Changes are read this long after the last of them, in ms: pages change in bursts. */
const QUIET_MS = 100;
/** … but no later than this after the first, in ms, so that a page that never rests is read too. */
const MAX_WAIT_MS = 500;
/** Custom elements often get their shadow root only after the page is there; looked for once more after this, in ms. */
const LATE_ROOTS_MS = 1500;

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
  let due = nothingDue();
  const tickers = new Tickers();
  const watched = new WeakSet<Node>();
  const rootless = new Set<Element>();
  const frames = watchFrames({ began, ended: letGo, changed: readFrame }, signal);
  let isDue = false;
  let isAllDue = false;
  /** What the reading under way is about, and whether it has to begin again. */
  let underWay = nothingDue();
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
      for (const set of [underWay.dirty, underWay.fresh, left]) set.clear();
    }
    if (isDue) readSoon();
  }

  function putBack(): void {
    isAllDue ||= isAll;
    if (isAll) return;
    for (const container of underWay.dirty) due.dirty.add(container);
    for (const node of underWay.fresh) due.fresh.add(node);
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
    for (const set of [due.dirty, due.fresh, rootless, underWay.dirty, underWay.fresh])
      for (const node of set) if (node.ownerDocument === document) set.delete(node as Element);
    // What a reading under way has met of it must not be looked at either.
    isBroken = true;
    isDue ||= isReading;
    if (text.blocks.size)
      listener.changed(text.take({ runs: [], containers: [] }, ({ ownerDocument }) => ownerDocument === document));
  }

  function readFrame(frame: Element): void {
    due.fresh.add(frame);
    touch(due, frame.parentNode);
    readSoon();
  }

  function noteAll(records: readonly MutationRecord[]): void {
    const ours = records.filter(isOurs);
    isDue ||= ours.length > 0;
    const stale = note(ours, text, due, isReading);
    if (isReading) for (const { removedNodes } of records) for (const node of removedNodes) left.add(node);
    if (stale.size) listener.stale([...stale]);
    readSoon();
  }

  /** Whether a change is in what is read, and goes on to be: a document that was written anew does not. */
  function isOurs({ target }: MutationRecord): boolean {
    const around = target.ownerDocument ?? (target as Document);
    if (around === document) return true;
    if (around === target && frames.isRead(around)) frames.rewritten(around);
    return frames.isRead(around);
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
      due.fresh.add(element);
      touch(due, element.parentNode);
    }
  }

  function* readDue(): Pauses {
    noteLateRoots();
    if (!isDue && !due.dirty.size) return;
    isAll = isAllDue;
    isAllDue = false;
    if (isAll) underWay.fresh.add(document.body);
    else [underWay, due] = [due, underWay];
    // Whatever else is due is read after all has been.
    isDue = due.dirty.size + due.fresh.size > 0;
    const furniture = listener.wantsFurniture();
    const reader = readerOf(furniture);
    const isGone = yield* readPlaces(reader, underWay, furniture, isAll);
    if (isTurnOver()) yield;
    yield* finish(reader, isAll ? undefined : isGone);
  }

  function* finish({ runs: all, containers }: Reader, isGone?: (container: Container) => boolean): Pauses {
    const now = performance.now();
    const runs = all.filter(({ container }) => !tickers.has(container, now));
    const article = text.firstArticle(runs);
    if (isTurnOver()) yield;
    const changes = text.take({ runs, containers }, isGone, article);
    for (const container of new Set(changes.removed.map((block) => block.container))) tickers.count(container, now);
    listener.changed(changes);
    // These are others by now, whatever will be known of them as they were.
    const stale = [...due.dirty].flatMap((container) => text.blocksIn(container));
    if (stale.length) listener.stale(stale);
  }

  function readerOf(furniture: boolean): Reader {
    return new Reader({
      furniture,
      isFresh: (element) => underWay.fresh.has(element),
      isLate: isTurnOver,
      onRoot: watch,
      onRootless: (element) => rootless.add(element),
      onFrame: frames.met,
      hasLeft: (node) => left.has(node),
      onTorn(element) {
        due.fresh.add(element);
        isDue = true;
      },
    });
  }
}
