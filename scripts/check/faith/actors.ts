import type { Fault } from "../../../src/digest/references.ts";
import type { Claim } from "../../../src/digest/schema.ts";
import { standsIn, straight } from "../wording.ts";
import { type Cited, unfaithful } from "./cited.ts";

/** Actors and speakers of a claim who do not stand in the cited paragraphs, or in another order. */
export function actorFaults(cited: Cited): Fault[] {
  const { claim } = cited;
  const faults = claim.actors.flatMap(({ id, as }, i): Fault[] => {
    const path = ["actors", i];
    if (as !== undefined) return asFaults(cited, id, as, [...path, "as"]);
    return placeOf(cited, claim.actors[i]) === undefined
      ? [unfaithful(cited, path, "actor", `${id} by name, or as: the words for it`)]
      : [];
  });
  return [...faults, ...orderFaults(cited), ...speakerFaults(cited)];
}

/** Words for an actor stand there and mean nobody else. */
function asFaults({ claim, ...cited }: Cited, id: string, as: string, path: Fault["path"]): Fault[] {
  const it = { claim, ...cited };
  if (!standsIn(as, it.text)) return [unfaithful(it, path, "actor", `the words “${as}” for ${id}`)];
  const other = it.numbers
    .flatMap((n) => {
      const text = it.reading.paragraphs[n - 1] ?? "";
      const at = indexIn(as, text);
      return (it.reading.namings[n - 1] ?? []).filter(({ start, end }) => start <= at && end >= at + as.length);
    })
    .find(({ actors }) => !actors.includes(id));
  return other ? [unfaithful(it, path, "actor", `“${as}” to mean ${id}, not ${other.actors[0]}`)] : [];
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

function speakerFaults(cited: Cited): Fault[] {
  const { claim, text } = cited;
  const { speaker } = claim;
  if (typeof speaker !== "object" || !("name" in speaker) || standsIn(speaker.name, text)) return [];
  return [unfaithful(cited, ["speaker"], "speaker", `the words “${speaker.name}”`)];
}

/** Where an actor is first named in the cited paragraphs, counted over all of them. */
function placeOf({ numbers, reading }: Cited, actor: Claim["actors"][number] | undefined): number | undefined {
  let offset = 0;
  for (const n of numbers) {
    const text = reading.paragraphs[n - 1] ?? "";
    const named = reading.namings[n - 1]?.find(({ actors }) => actor && actors.includes(actor.id))?.start;
    const called = actor?.as === undefined ? -1 : indexIn(actor.as, text);
    const at = Math.min(named ?? Number.POSITIVE_INFINITY, called < 0 ? Number.POSITIVE_INFINITY : called);
    if (Number.isFinite(at)) return offset + at;
    offset += text.length;
  }
  return undefined;
}

function indexIn(words: string, text: string): number {
  return straight(text).toLowerCase().indexOf(straight(words).toLowerCase());
}
