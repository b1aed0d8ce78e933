import type { Digest } from "../../src/digest/schema.ts";
import { checkDigest } from "../../src/digest/validate.ts";

/** A digest of two sources and a few claims, for the tests of ranking and entries. */
export const SMALL_DIGEST: Digest = digestOf({
  title: "A small digest",
  actors: [
    {
      id: "kim",
      kind: "person",
      name: "Kim Jong-un",
      description: "Leader",
      names: [{ form: "Kim Jong-un" }],
      tenures: [
        { post: "Heir", end: "2011-12", asOf: "2011-12", outside: { basis: "known" } },
        {
          post: "Leader",
          organisation: "north-korea",
          start: "2011-12",
          asOf: "2024-06-18",
          outside: { basis: "known" },
        },
      ],
    },
    { id: "putin", kind: "person", name: "Vladimir Putin", names: [{ form: "Vladimir Putin" }] },
    {
      id: "prigozhin",
      kind: "person",
      name: "Yevgeny Prigozhin",
      names: [{ form: "Yevgeny Prigozhin" }],
      facts: [
        { text: "Born", when: { start: "1961-06" }, outside: { basis: "known" } },
        { text: "Died", when: { start: "2023-08-23", precision: "day" }, outside: { basis: "known" } },
        { text: "Mutinied", when: { start: "2023-06-23", end: "2023-06-24" }, outside: { basis: "known" } },
      ],
    },
    { id: "north-korea", kind: "state", name: "North Korea", names: [{ form: "North Korea" }] },
  ],
  topics: [
    { id: "space", label: "Space" },
    { id: "arms", label: "Arms" },
  ],
  sources: [source("first-paper", "First Paper", "2023-09-14"), source("second-paper", "Second Paper", "2024-06")],
  claims: [
    claim("nothing", "Vladimir Putin was there, and North Korea was named.", { part: "mentioned", speaker: "outlet" }),
    claim("shells", "North Korea is to send millions of artillery shells.", {
      speaker: { actor: "putin" },
      kind: "allegation",
      topics: ["arms"],
    }),
    claim("satellite", "Vladimir Putin promised help to build a satellite.", {
      speaker: { name: "an aide", via: "a letter" },
      topics: ["space"],
      when: { start: "2023-09-13" },
    }),
    claim("train", "The guest came by train, it is said.", {
      speaker: { open: "no name is given" },
      when: { start: "2024-06-17" },
      source: "second-paper",
      part: "object",
    }),
  ],
});

interface ClaimParts {
  readonly part?: string;
  readonly speaker: unknown;
  readonly kind?: string;
  readonly topics?: readonly string[];
  readonly when?: { readonly start: string };
  readonly source?: string;
}

function claim(id: string, text: string, { part = "subject", source = "first-paper", ...others }: ClaimParts): object {
  return {
    id,
    text,
    kind: "fact",
    actors: [{ id: "kim", part }],
    citations: [{ source, paragraphs: [2, 3] }],
    ...others,
  };
}

function source(id: string, outlet: string, date: string): object {
  const published = { date, precision: date.length === 10 ? "day" : "month", basis: "printed" };
  const read = { hash: `sha256:${"0".repeat(64)}`, paragraphs: 9 };
  return {
    id,
    title: `What ${outlet} wrote`,
    outlet,
    language: "en",
    published,
    kind: "report",
    independence: id,
    ...read,
  };
}

function digestOf(data: object): Digest {
  const checked = checkDigest(data);
  if ("faults" in checked) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
}
