import type { Evidence } from "./mentions/mention.ts";
import type { Block } from "./text/page-text.ts";

/** Before anything has been read. */
export const NO_EVIDENCE: Evidence = { strong: [], context: [], rivals: [], dated: [], open: [] };
/** One question carries this much text at most, in characters, so that neither side is held up. */
const MAX_QUESTION_CHARS = 100_000;

/** As many blocks as one question carries, at least one, and the rest. */
export function split(blocks: readonly Block[]): [Block[], Block[]] {
  let chars = 0;
  let count = 0;
  while (count < blocks.length && (count === 0 || chars < MAX_QUESTION_CHARS))
    chars += (blocks[count++] as Block).text.length;
  return [blocks.slice(0, count), blocks.slice(count)];
}

/** The share of the evidence that rests on blocks still there. */
export function ofBlocks(evidence: Evidence, live: ReadonlyMap<number, Block>): Evidence {
  const kept = Object.entries(evidence).map(([kind, told]: [string, Evidence[keyof Evidence]]) =>
    // All kinds are lists, but for the language.
    [kind, Array.isArray(told) ? told.filter(({ block }: { readonly block: number }) => live.has(block)) : told],
  );
  return Object.fromEntries(kept);
}

/** How much has been established. */
export function sizeOf(evidence: Evidence): number {
  return Object.values(evidence).flat().length;
}
