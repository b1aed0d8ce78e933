import type { Lines } from "../choices.ts";
import type { Mention } from "../mentions/mention.ts";

/** Which mentions get a line. @param byBlock in order of start; ids below zero came later, the higher the earlier */
export function linesAmong(byBlock: ReadonlyMap<number, readonly Mention[]>, lines: Lines): Set<Mention> {
  const chosen = new Set<Mention>();
  let seen = new Set<string>();
  for (const id of [...byBlock.keys()].sort(inReadingOrder)) {
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
