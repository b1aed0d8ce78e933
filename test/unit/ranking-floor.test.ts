import { describe, expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { judgeRanking, mean, ndcg } from "../../scripts/eval-ranking.ts";
import { readRankingCases } from "../../scripts/ranking-cases.ts";

/** A little below what has been reached on cases that nobody looked at; a reader may want more. */
const FLOOR = 0.79;

describe("the first three statements", () => {
  const digest = readDigestFiles("assets/digest");
  const cases = readRankingCases("test/ranking", digest);
  const judged = judgeRanking(cases, digest).filter(({ one }) => one.isSetAside);

  it("fit the paragraph better than the newest and than chance", () => {
    const ours = mean(judged.map(({ ours }) => ours));
    expect(ours).toBeGreaterThanOrEqual(FLOOR);
    expect(ours).toBeGreaterThan(2 * mean(judged.map(({ newest }) => newest)));
    expect(ours).toBeGreaterThan(2 * mean(judged.map(({ chance }) => chance)));
  });

  it("are tried in many cases and languages", () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
    expect(cases.filter(({ language }) => language !== "en").length).toBeGreaterThanOrEqual(25);
    expect(new Set(cases.map(({ language }) => language)).size).toBeGreaterThanOrEqual(5);
  });

  const orders: [what: string, order: string[], score: number][] = [
    ["the best order", ["a", "b", "c", "d"], 1],
    ["none of them", ["x", "y", "z", "a"], 0],
    ["what fits before what is wanted first", ["b", "a", "x"], (1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3) + 1 / 2)],
  ];
  it.each(orders)("are scored: %s", (_, order, score) => {
    expect(ndcg(order, { best: ["a"], good: ["b", "c"] })).toBeCloseTo(score);
  });
});
