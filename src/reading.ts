import type { Choices } from "./choices.ts";
import { linesAmong } from "./highlights/lines.ts";
import { type Mark, Marks } from "./highlights/marks.ts";
import { type Filter, Named } from "./highlights/named.ts";
import { Inquiry, type InquiryOptions } from "./inquiry.ts";
import type { Mention, Page } from "./mentions/mention.ts";
import { onAbort } from "./on-abort.ts";
import { type Block, type Changes, PageText } from "./text/page-text.ts";
import { toOffset } from "./text/ranges.ts";
import { watchText } from "./text/watch.ts";
import { type Listen, Windows } from "./text/windows.ts";
import { beginTurn, isTurnOver, rest } from "./turn.ts";

export interface ReadingOptions extends Pick<InquiryOptions, "findMentions" | "onError" | "signal"> {
  readonly choices: Choices;
  /** Called after marks were painted or taken away, with the actors marked on the page now. */
  readonly onMarks: (actors: ReadonlySet<string>) => void;
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
  /** The marks at a place in a text of the page; none while they are hidden. */
  marksAt(node: Node, offset: number): readonly Mark[];
  /** Whether an event may be on a mark, by its path; only then is it worth a look what is under it. */
  mayMeet(path: readonly EventTarget[]): boolean;
  /** All marks, hidden ones too: nothing is measured for them. */
  marks(): Mark[];
  /** Whether the document of a mark is there; where not, its nodes must not be looked at. */
  isThere(mark: Mark): boolean;
  /** Shows the mark that the pointer is on also where it is not painted otherwise, or none. */
  point(mark: Mark | null): void;
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
  const named = new Named(choices);
  const stale = new Set<number>();
  const unpainted = new Set<number>();
  let marked: ReadonlyMap<number, readonly Mention[]> = new Map();
  let lines: ReadonlySet<Mention> = new Set();
  const inquiry = new Inquiry(page, {
    findMentions,
    onFound({ mentions, revised, kinds }) {
      named.learn(kinds);
      for (const [id, found] of Object.entries(mentions)) named.take(Number(id), found);
      for (const [id, found] of Object.entries(revised)) named.revise(Number(id), found);
      void paint(Object.keys({ ...mentions, ...revised }).map(Number));
    },
    async onDone() {
      if (named.isFirstPass) {
        named.isFirstPass = false;
        await paint();
      }
      if (!signal.aborted) onMarks(named.actors());
    },
    onError,
    signal,
  });

  windows.add(document, signal);
  marks.style = choices.style;
  windows.listen("pointermove", () => marks.restore());
  document.addEventListener("visibilitychange", () => marks.restore(), { signal, passive: true });
  const wantsFurniture = () => named.choices.furniture;
  const readAll = watchText(document, text, { stale: erase, changed, frame, wantsFurniture }, signal);

  return {
    get page() {
      return inquiry.page;
    },
    set page(about) {
      inquiry.page = about;
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
      beginTurn();
      void paint();
      if (!named.isFirstPass) onMarks(named.actors());
    },
    get isShown() {
      return marks.isShown;
    },
    set isShown(isShown) {
      marks.isShown = isShown;
    },
    signal,
    listen: windows.listen,
    mayMeet: (path) => marks.areIn(path),
    marks: () => marks.all(),
    isThere: (mark) => marks.isThere(mark),
    marksAt(node, caret) {
      const block = !signal.aborted && marks.isShown && text.blockOf(node);
      if (!block) return [];
      const offset = toOffset(block, node, caret);
      return marks.in(block).filter(({ mention: { start, end } }) => start <= offset && offset <= end);
    },
    point: (mark) => marks.point(mark),
    showCurrent: (mark) => marks.showCurrent(mark),
    actors: (filter) => named.actors(filter),
  };

  function frame(document: Document, life: AbortSignal): void {
    windows.add(document, life);
    onAbort(life, () => marks.leave(document));
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
    for (const block of renewed) {
      if (inquiry.blocks.has(block.id)) inquiry.blocks.set(block.id, block);
      else read(block);
    }
    if (renewed.length || removed.length) void paint(renewed.map(({ id }) => id));
    added.forEach(read);
    if (named.isFirstPass || inquiry.isDue) void inquiry.ask();
    else if (removed.length) onMarks(named.actors());
  }

  function read(block: Block): void {
    if (!wantsFurniture() && block.zone === "furniture") return;
    // What was taken for furniture and is asked about once more.
    if (inquiry.blocks.has(block.id)) forget(block);
    inquiry.add(block);
  }

  /** The reader wants furniture marked as well, or no longer. */
  function furnish(): void {
    if (wantsFurniture()) readAll();
    else for (const block of inquiry.blocks.values()) if (block.zone === "furniture") forget(block);
  }

  function forget({ id }: Block): void {
    inquiry.forget(id);
    named.forget(id);
    marks.erase(id);
  }

  /** Paints, turn by turn, the blocks that are others than before, by default all: a first line on the page may now be elsewhere. */
  async function paint(among?: readonly number[]): Promise<void> {
    const isSomewhere = named.choices.lines !== "article";
    for (const id of (isSomewhere && among) || inquiry.blocks.keys()) unpainted.add(id);
    marked = named.marked(named.choices, isSomewhere ? unpainted : undefined);
    lines = linesAmong(marked, named.choices.lines, (id) => inquiry.blocks.get(id)?.zone === "furniture");
    while (unpainted.size && !signal.aborted) {
      paintMore();
      if (unpainted.size) await rest();
    }
  }

  function paintMore(): void {
    for (const id of unpainted) {
      const block = inquiry.blocks.get(id);
      unpainted.delete(id);
      try {
        // What has left the page a moment ago is yet to be forgotten.
        if (block?.container.isConnected && !stale.has(id)) marks.paint(block, marked.get(id) ?? [], lines);
      } catch (error) {
        onError(error);
      }
      if (isTurnOver()) break;
    }
  }
}
