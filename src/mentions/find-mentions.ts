import { TITLE } from "./bearers.ts";
import { findNames } from "./find.ts";
import { guessLanguage } from "./language.ts";
import { mainLanguage } from "./limit.ts";
import {
  type Evidence,
  type Found,
  type Mention,
  NO_EVIDENCE,
  type OpenHit,
  type Page,
  type Passage,
} from "./mention.ts";
import type { NameIndex } from "./name-index.ts";
import { resolveOpen } from "./resolve.ts";
import { type BlockHits, sortHits } from "./sort-hits.ts";

/** A dateline stands in one of the first blocks. */
const HEAD_BLOCKS = 5;
const DATELINE = /^\p{Lu}{3,}[\p{L}\d .,'-]{0,40}\b(1[89]\d\d|20\d\d)\)?\s*(?:\(\p{Lu}+\)\s*)?[—–]/u;

/**
 * Passages of one article → the mentions in them, what the article has established by then, and which earlier passages that changes.
 * Keeps no state: what was established before comes in as `evidence`.
 */
export function findMentions(passages: readonly Passage[], page: Page, evidence: Evidence, index: NameIndex): Found {
  const guessed = page.language ? undefined : (evidence.language ?? guessLanguage(sample(passages)));
  const language = page.language ? mainLanguage(page.language) : guessed;
  const titled = { id: TITLE, text: page.title };
  const firstBlock = page.firstBlock ?? 0;
  const dated = passages.flatMap((passage) => datelinesOf(passage, firstBlock));
  const when = page.published ?? [...evidence.dated, ...dated].sort((a, b) => a.block - b.block)[0]?.date;
  const read = ({ id, text }: Passage): BlockHits => sortHits(id, findNames(text, index, language, when), index, when);

  const title = read(titled);
  const blocks = passages.map(read);
  const whole = join([title.evidence, evidence, ...blocks.map((block) => block.evidence)]);
  const open = resolveOpen(whole, index, when, firstBlock).filter(({ block }) => block !== TITLE);

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
  const known = join([evidence, ...blocks.map((block) => block.evidence)]);
  return {
    mentions,
    evidence: { ...known, dated: [...evidence.dated, ...dated], open, ...(guessed && { language: guessed }) },
    revised,
  };
}

/** Who is named in one passage, as far as it tells by itself. */
export function actorsIn(text: string, page: Page, index: NameIndex): string[] {
  const found = findMentions([{ id: 0, text }], page, NO_EVIDENCE, index).mentions[0] ?? [];
  return [...new Set(found.map(({ actor }) => actor))];
}

function join(parts: readonly Omit<Evidence, "dated" | "language">[]): Omit<Evidence, "dated" | "language"> {
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

/** As much text as tells a language. */
function sample(passages: readonly Passage[]): string {
  let text = "";
  for (const passage of passages) {
    if (text.length > SAMPLE_CHARS) break;
    text += ` ${passage.text.slice(0, SAMPLE_CHARS)}`;
  }
  return text;
}
const SAMPLE_CHARS = 2_000;

/** MOSCOW, March 3, 1953 — the year before the dash at the head of an article. */
function datelinesOf({ id, text }: Passage, firstBlock: number): Evidence["dated"] {
  const date = firstBlock <= id && id < firstBlock + HEAD_BLOCKS ? DATELINE.exec(text)?.[1] : undefined;
  return date === undefined ? [] : [{ block: id, date }];
}
