import type { MarkStyle } from "../choices.ts";
import type { Mention } from "../mentions/mention.ts";
import { onAbort } from "../on-abort.ts";
import { elementOf } from "../text/elements.ts";
import type { Block } from "../text/page-text.ts";
import { toStaticRange } from "../text/ranges.ts";
import { NearWindow } from "./near-window.ts";
import { Registries } from "./registries.ts";

/** The names under which the stylesheet knows our marks. The registry is shared with the page, hence the prefix. */
const UNDERLINE = "dramatis-underline";
const TINT = "dramatis-tint";
const CURRENT = "dramatis-current";
/** A page that takes our marks away again and again shall have its way. */
const MAX_RESTORES = 20;
/** More than these are painted near the window only: Chromium goes over all that is painted at each frame in which a page changes. */
const MAX_EVERYWHERE = 300;

/** A mention that opens a card, painted or not. */
export interface Mark {
  readonly block: Block;
  readonly mention: Mention;
  /** It is painted, in styles that paint and where the window is; others only while the pointer is on them. */
  readonly hasLine: boolean;
  readonly range: StaticRange;
  /** The page's own, or that of a frame. */
  readonly document: Document;
}

/** The marks on one page and in its frames. Painting changes no node of it; `signal` takes all of them away. */
export class Marks {
  readonly #underlined = new Highlight();
  readonly #tinted = new Highlight();
  readonly #current = new Highlight();
  readonly #byBlock = new Map<number, { readonly block: Block; readonly marks: readonly Mark[] }>();
  readonly #byElement = new Map<Element, Set<number>>();
  /** Once there are many. */
  #near: NearWindow | undefined;
  readonly #document: Document;
  readonly #registries: Registries;
  #style: MarkStyle = "underline";
  /** What `#painted` is to hold, whatever the page does to it. */
  readonly #lines = new Set<StaticRange>();
  #pointed: Mark | null = null;
  #restores = 0;

  constructor(document: Document, signal: AbortSignal) {
    this.#document = document;
    this.#current.priority = 1;
    const highlights = new Map([
      [UNDERLINE, this.#underlined],
      [TINT, this.#tinted],
      [CURRENT, this.#current],
    ]);
    this.#registries = new Registries(document, highlights);
    onAbort(signal, () => this.#clear());
  }

  get #painted(): Highlight {
    return this.#style === "tint" ? this.#tinted : this.#underlined;
  }

  set style(style: MarkStyle) {
    if (style === this.#style) return;
    this.point(null);
    this.#painted.clear();
    this.#lines.clear();
    this.#style = style;
    for (const mark of this.all()) if (mark.hasLine) this.#draw(mark);
  }

  get isShown(): boolean {
    return this.#registries.isShown;
  }

  set isShown(isShown) {
    this.#registries.isShown = isShown;
  }

  /** Marks the mentions of a block, those in `lines` for all to see, in place of what was marked there; does nothing where all is as it was. */
  paint(block: Block, mentions: readonly Mention[], lines: ReadonlySet<Mention>): void {
    const before = this.#byBlock.get(block.id);
    if (before?.block === block && isSame(before.marks, mentions, lines)) return;
    this.erase(block.id);
    if (!mentions.length) return;
    const marks = mentions.map((mention) => ({
      block,
      mention,
      hasLine: lines.has(mention),
      range: toStaticRange(block, mention.start, mention.end),
      document: block.container.ownerDocument,
    }));
    this.#byBlock.set(block.id, { block, marks });
    this.#stand(elementOf(block.container), block.id);
    for (const mark of marks) if (mark.hasLine) this.#draw(mark);
    this.#registries.reach(block.container);
    if (!this.#near && this.#lines.size > MAX_EVERYWHERE) this.#paintNear();
  }

  #stand(element: Element, id: number): void {
    const ids = this.#byElement.get(element);
    if (ids) ids.add(id);
    else {
      this.#byElement.set(element, new Set([id]));
      this.#near?.watch(element);
    }
  }

  #paintNear(): void {
    this.#near = new NearWindow(this.#document, (element, isNear) => {
      for (const id of this.#byElement.get(element) ?? [])
        for (const mark of this.#byBlock.get(id)?.marks ?? [])
          if (!isNear) this.#wipe(mark);
          else if (mark.hasLine) this.#draw(mark);
    });
    for (const element of this.#byElement.keys()) this.#near.watch(element, true);
  }

  #draw({ range, block }: Mark): void {
    if (this.#style === "hover" || this.#near?.has(elementOf(block.container)) === false) return;
    this.#lines.add(range);
    this.#painted.add(range);
  }

  #wipe(mark: Mark): void {
    this.#lines.delete(mark.range);
    if (mark !== this.#pointed) this.#painted.delete(mark.range);
  }

  erase(blockId: number): void {
    const erased = this.#byBlock.get(blockId);
    if (!erased) return;
    for (const mark of erased.marks) {
      if (mark === this.#pointed) this.#pointed = null;
      this.#wipe(mark);
      this.#current.delete(mark.range);
    }
    this.#byBlock.delete(blockId);
    const element = elementOf(erased.block.container);
    const ids = this.#byElement.get(element);
    ids?.delete(blockId);
    if (ids?.size) return;
    this.#byElement.delete(element);
    this.#near?.unwatch(element);
  }

  /** The pointer is on this mark, which shows now if it did not before, or on none. */
  point(mark: Mark | null): void {
    if (mark === this.#pointed) return;
    if (this.#pointed && !this.#lines.has(this.#pointed.range)) this.#painted.delete(this.#pointed.range);
    this.#pointed = mark;
    if (mark) this.#painted.add(mark.range);
  }

  /** The document of a frame is painted in no more. */
  leave(document: Document): void {
    this.#registries.leave(document);
  }

  /** Whether the document of a mark is there, so that its place can be looked at. */
  isThere({ document }: Mark): boolean {
    return this.#registries.has(document);
  }

  /** Whether one of these elements, or a root in it, has a text of its own with marks. */
  areIn(path: readonly EventTarget[]): boolean {
    return path.some((node) => this.#byElement.has(node as Element));
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
    if (!this.isShown || this.#restores >= MAX_RESTORES) return;
    const isCleared = this.#painted.size === 0 && this.#lines.size > 0;
    if (isCleared) for (const range of this.#lines) this.#painted.add(range);
    if (this.#registries.register() || isCleared) this.#restores++;
  }

  #clear(): void {
    this.#registries.leaveAll();
    this.#near?.leave();
    for (const drawn of [this.#underlined, this.#tinted, this.#current, this.#lines, this.#byBlock]) drawn.clear();
  }
}

function isSame(marks: readonly Mark[], mentions: readonly Mention[], lines: ReadonlySet<Mention>): boolean {
  return (
    marks.length === mentions.length &&
    marks.every(({ mention, hasLine }, i) => {
      const other = mentions[i] as Mention;
      const isThere = mention.start === other.start && mention.end === other.end;
      return isThere && mention.actor === other.actor && hasLine === lines.has(other);
    })
  );
}
