import type { Claim } from "./schema.ts";
import { likeness } from "./words.ts";

/** What stands in the same paragraph of an article gains such a share of what fits, and less farther off; in another article nothing. */
const NEAR_WEIGHT = 0.3;
/** What says it with the same words gains as much. */
const LIKE_WEIGHT = 0.3;
/** What fits twice as well has eight times the say in what is akin to it. */
const SAY = 3;

/** What each claim gains by being akin to those that fit: standing by them in their article, or speaking with their words. */
export function lent(claims: readonly Claim[], fit: readonly number[]): number[] {
  const best = Math.max(0, ...fit);
  const say = fit.map((score) => score ** SAY);
  const all = say.reduce((sum, one) => sum + one, 0);
  if (!all) return claims.map(() => 0);
  const alike = likeness(claims.map(({ text }) => text));
  const akin = (i: number, j: number) =>
    NEAR_WEIGHT / (1 + distance(claims[i] as Claim, claims[j] as Claim)) + LIKE_WEIGHT * alike(i, j);
  return claims.map((_, i) => {
    const share = say.reduce((sum, one, j) => (one && j !== i ? sum + one * akin(i, j) : sum), 0);
    return (best * share) / all;
  });
}

/** So many paragraphs lie between what two claims cite; infinitely many between two articles. */
function distance(one: Claim, other: Claim): number {
  const gaps = one.citations.flatMap(({ source, paragraphs }) =>
    other.citations
      .filter((cited) => cited.source === source)
      .flatMap((cited) => cited.paragraphs.flatMap((to) => paragraphs.map((from) => Math.abs(from - to)))),
  );
  return Math.min(...gaps);
}
