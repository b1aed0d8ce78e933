import type { Fault } from "../../src/digest/references.ts";
import type { Claim, Digest, Source } from "../../src/digest/schema.ts";
import type { ArticleText } from "../articles.ts";
import { accountFaults } from "./faith/accounts.ts";
import { actorFaults } from "./faith/actors.ts";
import type { Cited, Reading } from "./faith/cited.ts";
import { copyFaults, runsOf } from "./faith/copies.ts";
import { nearnessFaults } from "./faith/nearness.ts";
import { numberFaults } from "./faith/numbers.ts";
import { placeFaults } from "./faith/place.ts";
import { quoteFaults } from "./faith/quotes.ts";
import { weigh } from "./faith/weights.ts";
import { fault } from "./fault.ts";
import { type Names, namingsByParagraph } from "./naming.ts";
import { placesOf, straight } from "./wording.ts";

/** The articles that were read, by the id of their source. */
export type Readings = ReadonlyMap<string, Reading>;

/** What of a digest does not stand in its articles as it says. */
export function faithFaults(digest: Digest, texts: readonly ArticleText[], names: Names): Fault[] {
  const readings = readSources(digest, texts, names);
  return [
    ...digest.sources.flatMap((source, i) =>
      sourceFaults(source, readings.get(source.id)).map(({ path, message }) => ({
        path: ["sources", i, ...path],
        message,
      })),
    ),
    ...digest.claims.flatMap((claim, i) =>
      claimFaithFaults(claim, readings, names).map(({ path, message }) => ({ path: ["claims", i, ...path], message })),
    ),
  ];
}

/** Sources whose text is not there are left out. */
export function readSources({ sources }: Digest, texts: readonly ArticleText[], names: Names): Readings {
  const found = sources.map((source) => [source, texts.find(({ hash }) => hash === source.hash)] as const);
  return new Map(
    found.flatMap(([source, text]) => (text ? [[source.id, readSource(source, text, names)] as const] : [])),
  );
}

function readSource(source: Source, { paragraphs }: ArticleText, names: Names): Reading {
  return {
    source,
    paragraphs,
    namings: namingsByParagraph(paragraphs, source, names),
    weights: weigh(paragraphs),
    words: paragraphs.map((text) => placesOf(straight(text))),
    runs: new Set(paragraphs.flatMap(runsOf)),
  };
}

function sourceFaults(source: Source, reading: Reading | undefined): Fault[] {
  const { id, hash, paragraphs } = source;
  if (!reading) return [fault(["hash"], id, "hash", `a text whose hash is ${hash}`)];
  const found = reading.paragraphs.length;
  const faults = copyFaults(source, [], reading.runs);
  return paragraphs === found
    ? faults
    : [fault(["paragraphs"], id, "paragraphs", `${found}, as the text has`), ...faults];
}

/** Paths lead on from the claim. */
export function claimFaithFaults(claim: Claim, readings: Readings, names: Names): Fault[] {
  return claim.citations.flatMap(({ source, paragraphs }) => {
    const reading = readings.get(source);
    if (!reading) return [];
    const numbers = [...paragraphs].sort((a, b) => a - b);
    const text = numbers.map((n) => reading.paragraphs[n - 1]).join("\n");
    const cited: Cited = { claim, reading, numbers, text };
    return [
      ...actorFaults(cited),
      ...nearnessFaults(cited, names),
      ...numberFaults(cited),
      ...accountFaults(cited),
      ...quoteFaults(cited),
      ...placeFaults(cited, names),
      ...copyFaults(claim, [], reading.runs),
    ];
  });
}
