import { isPossible } from "./bearers.ts";
import type { NameEntry } from "./entries.ts";
import type { Hit } from "./find.ts";
import { isName } from "./match.ts";
import type { Evidence, Mention, OpenHit } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";

/** What one block's hits establish at once, before the rest of the article is asked. */
export interface BlockHits {
  readonly settled: readonly Mention[];
  readonly evidence: Omit<Evidence, "dated">;
}

/** Splits hits into mentions that stand alone and those that wait for the rest of the article. */
export function sortHits(block: number, hits: readonly Hit[], index: NameIndex, when: string | undefined): BlockHits {
  const settled: Mention[] = [];
  const strong: { block: number; start: number; actor: string }[] = [];
  const open: OpenHit[] = [];
  for (const hit of hits) {
    const { entry, start, end, rivalOf, titled, isDoubtful } = hit;
    for (const actor of entry.anchors) strong.push({ block, start, actor });
    if (rivalOf.length || (isSyllable(entry) && !titled.length)) continue;
    if (isCertain(entry, index) && !isDoubtful) {
      const actor = entry.strong[0] as string;
      if (!isPossible(actor, index, when)) continue;
      settled.push({ actor, start, end });
      if (!strong.some((known) => known.actor === actor)) strong.push({ block, start, actor });
    } else if (isName(entry)) open.push(openHit(block, hit));
  }
  const context = hits.flatMap(({ entry }) => [
    ...entry.context.map((actor) => ({ block, actor })),
    ...entry.notContext.map((actor) => ({ block, actor, against: true as const })),
  ]);
  const rivals = hits.flatMap(({ rivalOf, start, isGuess }) =>
    rivalOf.map((name) => ({ block, start, name, ...(isGuess && { isGuess }) })),
  );
  return { settled, evidence: { strong, context, rivals, open } };
}

function openHit(block: number, { entry, start, end, titled, isDoubtful }: Hit): OpenHit {
  const told = { ...(titled.length && { titled }), ...(isDoubtful && { isDoubtful }) };
  return { block, start, end, name: entry.key, ...told, actor: null };
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
