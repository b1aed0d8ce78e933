import type { Fault } from "../../../src/digest/references.ts";
import type { Claim, Digest } from "../../../src/digest/schema.ts";
import { fault, type Path } from "../fault.ts";
import { type Names, namingsIn } from "../naming.ts";
import { beliefsOf, foretells, hedgesOf, looksAhead } from "../signs.ts";
import { nameOfSpeaker, speakingActor, viaOf } from "../speaker.ts";
import { tiesOf } from "../ties.ts";
import { plain } from "../wording.ts";
import { claimDateFaults } from "./dates.ts";

const QUOTED = /<q>/;

/** What a claim must say of its actors, speaker, kind and time; paths lead on from the claim. */
export function claimFormFaults(claim: Claim, digest: Digest, names: Names): Fault[] {
  const say = (path: Path, rule: string, expected: string) => fault(path, claim.id, rule, expected);
  return [
    ...namedFaults(claim, digest, names, say),
    ...speakerFaults(claim, digest, names, say),
    ...kindFaults(claim, digest, names, say),
    ...claimDateFaults(claim, digest),
    ...claim.citations.flatMap(({ paragraphs }, i) =>
      new Set(paragraphs).size < paragraphs.length
        ? [say(["citations", i, "paragraphs"], "place", "each paragraph once")]
        : [],
    ),
  ];
}

type Say = (path: Path, rule: string, expected: string) => Fault;

/** The text names whom the claim is about, and nobody who is not among its actors; subjects come before objects. */
function namedFaults(claim: Claim, digest: Digest, names: Names, say: Say): Fault[] {
  const text = plain(claim.text);
  const namings = namingsIn(text, names);
  const ids = claim.actors.map(({ id }) => id);
  const carriers = namingsIn(viaOf(claim), names).flatMap(({ actors }) => actors);
  const ties = new Set([...tiesOf(ids, digest), ...carriers]);
  const first = (id: string) => namings.find(({ actors }) => actors.includes(id))?.start ?? Number.POSITIVE_INFINITY;
  const unnamed = [...claim.actors.entries()].filter(
    ([, { id, part }]) => part !== "speaker" && first(id) === Number.POSITIVE_INFINITY,
  );
  const named = (wanted: string) =>
    claim.actors.filter(({ id, part }) => part === wanted && Number.isFinite(first(id))).map(({ id }) => first(id));
  return [
    ...namings
      .filter(({ actors }) => !actors.some((id) => ids.includes(id)))
      .map(({ actors }) => say(["text"], "named", `${actors[0]} among the actors, as the text names them`)),
    ...namings
      .filter(({ actors }) => actors.length > 1)
      .map(({ start, end }) => say(["text"], "named", `a name of one actor only, not “${text.slice(start, end)}”`)),
    ...ids
      .filter((id, i) => ids.indexOf(id) !== i)
      .map((id) => say(["actors"], "named", `${id} once among the actors`)),
    ...unnamed
      .filter(([, { part }]) => part !== "mentioned")
      .map(([i, { id, part }]) => say(["actors", i], "named", `the text to name ${id}, its ${part}`)),
    ...unnamed
      .filter(([, { id, part }]) => part === "mentioned" && !ties.has(id))
      .map(([i, { id }]) =>
        say(["actors", i], "named", `the text to name ${id}, or the digest to tie ${id} to another of its actors`),
      ),
    ...(Math.min(...named("object")) < Math.max(...named("subject"))
      ? [say(["text"], "order", "the subjects to be named before the objects")]
      : []),
  ];
}

/** Who speaks stands among the actors as the speaker, and nobody else does but whom `via` names. */
function speakerFaults(claim: Claim, { actors }: Digest, names: Names, say: Say): Fault[] {
  const said = speakingActor(claim);
  const via = namingsIn(viaOf(claim), names).flatMap((naming) => naming.actors);
  const speakers = claim.actors.filter(({ part }) => part === "speaker").map(({ id }) => id);
  const faults = speakers
    .filter((id) => id !== said && !via.includes(id))
    .map((id) => say(["speaker"], "speaker", `${id}, a speaker among the actors, to be the speaker or in via`));
  if (said && !speakers.includes(said))
    faults.push(say(["speaker"], "speaker", `${said} to be a speaker among the actors`));
  const words = nameOfSpeaker(claim);
  const known = actors.find(({ name }) => name === words);
  if (known) faults.push(say(["speaker"], "speaker", `{actor: ${known.id}} for ${words}`));
  return faults;
}

function kindFaults(claim: Claim, digest: Digest, names: Names, say: Say): Fault[] {
  const { kind, text, speaker } = claim;
  const words = plain(text);
  const isHeld = hedgesOf(words).length + beliefsOf(words).length > 0;
  const isOpen = typeof speaker === "object" && "open" in speaker;
  const expected: [field: string, isWanting: boolean, what: string][] = [
    ["kind", kind === "fact" && foretells(text), "another kind than fact for what was still to come"],
    [
      "kind",
      kind === "fact" && !speaksOfOwn(claim, digest, names),
      "another kind than fact for what somebody says of others",
    ],
    ["text", kind === "forecast" && !looksAhead(text), "words that tell a forecast to be one"],
    ["speaker", kind === "quote" && speaker === "outlet", "a speaker for a quote"],
    ["text", kind === "quote" && !QUOTED.test(text), "the words quoted in <q>"],
    ["text", isOpen && !isHeld, "a hedge or a word of belief, as it is left open who says it"],
  ];
  return expected.filter(([, isWanting]) => isWanting).map(([field, , what]) => say([field], "kind", what));
}

/** Whether the claim is about its speaker, or about what the speaker belongs to; an outlet may report of anybody. */
function speaksOfOwn(claim: Claim, digest: Digest, names: Names): boolean {
  const { speaker, actors } = claim;
  if (speaker === "outlet") return true;
  const said = speakingActor(claim);
  const named = namingsIn(nameOfSpeaker(claim) ?? "", names).flatMap((naming) => naming.actors);
  const own = [...(said ? [said] : []), ...named];
  const ties = tiesOf(own, digest);
  return actors.some(({ id, part }) => part === "subject" && (own.includes(id) || ties.has(id)));
}
