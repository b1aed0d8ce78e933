import type { Evidence, Page, Passage } from "./mentions/mention.ts";
import type { FoundKinds } from "./protocol.ts";
import type { Block } from "./text/page-text.ts";
import { beginTurn, isTurnOver, rest } from "./turn.ts";

export interface InquiryOptions {
  /** `evidence` is to be read at once: it goes on to change. */
  readonly findMentions: (passages: Passage[], page: Page, evidence: Evidence) => Promise<FoundKinds>;
  /** What was found in blocks that are still there. `revised` tells of others than those that were asked about. */
  readonly onFound: (found: FoundKinds) => void;
  /** Nothing is left to ask. */
  readonly onDone: () => void;
  /** A question failed for good; its blocks stay unmarked, the others do not. */
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** One question carries this much text at most, in characters, so that neither side is held up. */
const MAX_QUESTION_CHARS = 100_000;

/** What is asked of the worker about one page: the article first, then what stands around it, one question at a time. */
export class Inquiry {
  /** What is asked about, or has been, and is still there. */
  readonly blocks = new Map<number, Block>();
  readonly #options: InquiryOptions;
  #page: Page;
  readonly #evidence: Record<number, string> = {};
  /** What has been found out of the article as a whole: its first block, as navigation has ids as well, and its language, unless the page tells it. */
  readonly #about: { firstBlock?: number; language?: string } = {};
  #waiting: Block[] = [];
  /** Menus, comments and teasers, which tell nothing about the names of the article. */
  #furniture: Block[] = [];
  #isAsking = false;
  #isRevisionDue = false;

  constructor(page: Page, options: InquiryOptions) {
    this.#page = page;
    this.#options = options;
  }

  get page(): Page {
    return this.#page;
  }

  set page(page) {
    this.#page = page;
    // Before anything has been read there is nothing to judge anew.
    if (!this.blocks.size) return;
    this.#isRevisionDue = true;
    void this.ask();
  }

  get isDue(): boolean {
    return this.#waiting.length > 0 || this.#furniture.length > 0 || this.#isRevisionDue;
  }

  add(block: Block): void {
    this.blocks.set(block.id, block);
    (block.zone === "furniture" ? this.#furniture : this.#waiting).push(block);
  }

  /** A block has gone: what stood in it may have told whom a surname elsewhere stands for. */
  forget(id: number): void {
    this.blocks.delete(id);
    this.#isRevisionDue ||= id in this.#evidence;
    delete this.#evidence[id];
  }

  async ask(): Promise<void> {
    const { findMentions, onDone, onError, signal } = this.#options;
    if (this.#isAsking) return;
    this.#isAsking = true;
    let isLate = isTurnOver();
    while (this.isDue && !signal.aborted) {
      if (isLate) {
        await rest();
        isLate = false;
        continue;
      }
      const isRevisionDue = this.#isRevisionDue;
      const isAside = !this.#waiting.length && !isRevisionDue;
      this.#isRevisionDue = false;
      const passages = this.#next(isAside).map(({ id, text }) => ({ id, text }));
      // All that waited has gone.
      if (!passages.length && !isRevisionDue) continue;
      const first = passages.find(({ id }) => id >= 0);
      if (first) this.#about.firstBlock ??= first.id;
      await findMentions(passages, { ...this.#about, ...this.#page }, this.#evidence)
        .then((found) => this.#accept(found, isAside))
        .catch(onError);
      // On a long page what is known by now takes its time to be read and sent again.
      isLate = true;
    }
    this.#isAsking = false;
    if (!signal.aborted) onDone();
  }

  #next(isAside: boolean): readonly Block[] {
    const due = new Set(isAside ? this.#furniture : this.#waiting);
    const [asked, others] = split([...due].filter(({ id, zone }) => this.blocks.get(id)?.zone === zone));
    if (isAside) this.#furniture = others;
    else this.#waiting = others;
    return asked;
  }

  #accept(found: FoundKinds, isAside: boolean): void {
    if (this.#options.signal.aborted) return;
    beginTurn();
    if (!isAside) this.#learn(found);
    const revised = isAside ? {} : this.#there(found.revised, false);
    this.#options.onFound({ ...found, mentions: this.#there(found.mentions, isAside), revised });
  }

  #learn({ language, evidence }: FoundKinds): void {
    if (language) this.#about.language ??= language;
    const there = this.#there(evidence, false);
    this.#isRevisionDue ||= Object.keys(there).length < Object.keys(evidence).length;
    Object.assign(this.#evidence, there);
  }

  /** Of blocks that are still there, and what they were: teasers may have become an article meanwhile. */
  #there<T>(byBlock: Readonly<Record<number, T>>, isAside: boolean): Record<number, T> {
    const isThere = ([id]: [string, T]) => {
      const zone = this.blocks.get(Number(id))?.zone;
      return zone !== undefined && (zone === "furniture") === isAside;
    };
    return Object.fromEntries(Object.entries(byBlock).filter(isThere));
  }
}

/** As many blocks as one question carries, at least one, and the rest. */
function split(blocks: readonly Block[]): [Block[], Block[]] {
  let chars = 0;
  let count = 0;
  while (count < blocks.length && (count === 0 || chars < MAX_QUESTION_CHARS))
    chars += (blocks[count++] as Block).text.length;
  return [blocks.slice(0, count), blocks.slice(count)];
}
