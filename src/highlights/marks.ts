import sheetText from "../../assets/highlight.css";
import type { Mention } from "../mentions/mention.ts";
import type { Block } from "../text/page-text.ts";
import { toStaticRange } from "../text/ranges.ts";

/** The name under which the stylesheet knows our marks. The registry is shared with the page, hence the prefix. */
const UNDERLINE = "dramatis-underline";

/** A painted mention. */
export interface Mark {
  readonly block: Block;
  readonly mention: Mention;
  readonly range: StaticRange;
}

/** The marks on one page. Painting changes no node of it; `signal` takes all of them away. */
export class Marks {
  readonly #highlight = new Highlight();
  readonly #byBlock = new Map<number, { readonly block: Block; readonly marks: readonly Mark[] }>();
  readonly #styledRoots = new Set<ShadowRoot>();
  #sheet: CSSStyleSheet | undefined;

  constructor(signal: AbortSignal) {
    CSS.highlights.set(UNDERLINE, this.#highlight);
    signal.addEventListener("abort", () => this.#clear());
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
    }));
    for (const { range } of marks) this.#highlight.add(range);
    this.#byBlock.set(block.id, { block, marks });
    this.#styleRoot(block);
  }

  erase(blockId: number): void {
    for (const { range } of this.#byBlock.get(blockId)?.marks ?? []) this.#highlight.delete(range);
    this.#byBlock.delete(blockId);
  }

  in(block: Block): readonly Mark[] {
    return this.#byBlock.get(block.id)?.marks ?? [];
  }

  /** Puts the marks back where the page has cleared the registry or our highlight in it, which raises no event. */
  restore(): void {
    if (!CSS.highlights.has(UNDERLINE)) CSS.highlights.set(UNDERLINE, this.#highlight);
    if (this.#highlight.size === 0)
      for (const { marks } of this.#byBlock.values()) for (const { range } of marks) this.#highlight.add(range);
  }

  /** Firefox applies a document's highlight rules to none of its shadow roots. */
  #styleRoot({ container }: Block): void {
    const root = container.getRootNode();
    if (!("host" in root) || this.#styledRoots.has(root as ShadowRoot)) return;
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(sheetText);
    }
    (root as ShadowRoot).adoptedStyleSheets.push(this.#sheet);
    this.#styledRoots.add(root as ShadowRoot);
  }

  #clear(): void {
    CSS.highlights.delete(UNDERLINE);
    this.#highlight.clear();
    this.#byBlock.clear();
    for (const root of this.#styledRoots) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== this.#sheet);
    }
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
