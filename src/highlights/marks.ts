import sheetText from "../../assets/highlight.css";
import type { Mention } from "../mentions/mention.ts";
import type { Block } from "../text/page-text.ts";
import { toStaticRange } from "../text/ranges.ts";

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
}

/** The marks on one page. Painting changes no node of it; `signal` takes all of them away. */
export class Marks {
  readonly #painted = new Highlight();
  readonly #current = new Highlight();
  readonly #byBlock = new Map<number, { readonly block: Block; readonly marks: readonly Mark[] }>();
  readonly #styledRoots = new Set<ShadowRoot>();
  #sheet: CSSStyleSheet | undefined;
  #isShown = true;
  #restores = 0;

  constructor(signal: AbortSignal) {
    this.#current.priority = 1;
    this.#register();
    signal.addEventListener("abort", () => this.#clear());
  }

  get isShown(): boolean {
    return this.#isShown;
  }

  set isShown(isShown) {
    this.#isShown = isShown;
    if (isShown) this.#register();
    else this.#unregister();
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
    for (const { range } of marks) this.#painted.add(range);
    this.#byBlock.set(block.id, { block, marks });
    this.#styleRoot(block);
  }

  erase(blockId: number): void {
    for (const { range } of this.#byBlock.get(blockId)?.marks ?? []) {
      this.#painted.delete(range);
      this.#current.delete(range);
    }
    this.#byBlock.delete(blockId);
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
    if (!this.#isShown || (CSS.highlights.has(UNDERLINE) && !isCleared) || this.#restores >= MAX_RESTORES) return;
    this.#restores++;
    this.#register();
    if (isCleared) for (const { range } of this.all()) this.#painted.add(range);
  }

  #register(): void {
    CSS.highlights.set(UNDERLINE, this.#painted);
    CSS.highlights.set(CURRENT, this.#current);
  }

  #unregister(): void {
    CSS.highlights.delete(UNDERLINE);
    CSS.highlights.delete(CURRENT);
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
    this.#unregister();
    this.#painted.clear();
    this.#current.clear();
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
