import type { Lines } from "../choices.ts";
import type { Mention } from "../mentions/mention.ts";

/**
 * Which mentions get a line.
 * @param byBlock in order of start; ids below zero came later, the higher the earlier
 * @param isAside of a block, whether it is a menu or teaser: however early, the article's own text comes first
 */
export function linesAmong(
  byBlock: ReadonlyMap<number, readonly Mention[]>,
  lines: Lines,
  isAside: (id: number) => boolean,
): Set<Mention> {
  const chosen = new Set<Mention>();
  let seen = new Set<string>();
  const asideLast = (a: number, b: number) => Number(isAside(a)) - Number(isAside(b)) || inReadingOrder(a, b);
  for (const id of [...byBlock.keys()].sort(asideLast)) {
    if (lines === "paragraph") seen = new Set();
    for (const mention of byBlock.get(id) ?? []) {
      if (lines === "every" || !seen.has(mention.actor)) chosen.add(mention);
      seen.add(mention.actor);
    }
  }
  return chosen;
}

function inReadingOrder(a: number, b: number): number {
  return a < 0 === b < 0 ? Math.abs(a) - Math.abs(b) : b - a;
}
