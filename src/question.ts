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

/** How much has been established. */
export function sizeOf({ strong, context, rivals, dated, open }: Evidence): number {
  return strong.length + context.length + rivals.length + dated.length + open.length;
}

/** The share of the evidence that rests on blocks still there. */
export function ofBlocks(
  { strong, context, rivals, dated, open, language }: Evidence,
  live: ReadonlyMap<number, Block>,
): Evidence {
  const stays = ({ block }: { readonly block: number }) => live.has(block);
  return {
    strong: strong.filter(stays),
    context: context.filter(stays),
    rivals: rivals.filter(stays),
    dated: dated.filter(stays),
    open: open.filter(stays),
    ...(language !== undefined && { language }),
  };
}
