import { type Mark, Marks } from "./highlights/marks.ts";
import { type Target, targetAt, targetsOn } from "./highlights/target.ts";
import type { Evidence, Found, Mention, Page, Passage } from "./mentions/mention.ts";
import { NO_EVIDENCE, ofBlocks, sizeOf, split } from "./question.ts";
import { type Block, type Changes, PageText } from "./text/page-text.ts";
import { watchText } from "./text/watch.ts";
import { type Listen, Windows } from "./text/windows.ts";

export interface ReadingOptions {
  readonly findMentions: (passages: Passage[], page: Page, evidence: Evidence) => Promise<Found>;
  /** Called after marks were painted or taken away, with the actors marked on the page now. */
  readonly onMarks: (actors: ReadonlySet<string>) => void;
  /** A question failed for good; its blocks stay unmarked, the others do not. */
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** A page being read. */
export interface Reading {
  /** What is known of the article as a whole; set anew, surnames are judged anew. */
  page: Page;
  /** Actors who are not marked; they still count as bearers of their names. */
  ignored: readonly string[];
  /** Whether the marks are to be seen; without them no card opens. */
  isShown: boolean;
  readonly signal: AbortSignal;
  /** Listens in the page and in its frames. */
  readonly listen: Listen;
  /** The mark under a point of the viewport. */
  targetAt(x: number, y: number): Target | null;
  /** All marks that are to be seen, wherever the window stands; none while they are not shown. */
  targets(): Target[];
  /** Whether the document of a mark is there; where not, its nodes must not be looked at. */
  isThere(mark: Mark): boolean;
  /** Shows which mark the reader is at, or none. */
  showCurrent(mark: Mark | null): void;
  /** Whom the page names, as far as they are marked. */
  actors(): ReadonlySet<string>;
}

/** Reads a page, marks the mentions on it and follows its changes, until the signal aborts; then nothing of it is left. */
export function annotate(
  document: Document,
  page: Page,
  { findMentions, onMarks, onError, signal }: ReadingOptions,
): Reading {
  const text = new PageText();
  const marks = new Marks(document, signal);
  const windows = new Windows();
  const live = new Map<number, Block>();
  const mentions = new Map<number, readonly Mention[]>();
  const stale = new Set<number>();
  let ignored: ReadonlySet<string> = new Set();
  let evidence = NO_EVIDENCE;
  /** Navigation has ids as well. */
  let firstBlock: number | undefined;
  let waiting: Block[] = [];
  let isAsking = false;
  let isRevisionDue = false;
  /** Before the whole page has been read once, nobody knows whom a surname stands for. */
  let isFirstPass = true;

  windows.add(document, signal);
  windows.listen("pointermove", () => marks.restore());
  document.addEventListener("visibilitychange", () => marks.restore(), { signal, passive: true });
  watchText(document, text, { stale: erase, changed, frame }, signal);

  return {
    get page() {
      return page;
    },
    set page(about) {
      page = about;
      isRevisionDue = true;
      void ask();
    },
    get ignored() {
      return [...ignored];
    },
    set ignored(list) {
      ignored = new Set(list);
      for (const id of mentions.keys()) paint(id);
      if (!isFirstPass) onMarks(actors());
    },
    get isShown() {
      return marks.isShown;
    },
    set isShown(isShown) {
      marks.isShown = isShown;
    },
    signal,
    targetAt: (x, y) => (signal.aborted || !marks.isShown ? null : targetAt(document, x, y, text, marks)),
    listen: windows.listen,
    targets: () => (marks.isShown ? marks.all().flatMap(targetsOn) : []),
    isThere: (mark) => marks.isThere(mark),
    showCurrent: (mark) => marks.showCurrent(mark),
    actors,
  };

  function frame(document: Document, life: AbortSignal): void {
    windows.add(document, life);
    life.addEventListener("abort", () => marks.leave(document));
  }

  function erase(blocks: readonly Block[]): void {
    for (const { id } of blocks) {
      stale.add(id);
      marks.erase(id);
    }
  }

  function changed({ added, removed, renewed }: Changes): void {
    marks.restore();
    stale.clear();
    for (const { id } of removed) {
      live.delete(id);
      mentions.delete(id);
      marks.erase(id);
    }
    const known = evidence;
    evidence = ofBlocks(evidence, live);
    // What stood in the lost blocks may have told whom a surname elsewhere stands for.
    isRevisionDue ||= sizeOf(evidence) < sizeOf(known);
    for (const block of renewed) {
      if (block.zone === "furniture") continue;
      live.set(block.id, block);
      paint(block.id);
    }
    const toRead = added.filter(({ zone }) => zone !== "furniture");
    for (const block of toRead) live.set(block.id, block);
    waiting.push(...toRead);
    if (isFirstPass || waiting.length || isRevisionDue) void ask();
    else if (removed.length) onMarks(actors());
  }

  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    while ((waiting.length || isRevisionDue) && !signal.aborted) {
      isRevisionDue = false;
      const [asked, rest] = split(waiting.filter(({ id }) => live.has(id)));
      waiting = rest;
      const passages = asked.map(({ id, text }) => ({ id, text }));
      firstBlock ??= passages.find(({ id }) => id >= 0)?.id;
      const about = firstBlock === undefined ? page : { ...page, firstBlock };
      await findMentions(passages, about, evidence).then(accept).catch(onError);
    }
    isAsking = false;
    if (signal.aborted) return;
    if (isFirstPass) {
      isFirstPass = false;
      for (const id of mentions.keys()) paint(id);
    }
    onMarks(actors());
  }

  function accept(found: Found): void {
    if (signal.aborted) return;
    evidence = ofBlocks(found.evidence, live);
    isRevisionDue ||= sizeOf(evidence) < sizeOf(found.evidence);
    for (const [key, list] of Object.entries(found.mentions)) accepted(Number(key), list);
    for (const [key, list] of Object.entries(found.revised)) {
      const settled = mentions.get(Number(key))?.filter(({ conditional }) => !conditional) ?? [];
      accepted(Number(key), [...settled, ...list]);
    }
  }

  function accepted(id: number, list: readonly Mention[]): void {
    if (!live.has(id)) return;
    mentions.set(id, list);
    paint(id);
  }

  function paint(id: number): void {
    const block = live.get(id);
    if (!block || stale.has(id)) return;
    const all = (mentions.get(id) ?? []).filter(({ actor }) => !ignored.has(actor));
    marks.paint(block, isFirstPass ? all.filter(({ conditional }) => !conditional) : all);
  }

  function actors(): Set<string> {
    const all = [...mentions.values()].flatMap((list) => list.map(({ actor }) => actor));
    return new Set(all.filter((actor) => !ignored.has(actor)));
  }
}
