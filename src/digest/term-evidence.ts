import type { Claim, Digest } from "./schema.ts";
import { type WordList, wordsFound } from "./word-search.ts";
import { rarity } from "./words.ts";

type Terms = Digest["terms"];

/**
 * How much of what each claim says the page says too, in whatever language and words; rare terms weigh more.
 * A term is found in a claim by the words that claims say it with, and on the page by those of the page's language.
 */
export function termEvidence(
  claims: readonly Claim[],
  text: string,
  language: string | undefined,
  { terms, language: own }: Pick<Digest, "terms" | "language">,
): number[] {
  const told = idsIn(text, language, terms);
  const shared = claims.map((claim) => [...termsOf(claim, terms, own)].filter((id) => told.has(id)));
  const holders = new Map<string, number>();
  for (const id of shared.flat()) holders.set(id, (holders.get(id) ?? 0) + 1);
  const weight = (id: string) => rarity(holders.get(id) ?? 0, claims.length);
  return shared.map((ids) => ids.reduce((sum, id) => sum + weight(id), 0));
}

function idsIn(text: string, language: string | undefined, lists: readonly WordList[]): Set<string> {
  return new Set([...wordsFound(text, language, lists)].flatMap(({ lists: ids }) => ids));
}

const KNOWN = new WeakMap<Terms, { said: readonly WordList[]; of: WeakMap<Claim, ReadonlySet<string>> }>();

/** The terms that a claim says; read once for a claim. */
export function termsOf(claim: Claim, terms: Terms, language: string): ReadonlySet<string> {
  const known = KNOWN.get(terms) ?? {
    said: terms.map(({ id, said }) => ({ id, words: { [language]: said } })),
    of: new WeakMap<Claim, ReadonlySet<string>>(),
  };
  KNOWN.set(terms, known);
  const ids = known.of.get(claim) ?? idsIn(claim.text, language, known.said);
  known.of.set(claim, ids);
  return ids;
}
