import type { BlockEvidence, OpenHit } from "./mention.ts";

export interface Place {
  readonly block: number;
  readonly start: number;
}

/** A block and what it establishes. */
export type Told = readonly [block: number, told: BlockEvidence];

export type PlacedHit = OpenHit & Place;
type Entry<K extends "context" | "rivals"> = NonNullable<BlockEvidence[K]>[number];

/** What the blocks of an article establish together. */
export interface Whole {
  readonly strong: readonly (Place & { readonly actor: string })[];
  readonly context: readonly Entry<"context">[];
  readonly rivals: readonly (Entry<"rivals"> & Place)[];
  readonly open: readonly PlacedHit[];
}

export function wholeOf(blocks: readonly Told[]): Whole {
  const placed = <T extends object>(pick: (told: BlockEvidence) => readonly T[] | undefined) =>
    blocks.flatMap(([block, told]) => (pick(told) ?? []).map((entry) => ({ ...entry, block })));
  return {
    strong: placed(({ strong = {} }) => Object.entries(strong).map(([actor, start]) => ({ actor, start }))),
    context: placed(({ context }) => context),
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
