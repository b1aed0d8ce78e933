import type { Fault } from "../../../src/digest/references.ts";
import type { Claim, Digest } from "../../../src/digest/schema.ts";
import { fault, type Path } from "../fault.ts";
import { type Names, namingsIn } from "../naming.ts";
import { speakingActor, viaOf } from "../speaker.ts";
import { foretells, plain } from "../wording.ts";
import { claimDateFaults } from "./dates.ts";
import { tiesOf } from "./ties.ts";

const QUOTED = /<q>/;

/** What a claim must say of its actors, speaker, kind and time; paths lead on from the claim. */
export function claimFormFaults(claim: Claim, digest: Digest, names: Names): Fault[] {
  const say = (path: Path, rule: string, expected: string) => fault(path, claim.id, rule, expected);
  return [
    ...namedFaults(claim, digest, names, say),
    ...speakerFaults(claim, digest, names, say),
    ...kindFaults(claim, say),
    ...claimDateFaults(claim, digest),
  ];
}

type Say = (path: Path, rule: string, expected: string) => Fault;

/** The text names whom the claim is about, and nobody who is not among its actors; a subject comes before any object. */
function namedFaults(claim: Claim, digest: Digest, names: Names, say: Say): Fault[] {
  const text = plain(claim.text);
  const namings = namingsIn(text, names);
  const ids = claim.actors.map(({ id }) => id);
  const ties = tiesOf(claim, digest);
  const first = (id: string) => namings.find(({ actors }) => actors.includes(id))?.start ?? Number.POSITIVE_INFINITY;
  const unnamed = [...claim.actors.entries()].filter(
    ([, { id, part }]) => part !== "speaker" && first(id) === Number.POSITIVE_INFINITY,
  );
  const firstOf = (wanted: string) =>
    Math.min(...claim.actors.filter(({ part }) => part === wanted).map(({ id }) => first(id)));
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
    ...(firstOf("object") < firstOf("subject") && Number.isFinite(firstOf("subject"))
      ? [say(["text"], "order", "a subject to be named before any object")]
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
  const { speaker } = claim;
  const words = typeof speaker === "object" && "name" in speaker ? speaker.name : undefined;
  const known = actors.find(({ name }) => name === words);
  if (known) faults.push(say(["speaker"], "speaker", `{actor: ${known.id}} for ${words}`));
  return faults;
}

function kindFaults({ kind, text, speaker }: Claim, say: Say): Fault[] {
  const faults: Fault[] = [];
  if (kind === "fact" && foretells(text))
    faults.push(say(["kind"], "kind", "another kind than fact for what was still to come"));
  if (kind === "quote" && speaker === "outlet") faults.push(say(["speaker"], "kind", "a speaker for a quote"));
  if (kind === "quote" && !QUOTED.test(text)) faults.push(say(["text"], "kind", "the words quoted in <q>"));
  return faults;
}
