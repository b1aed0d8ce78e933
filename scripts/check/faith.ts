import type { Fault } from "../../src/digest/references.ts";
import type { Actor, Claim, Digest, Source } from "../../src/digest/schema.ts";
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
import { fault, under } from "./fault.ts";
import { type Names, namingsByParagraph } from "./naming.ts";
import { placesOf, straight } from "./wording.ts";

/** The articles that were read, by the id of their source. */
export type Readings = ReadonlyMap<string, Reading>;

/** What of a digest does not stand in its articles as it says. */
export function faithFaults(digest: Digest, texts: readonly ArticleText[], names: Names): Fault[] {
  const readings = readSources(digest, texts, names);
  const hashes = new Set(digest.sources.map(({ hash }) => hash));
  const strangers = texts.filter(({ hash }) => !hashes.has(hash)).map(({ file }) => file);
  const runs = new Map([...readings.values()].flatMap((reading) => [...reading.runs]));
  return [
    ...digest.sources.flatMap((source, i) =>
      under(["sources", i], sourceFaults(source, readings.get(source.id), strangers)),
    ),
    ...digest.claims.flatMap((claim, i) => under(["claims", i], claimFaithFaults(claim, readings, names))),
    ...digest.actors.flatMap((actor, i) => under(["actors", i], tenureFaults(actor, readings))),
    ...LISTS.flatMap((list) =>
      digest[list].flatMap((item, i) => under([list, i], copyFaults(item, "id" in item ? item.id : item.from, runs))),
    ),
  ];
}
/** Beside sources and claims, what of a digest is in our own words. */
const LISTS = ["actors", "events", "links", "relations"] as const;

/** Sources whose text is not there are left out. */
export function readSources({ sources }: Digest, texts: readonly ArticleText[], names: Names): Readings {
  const found = sources.map((source) => [source, texts.find(({ hash }) => hash === source.hash)] as const);
  return new Map(
    found.flatMap(([source, text]) => (text ? [[source.id, readSource(source, text, names)] as const] : [])),
  );
}

function readSource(source: Source, text: ArticleText, names: Names): Reading {
  const paragraphs = text.paragraphs.map(straight);
  return {
    source,
    paragraphs,
    namings: namingsByParagraph(paragraphs, source, names),
    weights: weigh(paragraphs),
    words: paragraphs.map(placesOf),
    runs: new Map(paragraphs.flatMap((text, i) => runsOf(text).map((run) => [run, `paragraph ${i + 1}`] as const))),
  };
}

/** `strangers` are the files that are no source's text: one of them may be a changed one. */
function sourceFaults(source: Source, reading: Reading | undefined, strangers: readonly string[]): Fault[] {
  const { id, hash, paragraphs } = source;
  if (!reading) {
    const others = strangers.length ? `; of no source is ${strangers.join(", ")}` : "";
    return [fault(["hash"], id, "hash", `a text whose hash is ${hash}${others}`)];
  }
  const found = reading.paragraphs.length;
  const faults = copyFaults(source, id, reading.runs);
  return paragraphs === found
    ? faults
    : [fault(["paragraphs"], id, "paragraphs", `${found}, as the text has`), ...faults];
}

/** Who held a post is named in the paragraphs cited for it. Paths lead on from the actor. */
function tenureFaults({ id, tenures }: Actor, readings: Readings): Fault[] {
  return tenures.flatMap(({ citations, post }, i) =>
    citations.flatMap(({ source, paragraphs }) => {
      const namings = paragraphs.flatMap((n) => readings.get(source)?.namings[n - 1] ?? []);
      if (!readings.has(source) || namings.some(({ actors }) => actors.includes(id))) return [];
      return [
        fault(
          ["tenures", i],
          id,
          "actor",
          `${id}, ${post}, by name in paragraph ${paragraphs.join(", ")} of ${source}`,
        ),
      ];
    }),
  );
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
      ...copyFaults(claim, claim.id, reading.runs),
    ];
  });
}
