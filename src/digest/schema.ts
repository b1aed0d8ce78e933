import * as v from "valibot";
import { forms, id, language, paragraph, paragraphs, partialDate, period, precision, text } from "./fields.ts";

/** The one definition of the digest format: types, validation and the JSON Schemas for editors all come from here. */

/** Marks what no source says: the fields concerned and what they rest on. */
const outside = v.strictObject({
  fields: v.exactOptional(v.array(v.picklist(["post", "organisation", "start", "end", "asOf"]))),
  basis: text,
});

const citation = v.strictObject({ source: id, paragraphs });
const citations = v.pipe(v.array(citation), v.minLength(1, "at least one citation"));

export const name = v.strictObject({
  form: text,
  language: v.optional(language, "und"),
  strength: v.optional(v.picklist(["strong", "anchored", "weak"]), "strong"),
  /** Counts on pages of its language only, letter for letter: elsewhere it is another word. */
  local: v.exactOptional(v.literal(true)),
  /** The same name in its other cases. */
  inflected: v.exactOptional(v.array(text)),
});

const tenure = v.strictObject({
  post: text,
  organisation: v.exactOptional(id),
  start: v.exactOptional(partialDate),
  end: v.exactOptional(partialDate),
  asOf: partialDate,
  citations: v.optional(v.array(citation), []),
  outside: v.exactOptional(outside),
});

const fact = v.strictObject({ text, when: v.exactOptional(period), outside: v.strictObject({ basis: text }) });

export const actorFields = {
  id,
  kind: v.picklist(["person", "state", "organisation", "agreement"]),
  name: text,
  description: v.optional(v.string(), ""),
  gender: v.exactOptional(v.picklist(["female", "male"])),
  /** When this person was born, from when news may mean them, and until when they lived. */
  active: v.exactOptional(
    v.strictObject({
      born: v.exactOptional(partialDate),
      from: v.exactOptional(partialDate),
      to: v.exactOptional(partialDate),
    }),
  ),
  /** Words that tell, touching a surname, that this bearer is meant. */
  titles: forms,
  /** Words that anchor the anchored names as a strong name does. */
  anchors: forms,
  /** Actors whose strong names anchor them where nobody else of the name stands in the article. */
  anchoredBy: v.optional(v.array(id), []),
  /** Words that tell from namesakes; with none, the full name is enough. */
  context: forms,
  /** Words that tell that a namesake is meant. */
  notContext: forms,
  notMe: forms,
  tenures: v.optional(v.array(tenure), []),
  facts: v.optional(v.array(fact), []),
};
const actor = v.strictObject({
  ...actorFields,
  names: v.pipe(v.array(name), v.minLength(1, "at least one name")),
});

export const source = v.strictObject({
  id,
  title: text,
  outlet: text,
  outletBasis: v.exactOptional(text),
  address: v.exactOptional(v.pipe(v.string(), v.url("a web address"), v.startsWith("https:", "an https: address"))),
  copy: v.exactOptional(text),
  language,
  published: v.strictObject({ date: partialDate, precision, basis: text }),
  kind: v.picklist(["report", "analysis", "opinion", "interview", "agency copy"]),
  notes: v.optional(v.array(text), []),
  independence: id,
  hash: v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/, "sha256: and 64 hexadecimal digits")),
  paragraphs: paragraph,
  uncited: v.optional(v.array(v.strictObject({ paragraphs, reason: text })), []),
});

/** Who says it: the outlet itself, an actor, somebody named in words, or a reason why the text leaves it open. */
const speaker = v.union(
  [
    v.literal("outlet"),
    v.strictObject({ actor: id, via: v.exactOptional(text) }),
    v.strictObject({ name: text, via: v.exactOptional(text) }),
    v.strictObject({ open: text }),
  ],
  'a speaker: outlet, {actor: …}, {name: …} or {open: "why"}',
);

const part = v.strictObject({
  id,
  part: v.picklist(["subject", "object", "speaker", "mentioned"]),
  as: v.exactOptional(text),
});
const parts = v.pipe(v.array(part), v.minLength(1, "at least one actor"));

export const claimFields = {
  id,
  text,
  kind: v.picklist(["fact", "quote", "allegation", "denial", "forecast", "opinion"]),
  actors: parts,
  speaker,
  when: v.exactOptional(period),
  topics: v.optional(v.array(id), []),
  /** Numbers and dates that do not stand in the cited paragraphs, and the words there that they come from. */
  derivedFrom: v.optional(v.array(v.strictObject({ value: text, words: text })), []),
  /** Negations, hedges, words of belief and names of the cited paragraphs that belong to other statements there. */
  leavesOut: v.optional(v.array(text), []),
  /** The cited paragraphs do not name every subject before the objects. */
  inverted: v.exactOptional(v.literal(true)),
};
const claim = v.strictObject({ ...claimFields, citations });

const link = v.strictObject({
  from: id,
  to: id,
  type: v.picklist(["corroborates", "contradicts", "updates"]),
  basis: text,
});

const event = v.strictObject({
  id,
  label: text,
  when: period,
  place: v.exactOptional(text),
  actors: parts,
  claims: v.pipe(v.array(id), v.minLength(1, "at least one claim")),
  /** What the date rests on where no claim tells it. */
  outside: v.exactOptional(v.strictObject({ basis: text })),
});

const relation = v.strictObject({
  from: id,
  to: id,
  type: text,
  when: v.exactOptional(period),
  claims: v.optional(v.array(id), []),
  outside: v.exactOptional(v.strictObject({ basis: text })),
});

const words = v.optional(v.record(language, v.array(text)), {});
const topic = v.strictObject({ id, label: text, words });
/** What claims say, in the digest's language, and the words for it on a page. */
const term = v.strictObject({ id, said: v.pipe(v.array(text), v.minLength(1, "at least one word")), words });

export const about = {
  format: v.optional(v.literal(1), 1),
  id: v.optional(id, "untitled"),
  title: v.optional(text, "Untitled digest"),
  author: v.exactOptional(text),
  language: v.optional(language, "en"),
  version: v.exactOptional(text),
  date: v.exactOptional(partialDate),
  topics: v.optional(v.array(topic), []),
  terms: v.optional(v.array(term), []),
  links: v.optional(v.array(link), []),
  events: v.optional(v.array(event), []),
  relations: v.optional(v.array(relation), []),
};

/** The published format: one JSON file. Actors with their names are enough. */
export const digestSchema = v.strictObject({
  ...about,
  actors: v.pipe(v.array(actor), v.minLength(1, "at least one actor")),
  sources: v.optional(v.array(source), []),
  claims: v.optional(v.array(claim), []),
});

export type Digest = v.InferOutput<typeof digestSchema>;
export type Actor = Digest["actors"][number];
export type ActorKind = Actor["kind"];
export type Name = Actor["names"][number];
export type Strength = Name["strength"];
export type Tenure = Actor["tenures"][number];
export type Period = v.InferOutput<typeof period>;
export type Source = Digest["sources"][number];
export type Claim = Digest["claims"][number];
export type ClaimKind = Claim["kind"];
export type Citation = Claim["citations"][number];
export type Precision = Source["published"]["precision"];
