import { describe, expect, it } from "vitest";
import { hedgesOf, negationsOf } from "../../scripts/check/signs.ts";

describe("words that turn or hold back a statement", () => {
  const cases: [text: string, negations: string[], hedges: string[]][] = [
    ["He didn’t deny it.", ["didn't", "deny"], []],
    ["Neither ships nor boats may sail.", ["neither"], ["may"]],
    ["Not only ships but boats.", [], []],
    ["It has a few ships and little hope.", ["little"], []],
    ["In May they are unlikely to try.", ["unlikely"], ["unlikely", "try"]],
    ["A possible, largely rumoured plan", [], ["possible", "largely", "rumoured", "plan"]],
  ];
  it.each(cases)("%s", (text, negations, hedges) => {
    expect(negationsOf(text)).toEqual(negations);
    expect(hedgesOf(text)).toEqual(hedges);
  });
});
