import type { Reader, Run } from "./blocks.ts";
import { type Article, findArticle, findLaterArticle, type Zone, zoneOf } from "./body.ts";
import { type Container, containerOf } from "./elements.ts";

/** A run with an identity: it keeps its id while its text stays, even where the page builds its nodes anew. */
export interface Block extends Run {
  /** From 0 on in reading order; below zero for what came later, whose place among the others is not known. */
  readonly id: number;
  readonly zone: Zone;
}

export interface Changes {
  readonly added: readonly Block[];
  readonly removed: readonly Block[];
  /** Blocks whose text is as it was, on other nodes or after a change that came to nothing. */
  readonly renewed: readonly Block[];
}

const NONE: readonly Block[] = [];
/** -1 is the page's title. */
const FIRST_LATER_ID = -2;

/** The blocks of one page: reads places of it and tells what became of them. */
export class PageText {
  readonly #blocks = new Set<Block>();
  readonly #byContainer = new Map<Container, Block[]>();
  /** Furniture that was read later than all else: the pieces of one more article, perhaps. */
  readonly #laterFurniture = new Set<Block>();
  #articles: Article[] = [];
  #nextId = 0;
  #step = 1;

  get blocks(): ReadonlySet<Block> {
    return this.#blocks;
  }

  /** Looked up by its container, or one further out where the page has built one since: to remember each node of a page would cost as much as reading it. */
  blockOf(node: Node): Block | undefined {
    for (let at = containerOf(node); at; at = at.parentNode && containerOf(at.parentNode)) {
      const block = this.blocksIn(at).find(({ nodes }) => nodes.includes(node as Text));
      if (block) return block;
    }
    return undefined;
  }

  blocksIn(container: Container): readonly Block[] {
    return this.#byContainer.get(container) ?? NONE;
  }

  /** The article, where none is known yet: on a long page a task of its own. Takes in nothing. */
  firstArticle(runs: readonly Run[]): Article | null {
    return this.#articles.length ? null : findArticle([...this.#blocks, ...runs]);
  }

  /**
   * Takes in what a walk found, in place of what stood in the same containers.
   * @param isGone what else is there no more; without it the whole page was read, and the article stays the one that it was the first time
   * @param first the article among these runs, where it has been looked for
   */
  take(
    { runs, containers }: Pick<Reader, "runs" | "containers">,
    isGone?: (container: Container) => boolean,
    first: Article | null = null,
  ): Changes {
    const gone = [...this.#byContainer.keys()].filter(isGone ?? (({ isConnected }) => !isConnected));
    const known = [...containers, ...gone].filter((container) => this.#byContainer.has(container));
    const old = new Set(known.flatMap((container) => this.#forget(container)));
    const oldByText = new Map<string, Block[]>();
    for (const block of old) {
      const same = oldByText.get(block.text);
      if (same) same.push(block);
      else oldByText.set(block.text, [block]);
    }

    this.#articles = this.#articles.filter(({ core }) => !isGone?.(core) && core.isConnected);
    const added: Block[] = runs.length && (isGone || this.#step > 0) ? this.#findArticles(runs, first) : [];
    const renewed: Block[] = [];
    for (const run of runs) {
      const zone = zoneOf(run, this.#articles);
      const before = takeOut(oldByText.get(run.text), (block) => block.zone === zone);
      if (before) old.delete(before);
      const block = before && isOn(before, run) ? before : { ...run, zone, id: before?.id ?? this.#newId() };
      (before ? renewed : added).push(block);
      this.#keep(block);
    }
    if (this.#step > 0) [this.#nextId, this.#step] = [FIRST_LATER_ID, -1];
    return { added, removed: [...old], renewed };
  }

  /** Finds the article, or one more; gives out again what was taken for furniture before. */
  #findArticles(runs: readonly Run[], first: Article | null): Block[] {
    const article = this.#articles.length
      ? this.#laterArticle(runs)
      : first?.core.isConnected
        ? first
        : this.firstArticle(runs);
    if (!article) return [];
    this.#articles.push(article);
    return [...this.#laterFurniture].flatMap((block) => {
      const zone = zoneOf(block, this.#articles);
      if (zone === "furniture") return [];
      const found = { ...block, zone };
      // Whatever has not been forgotten stands there.
      const inContainer = this.#byContainer.get(block.container) as Block[];
      inContainer[inContainer.indexOf(block)] = found;
      this.#blocks.delete(block);
      this.#blocks.add(found);
      this.#laterFurniture.delete(block);
      return [found];
    });
  }

  #laterArticle(runs: readonly Run[]): Article | null {
    const outside = runs.filter((run) => zoneOf(run, this.#articles) === "furniture");
    const earlier = [...this.#blocks].filter(({ zone }) => zone === "body");
    return findLaterArticle([...this.#laterFurniture, ...outside], earlier);
  }

  #newId(): number {
    const id = this.#nextId;
    this.#nextId += this.#step;
    return id;
  }

  #keep(block: Block): void {
    this.#blocks.add(block);
    if (block.id < 0 && block.zone === "furniture") this.#laterFurniture.add(block);
    const inContainer = this.#byContainer.get(block.container);
    if (inContainer) inContainer.push(block);
    else this.#byContainer.set(block.container, [block]);
  }

  #forget(container: Container): readonly Block[] {
    const blocks = this.blocksIn(container);
    this.#byContainer.delete(container);
    for (const block of blocks) {
      this.#blocks.delete(block);
      this.#laterFurniture.delete(block);
    }
    return blocks;
  }
}

function isOn({ nodes, starts, container }: Run, run: Run): boolean {
  return (
    container === run.container &&
    nodes.length === run.nodes.length &&
    nodes.every((node, i) => node === run.nodes[i] && starts[i] === run.starts[i])
  );
}

function takeOut<T>(list: T[] | undefined, isWanted: (item: T) => boolean): T | undefined {
  const at = list?.findIndex(isWanted) ?? -1;
  return at < 0 ? undefined : list?.splice(at, 1)[0];
}
