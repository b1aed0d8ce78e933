import type { Fault } from "../../../src/digest/references.ts";
import type { Claim } from "../../../src/digest/schema.ts";
import { nameOfSpeaker, viaOf } from "../speaker.ts";
import { STOP, spansOf, standsIn, stemsOf, wordsOf } from "../wording.ts";
import { type Cited, unfaithful } from "./cited.ts";

type Part = Claim["actors"][number];

/** Actors and speakers of a claim who do not stand in the cited paragraphs, or in another order. */
export function actorFaults(cited: Cited): Fault[] {
  const faults = cited.claim.actors.flatMap((actor, i): Fault[] => {
    const path = ["actors", i];
    if (actor.as !== undefined) return asFaults(cited, actor.id, actor.as, [...path, "as"]);
    if (placeOf(cited, actor) !== undefined) return [];
    return [unfaithful(cited, path, "actor", `${actor.id} by name, or as: the words for it`)];
  });
  return [...faults, ...orderFaults(cited), ...speakerFaults(cited)];
}

/** The few that may stand for somebody without saying anything of them. */
const PRONOUNS = new Set(["he", "she", "it", "they", "him", "her", "his", "their", "them"]);

/** Words for an actor stand there, say something, and mean nobody else. */
function asFaults(cited: Cited, id: string, as: string, path: Fault["path"]): Fault[] {
  const { numbers, reading, text } = cited;
  if (!standsIn(as, text)) return [unfaithful(cited, path, "actor", `the words “${as}” for ${id}`)];
  const words = wordsOf(as);
  if (words.every((word) => STOP.has(word)) && !words.some((word) => PRONOUNS.has(word)))
    return [unfaithful(cited, path, "actor", `words that tell who it is, or a pronoun, not “${as}”`)];
  const covering = numbers.flatMap((n) =>
    spansOf(as, reading.paragraphs[n - 1] ?? "").map((span) =>
      (reading.namings[n - 1] ?? []).filter(({ start, end }) => start <= span.start && end >= span.end),
    ),
  );
  const isSomebodyElse = covering.every((namings) => namings.some(({ actors }) => !actors.includes(id)));
  const other = covering.flat().find(({ actors }) => !actors.includes(id));
  return isSomebodyElse && other
    ? [unfaithful(cited, path, "actor", `“${as}” to mean ${id}, not ${other.actors[0]}`)]
    : [];
}

/** Claim and article name subjects before objects; where the article does not, the claim says that it is inverted. */
function orderFaults(cited: Cited): Fault[] {
  const { claim } = cited;
  const places = (wanted: string) =>
    claim.actors.filter(({ part }) => part === wanted).flatMap((actor) => placeOf(cited, actor) ?? []);
  const isInverted = Math.min(...places("object")) < Math.max(...places("subject"));
  if (isInverted === (claim.inverted === true)) return [];
  const expected = isInverted
    ? "the subjects to be named before the objects, or inverted: true"
    : "an object to be named before a subject, as inverted says";
  return [unfaithful(cited, ["actors"], "order", expected)];
}

/** A speaker who is no actor stands there in the words given, and so does the way by which the words came. */
function speakerFaults(cited: Cited): Fault[] {
  const { claim, text } = cited;
  const name = nameOfSpeaker(claim);
  const there = stemsOf(text);
  const unknown = [...stemsOf(viaOf(claim))].filter((stem) => !there.has(stem));
  return [
    ...(name && !standsIn(name, text) ? [unfaithful(cited, ["speaker"], "speaker", `the words “${name}”`)] : []),
    ...(unknown.length ? [unfaithful(cited, ["speaker"], "speaker", `what via says, “${viaOf(claim)}”`)] : []),
  ];
}

/** Where an actor is first named in the cited paragraphs, counted over all of them. */
function placeOf({ numbers, reading }: Cited, { id, as }: Part): number | undefined {
  let offset = 0;
  for (const n of numbers) {
    const text = reading.paragraphs[n - 1] ?? "";
    const named = reading.namings[n - 1]?.filter(({ actors }) => actors.includes(id)) ?? [];
    const called = as === undefined ? [] : spansOf(as, text);
    const starts = [...named, ...called].map(({ start }) => start);
    if (starts.length) return offset + Math.min(...starts);
    offset += text.length;
  }
  return undefined;
}
