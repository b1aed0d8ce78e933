import { findNames } from "./find.ts";
import type { Evidence, Found, Mention, OpenHit, Page, Passage } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";
import { mayBeName } from "./ordinary-words.ts";
import { type BlockHits, resolveOpen, sortHits, TITLE } from "./resolve.ts";

/**
 * Passages of one article → the mentions in them, what the article has established by then, and which earlier passages that changes.
 * Keeps no state: what was established before comes in as `evidence`.
 */
export function findMentions(passages: readonly Passage[], page: Page, evidence: Evidence, index: NameIndex): Found {
  const isName = isEnglish(page.language) ? mayBeName : () => false;
  const read = ({ id, text }: Passage): BlockHits => sortHits(id, findNames(text, index, isName), index);

  const title = read({ id: TITLE, text: page.title });
  const blocks = passages.map(read);
  const whole = join([title.evidence, evidence, ...blocks.map((block) => block.evidence)]);
  const open = resolveOpen(whole, index).filter(({ block }) => block !== TITLE);

  const before = new Map(evidence.open.map((hit) => [placeOf(hit), hit.actor]));
  const asked = new Set(passages.map(({ id }) => id));
  const changed = new Set(
    open.filter((hit) => !asked.has(hit.block) && before.get(placeOf(hit)) !== hit.actor).map(({ block }) => block),
  );
  const conditional = groupByBlock(open, (block) => asked.has(block) || changed.has(block));

  const mentions: Record<number, Mention[]> = {};
  passages.forEach(({ id }, i) => {
    const settled = blocks[i]?.settled ?? [];
    mentions[id] = [...settled, ...(conditional.get(id) ?? [])].sort((a, b) => a.start - b.start);
  });
  const revised: Record<number, Mention[]> = {};
  for (const block of changed) revised[block] = conditional.get(block) ?? [];
  return { mentions, evidence: { ...join([evidence, ...blocks.map((block) => block.evidence)]), open }, revised };
}

function join(parts: readonly Evidence[]): Evidence {
  return {
    strong: parts.flatMap(({ strong }) => strong),
    context: parts.flatMap(({ context }) => context),
    rivals: parts.flatMap(({ rivals }) => rivals),
    open: parts.flatMap(({ open }) => open),
  };
}

function groupByBlock(open: readonly OpenHit[], wanted: (block: number) => boolean): Map<number, Mention[]> {
  const groups = new Map<number, Mention[]>();
  for (const { block, start, end, actor } of open) {
    if (!actor || !wanted(block)) continue;
    const mention: Mention = { actor, start, end, conditional: true };
    const group = groups.get(block);
    if (group) group.push(mention);
    else groups.set(block, [mention]);
  }
  return groups;
}

function placeOf({ block, start }: OpenHit): string {
  return `${block}:${start}`;
}

/** Capitals tell names from common words in English; in German every noun has one. Unknown language: taken for English. */
function isEnglish(language: string | undefined): boolean {
  return language === undefined || /^en\b/i.test(language);
}
