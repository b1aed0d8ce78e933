import { expect, it } from "vitest";
import { linesAmong } from "../../src/highlights/lines.ts";
import type { Mention } from "../../src/mentions/mention.ts";

/** Blocks as they come from the page: what came later stands first here, and has ids below zero. */
const BLOCKS: Record<number, string> = { [-3]: "c", [-2]: "ca", 0: "aba", 1: "bba", 2: "b" };

const byBlock = new Map(
  Object.entries(BLOCKS).map(([id, actors]) => [
    Number(id),
    [...actors].map((actor, start) => ({ actor, start, end: start + 1 })),
  ]),
);

it.each([
  ["every", "aba bba b ca c"],
  ["paragraph", "ab- b-a b ca c"],
  ["article", "ab- --- - c- -"],
] as const)("%s mention gets a line: %s", (lines, expected) => {
  expect(told(linesAmong(byBlock, lines, () => false))).toBe(expected);
});

it.each([
  ["every", "aba bba b ca c"],
  ["paragraph", "ab- b-a b ca c"],
  ["article", "--- b-a - -- c"],
] as const)(
  "%s mention, where the first block is a menu and the one before the last a teaser: %s",
  (lines, expected) => {
    expect(told(linesAmong(byBlock, lines, (id) => id === 0 || id === -2))).toBe(expected);
  },
);

function told(chosen: ReadonlySet<Mention>): string {
  const blocks = [0, 1, 2, -2, -3].map((id) =>
    (byBlock.get(id) ?? []).map((mention) => (chosen.has(mention) ? mention.actor : "-")).join(""),
  );
  return blocks.join(" ");
}
