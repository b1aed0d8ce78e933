import type { Mention } from "../mentions/mention.ts";
import type { Block } from "../text/page-text.ts";
import { toStaticRange } from "../text/ranges.ts";
import { Registries } from "./registries.ts";

/** The names under which the stylesheet knows our marks. The registry is shared with the page, hence the prefix. */
const UNDERLINE = "dramatis-underline";
const CURRENT = "dramatis-current";
/** A page that takes our marks away again and again shall have its way. */
const MAX_RESTORES = 20;

/** A painted mention. */
export interface Mark {
  readonly block: Block;
  readonly mention: Mention;
  readonly range: StaticRange;
  /** The page's own, or that of a frame. */
  readonly document: Document;
}

/** The marks on one page and in its frames. Painting changes no node of it; `signal` takes all of them away. */
export class Marks {
  readonly #painted = new Highlight();
  readonly #current = new Highlight();
  readonly #byBlock = new Map<number, { readonly block: Block; readonly marks: readonly Mark[] }>();
  readonly #registries: Registries;
  #restores = 0;

  constructor(document: Document, signal: AbortSignal) {
    this.#current.priority = 1;
    const highlights = new Map([
      [UNDERLINE, this.#painted],
      [CURRENT, this.#current],
    ]);
    this.#registries = new Registries(document, highlights);
    signal.addEventListener("abort", () => this.#clear());
  }

  get isShown(): boolean {
    return this.#registries.isShown;
  }

  set isShown(isShown) {
    this.#registries.isShown = isShown;
  }

  /** Paints the mentions of a block in place of what was painted there; does nothing where they are as they were. */
  paint(block: Block, mentions: readonly Mention[]): void {
    const before = this.#byBlock.get(block.id);
    if (before?.block === block && isSame(before.marks, mentions)) return;
    this.erase(block.id);
    if (!mentions.length) return;
    const marks = mentions.map((mention) => ({
      block,
      mention,
      range: toStaticRange(block, mention.start, mention.end),
      document: block.container.ownerDocument,
    }));
    for (const { range } of marks) this.#painted.add(range);
    this.#byBlock.set(block.id, { block, marks });
    this.#registries.reach(block.container);
  }

  erase(blockId: number): void {
    for (const { range } of this.#byBlock.get(blockId)?.marks ?? []) {
      this.#painted.delete(range);
      this.#current.delete(range);
    }
    this.#byBlock.delete(blockId);
  }

  /** The document of a frame is painted in no more. */
  leave(document: Document): void {
    this.#registries.leave(document);
  }

  /** Whether the document of a mark is there, so that its place can be looked at. */
  isThere({ document }: Mark): boolean {
    return this.#registries.has(document);
  }

  in(block: Block): readonly Mark[] {
    return this.#byBlock.get(block.id)?.marks ?? [];
  }

  all(): Mark[] {
    return [...this.#byBlock.values()].flatMap(({ marks }) => marks);
  }

  /** Paints one mark as the one that the reader is at, or none. */
  showCurrent(mark: Mark | null): void {
    this.#current.clear();
    if (mark) this.#current.add(mark.range);
  }

  /** Puts the marks back where the page has cleared the registry or our highlight in it, which raises no event. */
  restore(): void {
    const isCleared = this.#painted.size === 0 && this.#byBlock.size > 0;
    if (!this.isShown || (this.#registries.isWhole && !isCleared) || this.#restores >= MAX_RESTORES) return;
    this.#restores++;
    this.#registries.register();
    if (isCleared) for (const { range } of this.all()) this.#painted.add(range);
  }

  #clear(): void {
    this.#registries.leaveAll();
    this.#painted.clear();
    this.#current.clear();
    this.#byBlock.clear();
  }
}

function isSame(marks: readonly Mark[], mentions: readonly Mention[]): boolean {
  return (
    marks.length === mentions.length &&
    marks.every(({ mention }, i) => {
      const other = mentions[i] as Mention;
      return mention.actor === other.actor && mention.start === other.start && mention.end === other.end;
    })
  );
}
