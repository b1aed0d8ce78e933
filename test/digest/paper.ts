import { createHash } from "node:crypto";
import type { ArticleText } from "../../scripts/articles.ts";
import type { Claim, Digest } from "../../src/digest/schema.ts";
import { checkDigest } from "../../src/digest/validate.ts";

/** A digest of three claims and the article that they are from, both made up, without a fault. */

const PARAGRAPHS = [
  "Minister in Sudland",
  "Anna Berg arrived in Sudland on Wednesday with 40 officials, her first visit in twelve years.",
  "“We will not sell a single ship to Sudland,” Paul Roth told reporters, and called the reports “pure invention”.",
  "Sudland may buy two ferries from Nordland, people close to the talks believe.",
  "Subscribe to our letter! Anna Berg does.",
];
const hash = `sha256:${createHash("sha256").update(PARAGRAPHS.join("\n")).digest("hex")}`;

export const PAPER: ArticleText = { hash, file: "paper.txt", paragraphs: PARAGRAPHS };

export const LOADED = ["wicked", "regime*"];

const checked = checkDigest({
  title: "Sudland",
  topics: [{ id: "ships", label: "Ships" }],
  actors: [
    {
      id: "anna-berg",
      kind: "person",
      name: "Anna Berg",
      names: [{ form: "Anna Berg" }, { form: "Berg", strength: "anchored" }],
      active: { born: "1970" },
      tenures: [{ post: "Minister", asOf: "2024-05-16", citations: [{ source: "paper", paragraphs: [2] }] }],
    },
    { id: "paul-roth", kind: "person", name: "Paul Roth", names: [{ form: "Paul Roth" }] },
    {
      id: "sudland",
      kind: "state",
      name: "Sudland",
      names: [{ form: "Sudland" }, { form: "Sudlandish", strength: "weak" }],
    },
    { id: "nordland", kind: "state", name: "Nordland", names: [{ form: "Nordland" }] },
  ],
  sources: [
    {
      id: "paper",
      title: "Minister in Sudland",
      outlet: "Paper",
      language: "en",
      published: { date: "2024-05-16", precision: "day", basis: "printed" },
      kind: "report",
      independence: "paper",
      hash,
      paragraphs: PARAGRAPHS.length,
      uncited: [
        { paragraphs: [1], reason: "headline" },
        { paragraphs: [5], reason: "furniture" },
      ],
    },
  ],
  claims: [
    {
      id: "visit",
      text: "Anna Berg came to Sudland with forty officials.",
      kind: "fact",
      actors: [
        { id: "anna-berg", part: "subject" },
        { id: "sudland", part: "object" },
      ],
      speaker: "outlet",
      when: { start: "2024-05-15", precision: "day" },
      derivedFrom: [{ value: "2024-05-15", words: "Wednesday" }],
      topics: ["ships"],
      citations: [{ source: "paper", paragraphs: [2] }],
    },
    {
      id: "no-ship",
      text: "Sudland will get no ship; the reports are <q>pure invention</q>.",
      kind: "quote",
      actors: [
        { id: "sudland", part: "subject" },
        { id: "paul-roth", part: "speaker" },
      ],
      speaker: { actor: "paul-roth" },
      citations: [{ source: "paper", paragraphs: [3] }],
    },
    {
      id: "ferries",
      text: "Sudland might buy two ferries from Nordland.",
      kind: "forecast",
      actors: [
        { id: "sudland", part: "subject" },
        { id: "nordland", part: "object" },
      ],
      speaker: { open: "people close to the talks" },
      citations: [{ source: "paper", paragraphs: [4] }],
    },
  ],
  links: [{ from: "no-ship", to: "ferries", type: "contradicts", basis: "No ship, or two ferries." }],
  events: [
    {
      id: "visit-of-2024",
      label: "Anna Berg visits Sudland",
      when: { start: "2024-05-15", precision: "day" },
      actors: [{ id: "anna-berg", part: "subject" }],
      claims: ["visit"],
    },
  ],
  relations: [{ from: "sudland", to: "nordland", type: "may buy from", claims: ["ferries"] }],
});
if ("faults" in checked) throw new Error(JSON.stringify(checked.faults));

export const SUDLAND: Digest = checked.value;

type Changes = { readonly [K in keyof Claim]?: Claim[K] | undefined };

/** The digest with one claim changed. */
export function withClaim(id: string, changes: Changes): Digest {
  if (!SUDLAND.claims.some((claim) => claim.id === id)) throw new Error(`no claim ${id}`);
  const claims = SUDLAND.claims.map((claim) => (claim.id === id ? ({ ...claim, ...changes } as Claim) : claim));
  return { ...SUDLAND, claims };
}
