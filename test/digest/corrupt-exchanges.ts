import type { Claim } from "../../src/digest/schema.ts";
import { type Candidate, rewritten, type Setting } from "./corrupting.ts";
import type { Named } from "./names-in-text.ts";

const MEETS = "met(?: with)?|meets?(?: with)?|talked (?:to|with)|spoke with|shook hands with";
const BONDS =
  "relationship|relations|ties|alliance|meeting|talks|summit|friendship|partnership|contacts?|handshake|pact|treaty|deal";
/** Between two who may change places without a change of meaning. */
const JOINT = new RegExp(
  `^(?:['’]s?)?,? ?(?:and|or|nor|as well as|${MEETS}|,|(?:(?:[a-z-]+ ){0,3}(?:${BONDS}) )?with) (?:the )?$`,
);

/** Who does something and whom it is done to, exchanged. */
export function exchangeActors({ claim, names }: Setting): Candidate[] {
  const places = names.in(claim.text, new Set(claim.actors.map(({ id }) => id)));
  const named = (part: string) =>
    claim.actors
      .filter((one) => one.part === part && places.some(({ actor }) => actor === one.id))
      .map(({ id }) => id)
      .filter((id) => names.actor(id)?.kind !== "agreement");
  const pairs = named("subject").flatMap((subject) => named("object").map((object) => [subject, object] as const));
  return pairs.flatMap(([subject, object]): Candidate[] => {
    const own = places.filter(({ actor }) => actor === subject || actor === object);
    if (subject === object || names.areOne(subject, object) || areJoined(claim.text, places, [subject, object]))
      return [];
    const other = (actor: string) => (actor === subject ? object : subject);
    const text = names.replaced(claim.text, own, (actor) => names.actor(other(actor))?.name ?? actor);
    const inText = rewritten("subject and object exchanged: text only", claim, text);
    const inBoth = rewritten("subject and object exchanged: text and list", withPartsOf(claim, subject, object), text);
    return [inText, { ...inBoth, said: `${inBoth.said}, and their parts` }];
  });
}

/** Whether some place of the one leads to one of the other over nothing but names and what joins them. */
function areJoined(text: string, places: readonly Named[], pair: readonly string[]): boolean {
  return places.some(({ actor }, first) => {
    if (!pair.includes(actor)) return false;
    const last = places.findIndex((one, i) => i > first && one.actor !== actor && pair.includes(one.actor));
    const between = places.slice(first, last + 1);
    return last > 0 && between.slice(1).every(({ start }, i) => JOINT.test(text.slice(between[i]?.end, start)));
  });
}

function withPartsOf(claim: Claim, subject: string, object: string): Claim {
  const actors = claim.actors.map((one) => {
    if (one.id === subject && one.part === "subject") return { ...one, part: "object" as const };
    return one.id === object && one.part === "object" ? { ...one, part: "subject" as const } : one;
  });
  return { ...claim, actors };
}
