import { isPossible } from "./bearers.ts";
import type { NameEntry } from "./entries.ts";
import type { BlockEvidence, OpenHit } from "./evidence.ts";
import type { Hit } from "./find.ts";
import { isName } from "./match.ts";
import type { Mention } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";

/** What one block's hits establish at once, before the rest of the article is asked. */
export interface BlockHits {
  readonly settled: readonly Mention[];
  readonly evidence: BlockEvidence;
}

/** Splits hits into mentions that stand alone and those that wait for the rest of the article. */
export function sortHits(hits: readonly Hit[], index: NameIndex, when: string | undefined): BlockHits {
  const settled: Mention[] = [];
  const open: OpenHit[] = [];
  /** Where in the block somebody is first named for certain, or by a word that anchors. */
  const firsts = new Map<string, number>();
  const name = (actor: string, start: number) => firsts.set(actor, firsts.get(actor) ?? start);
  for (const hit of hits) {
    const { entry, start, end, rivalOf, titled, isDoubtful } = hit;
    for (const actor of entry.anchors) name(actor, start);
    if (rivalOf.length || (isSyllable(entry) && !titled.length)) continue;
    const [actor] = entry.strong;
    if (actor === undefined || isDoubtful || !isCertain(entry, index)) {
      if (isName(entry)) open.push(openHit(hit));
    } else if (isPossible(actor, index, when)) {
      settled.push({ actor, start, end });
      name(actor, start);
    }
  }
  // One word of a kind tells as much as many.
  const context = [...new Set(hits.flatMap(({ entry }) => entry.context))];
  const notContext = [...new Set(hits.flatMap(({ entry }) => entry.notContext))];
  const strong = Object.fromEntries(firsts);
  return { settled, evidence: onlyTold({ strong, context, notContext, rivals: rivalsOf(hits), open }) };
}

function onlyTold(evidence: BlockEvidence): BlockEvidence {
  return Object.fromEntries(Object.entries(evidence).filter(([, told]) => Object.keys(told).length));
}

function rivalsOf(hits: readonly Hit[]) {
  return hits.flatMap(({ rivalOf, start, isGuess }) =>
    rivalOf.map((name) => ({ start, name, ...(isGuess && { isGuess }) })),
  );
}

function openHit({ entry, start, end, titled, isDoubtful }: Hit): OpenHit {
  const told = { ...(titled.length && { titled }), ...(isDoubtful && { isDoubtful }) };
  return { start, end, name: entry.key, ...told, actor: null };
}

/** 김, 习, 俄: a syllable stands for many names and words; alone it names nobody. */
const SYLLABLE = /^[\p{sc=Han}\p{sc=Hang}](?: \(|$)/u;

export function isSyllable({ key, anchored }: NameEntry): boolean {
  return anchored.length > 0 && SYLLABLE.test(key);
}

/** One bearer, of whom nothing else has to be known. */
function isCertain({ strong, isSurname }: NameEntry, index: NameIndex): boolean {
  return strong.length === 1 && !isSurname && !index.bearer(strong[0] as string)?.hasNamesakes;
}
