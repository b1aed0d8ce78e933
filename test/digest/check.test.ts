import { describe, expect, it } from "vitest";
import { faithFaults } from "../../scripts/check/faith.ts";
import { formFaults } from "../../scripts/check/form.ts";
import { readNames } from "../../scripts/check/naming.ts";
import type { Digest } from "../../src/digest/schema.ts";
import { LOADED, PAPER, SUDLAND, withClaim } from "./paper.ts";

function form(digest: Digest): string[] {
  return formFaults(digest, readNames(digest), LOADED).map(({ message }) => message);
}

function faith(digest: Digest, texts = [PAPER]): string[] {
  return faithFaults(digest, texts, readNames(digest)).map(({ message }) => message);
}

const [ANNA, SUD, NORD, PAUL] = [
  { id: "anna-berg", part: "subject" },
  { id: "sudland", part: "object" },
  { id: "nordland", part: "object" },
  { id: "paul-roth", part: "mentioned" },
] as const;

const SUBJECT_SUD = { ...SUD, part: "subject" } as const;
const at = (...paragraphs: number[]) => ({ citations: [{ source: "paper", paragraphs }] });

describe("a digest without a fault", () => {
  it("passes", () => {
    expect(form(SUDLAND)).toEqual([]);
    expect(faith(SUDLAND)).toEqual([]);
  });
});

// biome-ignore format: a table reads best with a case on a line
const FORM: [what: string, digest: Digest, says: string][] = [
  ["a strong name of two actors", { ...SUDLAND, actors: SUDLAND.actors.map((actor) => (actor.id === "nordland" ? { ...actor, names: [...actor.names, { form: "SUDLAND", language: "und", strength: "strong" }] } : actor)) }, "nordland: name: expected a strong name of one actor, “SUDLAND” is sudland's too"],
  ["a subject whom the text does not name", withClaim("visit", { actors: [ANNA, SUD, { ...NORD, part: "subject" }] }), "visit: named: expected the text to name nordland, its subject"],
  ["somebody who is not among the actors", withClaim("visit", { text: "Anna Berg came to Sudland with Paul Roth and forty officials." }), "visit: named: expected paul-roth among the actors, as the text names them"],
  ["somebody mentioned who has nothing to do with it", withClaim("visit", { actors: [ANNA, SUD, PAUL] }), "visit: named: expected the text to name paul-roth, or the digest to tie paul-roth to another of its actors"],
  ["an actor twice", withClaim("visit", { actors: [ANNA, SUD, { ...SUD, part: "mentioned" }] }), "visit: named: expected sudland once among the actors"],
  ["an object before the subject", withClaim("visit", { text: "Sudland received Anna Berg and forty officials." }), "visit: order: expected the subjects to be named before the objects"],
  ["a speaker who is none of the actors", withClaim("visit", { speaker: { actor: "paul-roth" } }), "visit: speaker: expected paul-roth to be a speaker among the actors"],
  ["a speaker among the actors who does not speak", withClaim("no-ship", { speaker: { name: "an official" }, kind: "opinion" }), "no-ship: speaker: expected paul-roth, a speaker among the actors, to be the speaker or in via"],
  ["a speaker in words who is an actor", withClaim("ferries", { speaker: { name: "Paul Roth" } }), "ferries: speaker: expected {actor: paul-roth} for Paul Roth"],
  ["a forecast told as a fact", withClaim("ferries", { kind: "fact", text: "Sudland will buy two ferries from Nordland.", speaker: "outlet" }), "ferries: kind: expected another kind than fact for what was still to come"],
  ["a fact that somebody tells of others", withClaim("ferries", { kind: "fact", text: "Sudland bought two ferries from Nordland.", speaker: { name: "people close to the talks" } }), "ferries: kind: expected another kind than fact for what somebody says of others"],
  ["a forecast told as done", withClaim("ferries", { text: "Sudland has bought two ferries from Nordland.", speaker: "outlet" }), "ferries: kind: expected words that tell a forecast to be one"],
  ["nobody's words told as certain", withClaim("ferries", { kind: "opinion", text: "Sudland buys two ferries from Nordland." }), "ferries: kind: expected a hedge or a word of belief, as it is left open who says it"],
  ["a quote of nobody", withClaim("no-ship", { speaker: "outlet" }), "no-ship: kind: expected a speaker for a quote"],
  ["a quote without words", withClaim("no-ship", { text: "Sudland will get no ship." }), "no-ship: kind: expected the words quoted in <q>"],
  ["a loaded word of ours", withClaim("visit", { text: "The wicked Anna Berg came to Sudland with forty officials." }), "visit: loaded: expected a neutral word, or <q> around the speaker's, for “wicked”"],
  ["a loaded word by its beginning", { ...SUDLAND, events: SUDLAND.events.map((event) => ({ ...event, label: "Visit to the regimes" })) }, "visit-of-2024: loaded: expected a neutral word, or <q> around the speaker's, for “regimes”"],
  ["a day that is precise to the month", withClaim("visit", { when: { start: "2024-05-15", precision: "month" } }), "visit: date: expected as much of 2024-05-15 as its precision, month, has"],
  ["a time of no precision", withClaim("visit", { when: { start: "2024-05-15" } }), "visit: date: expected a precision"],
  ["a fact of after the article", withClaim("visit", { when: { start: "2024-06-15", precision: "day" } }), "visit: date: expected no later day than that of the article, 2024-05-16, unless it is a forecast"],
  ["a role that no article vouches for so long", tenure({ asOf: "2024-07-01" }), "anna-berg: date: expected no later day than the latest article cited, 2024-05-16, or outside: asOf"],
  ["a role that ends after the day that vouches for it", tenure({ end: "2024-05-17" }), "anna-berg: date: expected no earlier day than the end, 2024-05-17"],
  ["what is later than the digest", { ...tenure({ outside: { fields: ["asOf"], basis: "known" }, asOf: "2026-01-01" }), date: "2025" }, "anna-berg: date: expected no later day than the digest's own, 2025, found 2026-01-01"],
  ["a fact before birth", { ...SUDLAND, actors: SUDLAND.actors.map((actor) => (actor.id === "anna-berg" ? { ...actor, facts: [{ text: "Born twice", when: { start: "1960", precision: "year" as const }, outside: { basis: "known" } }] } : actor)) }, "anna-berg: date: expected no earlier day than the birth, 1970"],
  ["a paragraph cited twice", withClaim("visit", at(2, 2)), "visit: place: expected each paragraph once"],
  ["a role before birth", tenure({ start: "1960" }), "anna-berg: date: expected no earlier day than the birth, 1970"],
  ["two links of one pair", { ...SUDLAND, links: [...SUDLAND.links, { from: "ferries", to: "no-ship", type: "corroborates", basis: "Ships." }] }, "ferries – no-ship: link: expected one link between the two, which holds in both directions"],
  ["an event's actor of whom no claim of it speaks", { ...SUDLAND, events: SUDLAND.events.map((event) => ({ ...event, actors: [...event.actors, NORD] })) }, "visit-of-2024: event: expected a claim of the event that speaks of nordland"],
  ["an event's claim that speaks of none of its actors", { ...SUDLAND, events: SUDLAND.events.map((event) => ({ ...event, claims: ["visit", "ferries"] })) }, "visit-of-2024: event: expected ferries to speak of one of the event's actors"],
  ["an event on a day that no claim tells", { ...SUDLAND, events: SUDLAND.events.map((event) => ({ ...event, when: { start: "2024-05-14", precision: "day" } })) }, "visit-of-2024: event: expected a claim of the event that tells 2024-05-14, or outside: what it rests on"],
  ["a relation since a day that no claim tells", { ...SUDLAND, relations: SUDLAND.relations.map((relation) => ({ ...relation, when: { start: "2024" } })) }, "sudland – nordland: relation: expected a claim that tells 2024, or outside: what it rests on"],
  ["a relation that its claim does not tell", { ...SUDLAND, relations: SUDLAND.relations.map((relation) => ({ ...relation, claims: ["visit"] })) }, "sudland – nordland: relation: expected visit to speak of both"],
  ["an actor of whom nothing is said", { ...SUDLAND, actors: [...SUDLAND.actors, { ...SUDLAND.actors[1], id: "nobody", names: [{ form: "No Body", language: "en", strength: "strong" }] } as Digest["actors"][number]] }, "nobody: reach: expected a claim, a fact or a relation that speaks of nobody"],
  ["a topic without claims", { ...SUDLAND, topics: [...SUDLAND.topics, { id: "trains", label: "Trains", words: {} }] }, "trains: reach: expected a claim with this topic"],
  ["a term that no claim says", { ...SUDLAND, terms: [{ id: "zeppelin", said: ["zeppelin"], words: {} }] }, "zeppelin: reach: expected a claim that says it"],
  ["a paragraph that is neither cited nor left out", withClaim("ferries", at(3)), "paper: reach: expected paragraph 4 to be cited, or uncited with a reason"],
  ["a paragraph that is both", withClaim("ferries", at(4, 5)), "paper: reach: expected paragraph 5 not to be uncited: a claim cites it"],
];

function tenure(changes: Partial<Digest["actors"][number]["tenures"][number]>): Digest {
  const actors = SUDLAND.actors.map((actor) => ({
    ...actor,
    tenures: actor.tenures.map((tenure) => ({ ...tenure, ...changes })),
  }));
  return { ...SUDLAND, actors };
}

describe("form", () => {
  it.each(FORM)("does not pass with %s", (_, digest, says) => {
    expect(form(digest)).toContain(says);
  });
});

// biome-ignore format: a table reads best with a case on a line
const FAITH: [what: string, digest: Digest, says: string][] = [
  ["an actor who is not named there", withClaim("visit", { text: "Anna Berg came to Nordland with forty officials.", actors: [ANNA, NORD] }), "visit: actor: expected nordland by name, or as: the words for it, in paragraph 2"],
  ["words for an actor that are not there", withClaim("visit", { actors: [{ ...ANNA, as: "the minister" }, SUD] }), "visit: actor: expected the words “the minister” for anna-berg, in paragraph 2"],
  ["words that mean another actor", withClaim("visit", { actors: [{ ...ANNA, as: "Sudland" }, SUD] }), "visit: actor: expected “Sudland” to mean anna-berg, not sudland, in paragraph 2"],
  ["subject and object exchanged", withClaim("ferries", { text: "Nordland might buy two ferries from Sudland.", actors: [{ ...NORD, part: "subject" }, SUD] }), "ferries: order: expected the subjects to be named before the objects, or inverted: true, in paragraph 4"],
  ["an order that is not inverted", withClaim("visit", { inverted: true }), "visit: order: expected an object to be named before a subject, as inverted says, in paragraph 2"],
  ["another actor who stands nearer", { ...withClaim("ferries", { text: "Nordland might buy.", actors: [{ ...NORD, part: "subject" }] }), relations: [] }, "ferries: nearer: expected nordland nearer to the words of the claim than sudland, or “Sudland” in leavesOut, in paragraph 4"],
  ["an actor left out and named", withClaim("ferries", { leavesOut: ["Nordland"] }), "ferries: left out: expected nordland not to be left out and among the actors, in paragraph 4"],
  ["a number that is not there", withClaim("visit", { text: "Anna Berg came to Sudland with fourteen officials." }), "visit: number: expected fourteen to stand there, in paragraph 2"],
  ["another unit", withClaim("visit", { text: "Anna Berg came to Sudland for the first time in twelve months." }), "visit: number: expected twelve (month) to stand there, in paragraph 2"],
  ["a date that is not there", withClaim("visit", { text: "Anna Berg came to Sudland on 14 May 2024." }), "visit: date: expected 14 May 2024 to stand there, or derivedFrom words there, in paragraph 2"],
  ["a day that its words do not give", withClaim("visit", { when: { start: "2024-05-14", precision: "day" }, derivedFrom: [{ value: "2024-05-14", words: "Wednesday" }] }), "visit: derived: expected 2024-05-14 to come from “Wednesday” and the article's date, in paragraph 2"],
  ["a day from words that are not there", withClaim("visit", { derivedFrom: [{ value: "2024-05-15", words: "yesterday" }] }), "visit: derived: expected the words “yesterday”, in paragraph 2"],
  ["a date that is for nothing", withClaim("visit", { when: { start: "2024-05", precision: "month" } }), "visit: derived: expected 2024-05-15 in the text or in when, in paragraph 2"],
  ["a day from nowhere", withClaim("visit", { derivedFrom: [] }), "visit: when: expected 2024-05-15 to stand there, to be the article's own date, or derivedFrom words there, in paragraph 2"],
  ["a dropped negation", withClaim("no-ship", { text: "Sudland will get a ship; the reports are <q>pure invention</q>." }), "no-ship: negation: expected “not” of the text to be in the claim, in whatever words, or in leavesOut; found none, in paragraph 3"],
  ["an added negation", withClaim("visit", { text: "Anna Berg never came to Sudland with forty officials." }), "visit: negation: expected no more than none; found “never”, in paragraph 2"],
  ["a word turned round", withClaim("visit", { text: "Anna Berg came to Sudland with forty unofficial men." }), "visit: negation: expected “unoffici…” as it stands there, not turned round, in paragraph 2"],
  ["a dropped hedge", withClaim("ferries", { text: "Sudland will buy two ferries from Nordland." }), "ferries: hedge: expected “may” of the text to be in the claim, in whatever words, or in leavesOut; found none, in paragraph 4"],
  ["more certainty than there", withClaim("ferries", { text: "Sudland might certainly buy two ferries from Nordland." }), "ferries: certainty: expected no more words of certainty than there: 0, not 1 (certainly), in paragraph 4"],
  ["words left out that are not there", withClaim("visit", { leavesOut: ["reportedly"] }), "visit: left out: expected “reportedly” to stand there once more, in paragraph 2"],
  ["what is believed told as a fact", withClaim("ferries", { kind: "fact", text: "Sudland buys two ferries from Nordland." }), "ferries: belief: expected another kind than fact, or words of belief, for “believe”, in paragraph 4"],
  ["words that nobody said", withClaim("no-ship", { text: "Sudland will get no ship; the reports are <q>pure fancy</q>." }), "no-ship: quote: expected the words “pure fancy”, in paragraph 3"],
  ["quotation marks instead of <q>", withClaim("visit", { text: "Anna Berg came to “Sudland” with forty officials." }), "visit: quote: expected <q> around quoted words, not quotation marks, in paragraph 2"],
  ["a hedge left out and its words said", withClaim("ferries", { text: "Sudland will buy two ferries from Nordland.", leavesOut: ["may"] }), "ferries: left out: expected “may” to be in the claim, which says “bui…” after it, in paragraph 4"],
  ["words for an actor that say nothing", withClaim("ferries", { actors: [SUBJECT_SUD, { ...NORD, as: "from" }] }), "ferries: actor: expected words that tell who it is, or a pronoun, not “from”, in paragraph 4"],
  ["a way of the words that is not there", withClaim("no-ship", { speaker: { actor: "paul-roth", via: "a letter" } }), "no-ship: speaker: expected what via says, “a letter”, in paragraph 3"],
  ["another day of the week", withClaim("visit", { text: "Anna Berg came to Sudland on Friday with forty officials." }), "visit: date: expected Friday to stand there, in paragraph 2"],
  ["a date that only its own time vouches for", withClaim("visit", { text: "Anna Berg came to Sudland in May 2024 with forty officials.", when: { start: "2024-05", precision: "month" }, derivedFrom: [] }), "visit: date: expected May 2024 to stand there, or derivedFrom words there, in paragraph 2"],
  ["what is believed told by the outlet", withClaim("ferries", { kind: "opinion", speaker: "outlet", text: "Sudland buys two ferries from Nordland." }), "ferries: belief: expected a speaker, or words of belief, for “believe”, in paragraph 4"],
  ["a role in a paragraph that does not name who holds it", tenure({ citations: [{ source: "paper", paragraphs: [3] }] }), "anna-berg: actor: expected anna-berg, Minister, by name in paragraph 3 of paper"],
  ["an event in the article's words", { ...SUDLAND, events: SUDLAND.events.map((event) => ({ ...event, label: "Anna Berg arrived in Sudland on Wednesday with 40 officials" })) }, "visit-of-2024: copy: expected own words, not “anna berg arrived in sudland on wednesday with 40”, which stand in paragraph 2"],
  ["a quote without quotation marks there", withClaim("no-ship", { text: "Sudland will get no ship, Paul Roth <q>told reporters</q>." }), "no-ship: quote: expected “told reporters” in quotation marks, in paragraph 3"],
  ["speaker's words that are not there", withClaim("ferries", { speaker: { name: "officials" } }), "ferries: speaker: expected the words “officials”, in paragraph 4"],
  ["the wrong paragraph", withClaim("ferries", at(3)), "ferries: place: expected paragraph 4 to be cited, which has more in common with the claim, in paragraph 3"],
  ["a paragraph too many", withClaim("visit", at(2, 4)), "visit: place: expected paragraph 4, which has little of the claim, not to be cited, in paragraphs 2, 4"],
  ["a sentence of the article", withClaim("ferries", { text: "Sudland may buy two ferries from Nordland, people close to the talks believe." }), "ferries: copy: expected own words, not “sudland may buy two ferries from nordland people close”, which stand in paragraph 4"],
];

describe("faith", () => {
  it.each(FAITH)("does not pass with %s", (_, digest, says) => {
    expect(faith(digest)).toContain(says);
  });

  it("does not pass with another text", () => {
    expect(faith(SUDLAND, [])).toEqual([`paper: hash: expected a text whose hash is ${PAPER.hash}`]);
    expect(faith(SUDLAND, [{ ...PAPER, paragraphs: [...PAPER.paragraphs, "One more."] }])).toEqual([
      "paper: paragraphs: expected 6, as the text has",
    ]);
  });
});
