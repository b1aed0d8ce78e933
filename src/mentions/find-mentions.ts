import { TITLE } from "./bearers.ts";
import {
  type BlockEvidence,
  byBlock,
  type OpenHit,
  type PlacedHit,
  seal,
  type Told,
  unseal,
  wholeOf,
  withoutBlock,
} from "./evidence.ts";
import { findNames } from "./find.ts";
import { guessLanguage } from "./language.ts";
import { mainLanguage } from "./limit.ts";
import { type Evidence, type Found, type Mention, NO_EVIDENCE, type Page, type Passage } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";
import { resolveOpen } from "./resolve.ts";
import { type BlockHits, sortHits } from "./sort-hits.ts";

/** A dateline stands in one of the first blocks. */
const HEAD_BLOCKS = 5;
const DATELINE = /^\p{Lu}{3,}[\p{L}\d .,'-]{0,40}\b(1[89]\d\d|20\d\d)\)?\s*(?:\(\p{Lu}+\)\s*)?[—–]/u;

/**
 * Passages of one article → the mentions in them, what they establish, and which earlier passages that changes.
 * Keeps no state: what was established before comes in as `evidence`.
 */
export function findMentions(passages: readonly Passage[], page: Page, evidence: Evidence, index: NameIndex): Found {
  const language = page.language ? mainLanguage(page.language) : guessLanguage(sample(passages));
  const firstBlock = page.firstBlock ?? 0;
  const before = unseal(evidence);
  const dates = passages.map((passage): Told => [passage.id, datelineOf(passage, firstBlock)]);
  const when = page.published ?? firstDate([...before, ...dates]);
  const read = (text: string): BlockHits => sortHits(findNames(text, index, language, when), index, when);

  const title = read(page.title);
  const blocks = passages.map(({ text }) => read(text));
  const asked = passages.map(({ id }, i): Told => [id, { ...dates[i]?.[1], ...blocks[i]?.evidence }]);
  const whole = wholeOf([[TITLE, title.evidence], ...before, ...asked]);
  const open = byBlock(resolveOpen(whole, index, when, firstBlock));

  const changed = before.filter(([block, told]) => isOther(open.get(block), told.open));
  const resolved = ([block, told]: Told): Told => {
    const hits = open.get(block);
    return hits ? [block, { ...told, open: hits.map(withoutBlock) }] : [block, told];
  };
  const mentions = passages.map(({ id }, i): [number, Mention[]] => {
    const settled = blocks[i]?.settled ?? [];
    return [id, [...settled, ...mentionsOf(open.get(id))].sort((a, b) => a.start - b.start)];
  });
  return {
    mentions: Object.fromEntries(mentions.filter(([, found]) => found.length)),
    evidence: seal([...changed, ...asked].map(resolved)),
    revised: Object.fromEntries(changed.map(([block]) => [block, mentionsOf(open.get(block))])),
    ...(!page.language && language && { language }),
  };
}

/** Who is named in one passage, as far as it tells by itself. */
export function actorsIn(text: string, page: Page, index: NameIndex): string[] {
  const found = findMentions([{ id: 0, text }], page, NO_EVIDENCE, index).mentions[0] ?? [];
  return [...new Set(found.map(({ actor }) => actor))];
}

/** Whether the open hits of a block stand for others than before. */
function isOther(now: readonly PlacedHit[] = [], before: readonly OpenHit[] = []): boolean {
  return now.some(({ actor }, i) => actor !== before[i]?.actor);
}

function mentionsOf(open: readonly PlacedHit[] = []): Mention[] {
  return open.flatMap(({ actor, start, end }) => (actor ? [{ actor, start, end, conditional: true }] : []));
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
function datelineOf({ id, text }: Passage, firstBlock: number): BlockEvidence {
  const date = firstBlock <= id && id < firstBlock + HEAD_BLOCKS ? DATELINE.exec(text)?.[1] : undefined;
  return date === undefined ? {} : { date };
}

function firstDate(blocks: readonly Told[]): string | undefined {
  const dated = blocks.filter(([, { date }]) => date !== undefined);
  return dated.sort(([a], [b]) => a - b)[0]?.[1].date;
}
