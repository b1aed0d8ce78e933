import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readArticleTexts } from "../../scripts/articles.ts";
import { claimFaithFaults, readSources } from "../../scripts/check/faith.ts";
import { claimFormFaults } from "../../scripts/check/form/claims.ts";
import { readNames } from "../../scripts/check/naming.ts";
import { checkDigestFiles } from "../../scripts/digest.ts";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { table } from "../../scripts/table.ts";
import { type Corruption, type CorruptionKind, corruptions } from "./corruptions.ts";

const ARTICLES = "../shared/articles";
const SEEDS = [1, 2, 3];
/** Some 2,500 claims are written and checked, each in a few ms; on a busy machine that takes its time. */
const PROOF_MS = 60_000;

/**
 * Least share of corrupted claims that the check has to notice. Of three kinds none is asked: opposites have no sign of their own, what an
 * outlet holds may read like what it reports, and who says on purpose that a sign belongs elsewhere may get away with it.
 */
const LEAST: Readonly<Partial<Record<CorruptionKind, number>>> = {
  "changed number": 0.98,
  "number of another paragraph": 0.98,
  "dropped negation": 0.98,
  "added negation": 0.98,
  "dropped hedge": 0.95,
  "swapped actors": 0.95,
  "wrong paragraph": 0.98,
  "copied sentence": 1,
};

describe.skipIf(!existsSync(ARTICLES))("the check of the bundled digest", { timeout: PROOF_MS }, () => {
  it("finds nothing wrong with it", () => {
    expect(checkDigestFiles("assets/digest", readArticleTexts(ARTICLES)).lines).toEqual([]);
  });

  it("notices what is wrong with corrupted claims", () => {
    const digest = readDigestFiles("assets/digest");
    const names = readNames(digest);
    const readings = readSources(digest, readArticleTexts(ARTICLES), names);
    const articles = new Map([...readings].map(([source, { paragraphs }]) => [source, paragraphs]));
    const isCaught = ({ digest, claim: id }: Corruption) =>
      digest.claims
        .filter((claim) => claim.id === id)
        .some(
          (claim) => claimFormFaults(claim, digest, names).length + claimFaithFaults(claim, readings, names).length > 0,
        );
    const tried = distinct(SEEDS.flatMap((seed) => corruptions(digest, articles, seed)));
    const tallies = new Map<string, { caught: number; all: number }>();
    for (const corruption of tried) {
      const caught = isCaught(corruption) ? 1 : 0;
      for (const key of [corruption.kind, `  ${corruption.kind}: ${corruption.way}`]) {
        const { caught: before, all } = tallies.get(key) ?? { caught: 0, all: 0 };
        tallies.set(key, { caught: before + caught, all: all + 1 });
      }
    }
    const rows = [...tallies].map(([key, { caught, all }]) => [
      key,
      caught,
      all,
      `${((100 * caught) / all).toFixed(1)} %`,
    ]);
    console.log(table([["corrupted claims, by kind and way", "caught", "of", ""], ...rows]));
    expect(tried.length).toBeGreaterThanOrEqual(300);
    for (const [kind, least] of Object.entries(LEAST)) {
      const { caught, all } = tallies.get(kind) ?? { caught: 0, all: 0 };
      expect(caught / all, kind).toBeGreaterThanOrEqual(least);
    }
  });
});

/** Some kinds have so few that every seed gives the same. */
function distinct(all: readonly Corruption[]): Corruption[] {
  const claims = all.map(({ kind, claim, digest }) => [kind, digest.claims.find(({ id }) => id === claim)]);
  const keys = claims.map((claim) => JSON.stringify(claim));
  return all.filter((_, i) => keys.indexOf(keys[i] as string) === i);
}
