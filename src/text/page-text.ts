import type { Reader, Run } from "./blocks.ts";
import { articleRoot, LATER_ARTICLE_CHARS, type Zone, zoneOf } from "./body.ts";
import type { Container } from "./elements.ts";

/** A run with an identity: it keeps its id while its text stays, even where the page builds its nodes anew. */
export interface Block extends Run {
  /** Grows in reading order. */
  readonly id: number;
  readonly zone: Zone;
}

export interface Changes {
  readonly added: readonly Block[];
  readonly removed: readonly Block[];
  /** Blocks whose text is as it was, on other nodes or after a change that came to nothing. */
  readonly renewed: readonly Block[];
}

/** The blocks of one page: reads places of it and tells what became of them. */
export class PageText {
  readonly #blocks = new Set<Block>();
  readonly #byContainer = new Map<Container, Block[]>();
  readonly #byNode = new WeakMap<Node, Block>();
  #articles: Element[] = [];
  #nextId = 0;

  get blocks(): ReadonlySet<Block> {
    return this.#blocks;
  }

  blockOf(node: Node): Block | undefined {
    return this.#byNode.get(node);
  }

  blocksIn(container: Container): readonly Block[] {
    return this.#byContainer.get(container) ?? [];
  }

  /** Takes in what a walk found, in place of what stood in the same containers; `isGone` tells which other blocks have left the page. */
  take({ runs, containers }: Reader, isGone: (block: Block) => boolean = () => false): Changes {
    const old = new Set(containers.flatMap((container) => this.blocksIn(container)));
    for (const block of this.#blocks) if (isGone(block)) old.add(block);
    const oldByText = new Map<string, Block[]>();
    for (const block of old) {
      this.#forget(block);
      addTo(oldByText, block.text, block);
    }

    this.#findArticles(runs);
    const added: Block[] = [];
    const renewed: Block[] = [];
    for (const run of runs) {
      const zone = zoneOf(run, this.#articles);
      const before = takeOut(oldByText.get(run.text), (block) => block.zone === zone);
      if (before) old.delete(before);
      const block = before && isOn(before, run) ? before : { ...run, zone, id: before?.id ?? this.#nextId++ };
      (before ? renewed : added).push(block);
      this.#keep(block);
    }
    return { added, removed: [...old], renewed };
  }

  /** The first article is found among all that there is; later ones only in text that stands outside and is long enough. */
  #findArticles(runs: readonly Run[]): void {
    this.#articles = this.#articles.filter((article) => article.isConnected);
    const article = this.#articles.length
      ? articleRoot(
          runs.filter((run) => zoneOf(run, this.#articles) === "furniture"),
          LATER_ARTICLE_CHARS,
        )
      : articleRoot([...this.#blocks, ...runs]);
    if (article) this.#articles.push(article);
  }

  #keep(block: Block): void {
    this.#blocks.add(block);
    for (const node of block.nodes) this.#byNode.set(node, block);
    addTo(this.#byContainer, block.container, block);
  }

  #forget(block: Block): void {
    this.#blocks.delete(block);
    this.#byContainer.delete(block.container);
    for (const node of block.nodes) if (this.#byNode.get(node) === block) this.#byNode.delete(node);
  }
}

function isOn({ nodes, container }: Run, run: Run): boolean {
  return (
    container === run.container && nodes.length === run.nodes.length && nodes.every((node, i) => node === run.nodes[i])
  );
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function takeOut<T>(list: T[] | undefined, isWanted: (item: T) => boolean): T | undefined {
  const at = list?.findIndex(isWanted) ?? -1;
  return at < 0 ? undefined : list?.splice(at, 1)[0];
}
