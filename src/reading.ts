import type { Choices } from "./choices.ts";
import { linesAmong } from "./highlights/lines.ts";
import { type Mark, Marks } from "./highlights/marks.ts";
import { type Filter, Named } from "./highlights/named.ts";
import { type Target, targetAt, targetsOn } from "./highlights/target.ts";
import type { Evidence, Mention, Page, Passage } from "./mentions/mention.ts";
import type { FoundKinds } from "./protocol.ts";
import { NO_EVIDENCE, ofBlocks, sizeOf, split } from "./question.ts";
import { type Block, type Changes, PageText } from "./text/page-text.ts";
import { watchText } from "./text/watch.ts";
import { type Listen, Windows } from "./text/windows.ts";

export interface ReadingOptions {
  readonly findMentions: (passages: Passage[], page: Page, evidence: Evidence) => Promise<FoundKinds>;
  readonly choices: Choices;
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
  /** Who is not marked still counts as a bearer of their name. */
  choices: Choices;
  /** Whether the marks are to be seen; without them no card opens. */
  isShown: boolean;
  readonly signal: AbortSignal;
  /** Listens in the page and in its frames. */
  readonly listen: Listen;
  /** The mark under a point of the viewport. */
  targetAt(x: number, y: number): Target | null;
  /** All marks that are to be seen, wherever the window stands, or would be were they shown. */
  targets(): Target[];
  /** All marks, hidden ones too: nothing is measured for them. */
  marks(): Mark[];
  /** Whether the document of a mark is there; where not, its nodes must not be looked at. */
  isThere(mark: Mark): boolean;
  /** Shows which mark the reader is at, or none. */
  showCurrent(mark: Mark | null): void;
  /** Whom the page names, as far as they are marked, or would be with others left out. */
  actors(filter?: Filter): ReadonlySet<string>;
}

/** Reads a page, marks the mentions on it and follows its changes, until the signal aborts; then nothing of it is left. */
export function annotate(
  document: Document,
  page: Page,
  { findMentions, choices, onMarks, onError, signal }: ReadingOptions,
): Reading {
  const text = new PageText();
  const marks = new Marks(document, signal);
  const windows = new Windows();
  const live = new Map<number, Block>();
  const named = new Named(choices);
  const stale = new Set<number>();
  let evidence = NO_EVIDENCE;
  /** Navigation has ids as well. */
  let firstBlock: number | undefined;
  let waiting: Block[] = [];
  /** Menus, comments and teasers, which tell nothing about the names of the article. */
  let furniture: Block[] = [];
  let isAsking = false;
  let isRevisionDue = false;

  windows.add(document, signal);
  marks.style = choices.style;
  windows.listen("pointermove", (_, { x, y }) => {
    marks.restore();
    // What shows already need not be found.
    const { lines, style } = named.choices;
    if (lines !== "every" || style === "hover") marks.point(markAt(x, y)?.mark ?? null);
  });
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
    get choices() {
      return named.choices;
    },
    set choices(chosen) {
      const before = named.choices;
      named.choices = chosen;
      marks.style = chosen.style;
      marks.point(null);
      if (chosen.furniture !== before.furniture) furnish();
      paint();
      if (!named.isFirstPass) onMarks(named.actors());
    },
    get isShown() {
      return marks.isShown;
    },
    set isShown(isShown) {
      marks.isShown = isShown;
    },
    signal,
    targetAt: markAt,
    listen: windows.listen,
    targets: () => marks.all().flatMap(targetsOn),
    marks: () => marks.all(),
    isThere: (mark) => marks.isThere(mark),
    showCurrent: (mark) => marks.showCurrent(mark),
    actors: (filter) => named.actors(filter),
  };

  function markAt(x: number, y: number): Target | null {
    return signal.aborted || !marks.isShown ? null : targetAt(document, x, y, text, marks);
  }

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
    removed.forEach(forget);
    const known = evidence;
    evidence = ofBlocks(evidence, live);
    // What stood in the lost blocks may have told whom a surname elsewhere stands for.
    isRevisionDue ||= sizeOf(evidence) < sizeOf(known);
    for (const block of renewed) if (isRead(block)) live.set(block.id, block);
    if (renewed.length || removed.length) paint();
    read(added);
    if (named.isFirstPass || waiting.length || furniture.length || isRevisionDue) void ask();
    else if (removed.length) onMarks(named.actors());
  }

  function isRead({ zone }: Block): boolean {
    return named.choices.furniture || zone !== "furniture";
  }

  function read(blocks: Iterable<Block>): void {
    for (const block of blocks) {
      if (!isRead(block)) continue;
      live.set(block.id, block);
      (block.zone === "furniture" ? furniture : waiting).push(block);
    }
  }

  /** The reader wants furniture marked as well, or no longer. */
  function furnish(): void {
    for (const block of text.blocks) {
      if (block.zone !== "furniture") continue;
      if (named.choices.furniture) read([block]);
      else forget(block);
    }
    void ask();
  }

  function forget({ id }: Block): void {
    live.delete(id);
    named.forget(id);
    marks.erase(id);
  }

  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    while ((waiting.length || furniture.length || isRevisionDue) && !signal.aborted) {
      const isAside = !waiting.length && !isRevisionDue;
      isRevisionDue = false;
      const [asked, rest] = split((isAside ? furniture : waiting).filter(({ id }) => live.has(id)));
      if (isAside) furniture = rest;
      else waiting = rest;
      const passages = asked.map(({ id, text }) => ({ id, text }));
      firstBlock ??= passages.find(({ id }) => id >= 0)?.id;
      const about = firstBlock === undefined ? page : { ...page, firstBlock };
      await findMentions(passages, about, evidence)
        .then((found) => accept(found, isAside))
        .catch(onError);
    }
    isAsking = false;
    if (signal.aborted) return;
    if (named.isFirstPass) {
      named.isFirstPass = false;
      paint();
    }
    onMarks(named.actors());
  }

  function accept(found: FoundKinds, isAside: boolean): void {
    if (signal.aborted) return;
    named.learn(found.kinds);
    for (const [id, mentions] of inLive(found.mentions)) named.take(id, mentions);
    if (!isAside) {
      evidence = ofBlocks(found.evidence, live);
      isRevisionDue ||= sizeOf(evidence) < sizeOf(found.evidence);
      for (const [id, mentions] of inLive(found.revised)) named.revise(id, mentions);
    }
    paint();
  }

  function inLive(byBlock: FoundKinds["mentions"]): [number, readonly Mention[]][] {
    const all = Object.entries(byBlock).map(([key, mentions]): [number, readonly Mention[]] => [Number(key), mentions]);
    return all.filter(([id]) => live.has(id));
  }

  function paint(): void {
    const marked = named.marked();
    const lines = linesAmong(marked, named.choices.lines, (id) => live.get(id)?.zone === "furniture");
    for (const [id, mentions] of marked) {
      const block = live.get(id);
      if (block && !stale.has(id)) marks.paint(block, mentions, lines);
    }
  }
}
