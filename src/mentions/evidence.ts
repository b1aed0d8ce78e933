import type { Evidence } from "./mention.ts";

/** A hit whose actor depends on the rest of the article, and whom it stands for so far. */
export interface OpenHit {
  readonly start: number;
  readonly end: number;
  /** Key of the name in the index. */
  readonly name: string;
  /** Bearers whom a title beside the name tells to be meant. */
  readonly titled?: readonly string[];
  /** As well an ordinary word where it stands: it needs another mention, whatever its strength. */
  readonly isDoubtful?: true;
  readonly actor: string | null;
}

/** What one block establishes. Kinds that it tells nothing of are left out. */
export interface BlockEvidence {
  /** By actor, where they are first named so that nobody else can be meant, or by a word that anchors them. */
  readonly strong?: Readonly<Record<string, number>>;
  /** Actors whom words of the block tell from namesakes. */
  readonly context?: readonly string[];
  /** Those of whom it tells that a namesake is meant. */
  readonly notContext?: readonly string[];
  /** Names borne by somebody the digest does not know; a guess gives way to a bearer whom the article has introduced. */
  readonly rivals?: readonly { readonly start: number; readonly name: string; readonly isGuess?: true }[];
  /** The date at the head of the article, where the page itself tells none. */
  readonly date?: string;
  readonly open?: readonly OpenHit[];
}

/** A block and what it establishes. */
export type Told = readonly [block: number, told: BlockEvidence];

/** In place of a quote, which takes two characters where messages are JSON again; no word of a name holds it. */
const QUOTE = "\u007f";

export function unseal(evidence: Evidence): Told[] {
  return Object.entries(evidence).map(([block, told]) => [Number(block), JSON.parse(told.replaceAll(QUOTE, '"'))]);
}

/** Blocks that tell nothing are left out. */
export function seal(blocks: readonly Told[]): Evidence {
  const telling = blocks.filter(([, told]) => Object.keys(told).length);
  return Object.fromEntries(telling.map(([block, told]) => [block, JSON.stringify(told).replaceAll('"', QUOTE)]));
}

export interface Place {
  readonly block: number;
  readonly start: number;
}

export type PlacedHit = OpenHit & Place;

/** What the blocks of an article establish together. */
export interface Whole {
  readonly strong: readonly (Place & { readonly actor: string })[];
  readonly context: ReadonlySet<string>;
  readonly notContext: ReadonlySet<string>;
  readonly rivals: readonly (NonNullable<BlockEvidence["rivals"]>[number] & Place)[];
  readonly open: readonly PlacedHit[];
}

export function wholeOf(blocks: readonly Told[]): Whole {
  const placed = <T extends object>(pick: (told: BlockEvidence) => readonly T[] | undefined) =>
    blocks.flatMap(([block, told]) => (pick(told) ?? []).map((entry) => ({ ...entry, block })));
  const all = (pick: (told: BlockEvidence) => readonly string[] | undefined) =>
    new Set(blocks.flatMap(([, told]) => pick(told) ?? []));
  return {
    strong: placed(({ strong = {} }) => Object.entries(strong).map(([actor, start]) => ({ actor, start }))),
    context: all(({ context }) => context),
    notContext: all(({ notContext }) => notContext),
    rivals: placed(({ rivals }) => rivals),
    open: placed(({ open }) => open),
  };
}

/** As it goes back into the evidence of its block. */
export function withoutBlock({ block: _, ...hit }: PlacedHit): OpenHit {
  return hit;
}

export function byBlock(hits: readonly PlacedHit[]): Map<number, PlacedHit[]> {
  const groups = new Map<number, PlacedHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.block);
    if (group) group.push(hit);
    else groups.set(hit.block, [hit]);
  }
  return groups;
}
