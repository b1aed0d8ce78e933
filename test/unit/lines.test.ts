import { expect, it } from "vitest";
import { linesAmong } from "../../src/highlights/lines.ts";

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
  const chosen = linesAmong(byBlock, lines);
  const told = [0, 1, 2, -2, -3].map((id) =>
    (byBlock.get(id) ?? []).map((mention) => (chosen.has(mention) ? mention.actor : "-")).join(""),
  );
  expect(told.join(" ")).toBe(expected);
});
