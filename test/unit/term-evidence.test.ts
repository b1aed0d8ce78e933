import { describe, expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { termEvidence, termsOf } from "../../src/digest/term-evidence.ts";
import { SMALL_DIGEST } from "./small-digest.ts";

const [claim] = SMALL_DIGEST.claims;
if (!claim) throw new Error("no claim");
const CLAIMS = ["The ferry sank.", "The ferry left with a cargo of wine.", "A tram left."].map((text, i) => ({
  ...claim,
  id: `claim-${i}`,
  text,
}));
const TERMS = [
  { id: "ferry", said: ["ferry"], words: { en: ["ship-", "boat"], de: ["Fähre", "Schiff-"], ko: ["배"], zh: ["船"] } },
  { id: "wine", said: ["cargo of wine"], words: { en: ["bottle"], de: ["Wein"] } },
  { id: "tram", said: ["tram"], words: { en: ["rails"] } },
];

function evidence(text: string, language?: string) {
  return termEvidence(CLAIMS, text, language, { terms: TERMS, language: "en" });
}

/** The places of the claims that something is told of. */
function told(scores: readonly number[]): number[] {
  return [...scores.entries()].filter(([, score]) => score > 0).map(([i]) => i);
}

describe("what claims say is told", () => {
  const pages: [how: string, text: string, language: string | undefined, claims: number[]][] = [
    ["by another word", "The boat was old.", "en", [0, 1]],
    ["by the beginning of a word", "Shipping stopped.", "en", [0, 1]],
    ["in another language", "Die alte Fähre und der Wein.", "de-AT", [0, 1]],
    ["where no spaces stand", "他们的船很大", "zh", [0, 1]],
    ["where a particle follows", "큰 배가 왔다", "ko", [0, 1]],
    ["in any language where the page's is not known", "Der Wein.", undefined, [1]],
    ["but not by another language's words", "Die Fähre.", "en", []],
    ["but not by nothing", "", "en", []],
  ];
  it.each(pages)("%s", (_, text, language, claims) => {
    expect(told(evidence(text, language))).toEqual(claims);
  });

  it("once, by however many words for it", () => {
    expect(evidence("A ship, a boat.", "en")).toEqual(evidence("A boat.", "en"));
  });

  it("more tellingly by what fewer claims say", () => {
    const scores = evidence("The boat hit the rails.", "en");
    expect(scores[2]).toBeGreaterThan(scores[0] as number);
    expect(scores[0]).toBeGreaterThan(0);
  });
});

describe("the terms of the bundled digest", () => {
  const { claims, terms, language } = readDigestFiles("assets/digest");

  it("are said by claims, each by some", () => {
    const said = new Set(claims.flatMap((one) => [...termsOf(one, terms, language)]));
    expect(terms.map(({ id }) => id).filter((id) => !said.has(id))).toEqual([]);
  });

  it("have words in every language of the topics", () => {
    const languages = ["de", "en", "es", "fr", "ko", "ru", "zh"];
    expect(terms.filter(({ words }) => languages.some((tag) => !words[tag]?.length)).map(({ id }) => id)).toEqual([]);
  });

  it("tell nothing in plain prose", () => {
    const text = "It was the first thing that she did, and he would not have done it with them or without us.";
    expect(told(termEvidence(claims, text, "en", { terms, language }))).toEqual([]);
  });
});
