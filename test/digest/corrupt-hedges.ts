import type { Claim } from "../../src/digest/schema.ts";
import { applyRules, type Candidate, type Corrupter, type Rule } from "./corrupting.ts";

const SUPPOSED = "believed|thought|rumoured|said|reported|alleged|supposed|reputed|considered|assumed|suspected";
const ADVERBS = "reportedly|apparently|probably|possibly|perhaps|supposedly|allegedly|seemingly|presumably|potentially";
const DOUBTED = "rumoured|alleged|suspected|reported|supposed|potential|apparent|possible|probable|likely|expected";

const HEDGES: readonly Rule[] = [
  [/\b(?:may|might|could) have been\b/g, "was", "may → is"],
  [/\b(?:may|might|could) have had\b/g, "had", "may → is"],
  [/\b(?:may|might|could) have\b(?= (?:\p{L}+(?:ed|wn|en)|led|met|done|made)\b)/gu, "has", "may → is"],
  [/\b(?:may|might|could) have\b(?! (?:\p{L}+(?:ed|wn|en)|led|met|done|made|had)\b)/gu, "will have", "may → will"],
  [/\b(?:may|might|could) be\b/g, "is", "may → is"],
  // Not what somebody was able to do.
  [
    /(?<!\b(?:all|what|as) (?:he|she|it|they) )\b(?:may|might|could)\b(?! (?:not|never|have|be)\b)/g,
    "will",
    "may → will",
  ],
  [new RegExp(`\\b(?:${ADVERBS})\\b `, "gi"), "", "adverb dropped"],
  [/\b(is|are) (not )?(?:likely|expected) to\b/g, "will $2", "expected → will"],
  [/\b(was|were) (not )?(?:likely|expected) to\b/g, "$1 $2certain to", "expected → will"],
  [/\bRumour has it that \b/g, "", "adverb dropped"],
  [/\b(was|were) to be\b/g, "$1", "plan → deed"],
  [/\b(?:was|were) (?:due to|set to|expected to|to) (?!be\b)(?=\p{Ll})/gu, "did ", "plan → deed"],
  [/\bplans to\b/g, "has begun to", "plan → deed"],
  [/\bplan to\b/g, "have begun to", "plan → deed"],
  [/\bpossibility of\b/g, "certainty of", "likely → certain"],
  [/(?<!\b(?:is|are|was|were) (?:not )?)\b(?:likely|expected) to\b/g, "certain to", "expected → will"],
  [new RegExp(`\\b(?:${SUPPOSED}) (?=to\\b|that\\b)`, "g"), "known ", "believed → known"],
  [new RegExp(`\\b(is|are|was|were) (?:${SUPPOSED})\\b(?! (?:to|that|by|in|on)\\b)`, "g"), "$1", "believed → known"],
  [/\b(?:believes?|reckons?|thinks?|suspects?|expects?|assumes?)\b(?= (?:that|there)\b)/g, "know", "believed → known"],
  [/\b(?:alleges?|claims?)\b(?= that\b)/g, "prove", "believed → known"],
  [/\blikely\b(?! to\b)/g, "certainly", "likely → certain"],
  [/\b(is|are|was|were) possible\b/g, "$1 certain", "likely → certain"],
  [
    new RegExp(`\\b(a|an|any|the|his|her|its|their|of|\\p{L}+['’]s) (?:${DOUBTED})\\b`, "gu"),
    "$1",
    "adjective dropped",
  ],
  [/\b(?:appears?|seems?) to have\b/g, "has", "appears to → does"],
  [/\b(?:appears?|seems?) to be\b/g, "is", "appears to → does"],
  [/\b(?:appear|seem)(?:s|ed)? to\b(?! (?:have|be)\b)/g, "certainly did", "appears to → does"],
  [/\b(?:seems|appears)(?! to\b)(?= \p{L})/gu, "is", "appears to → does"],
  [/\b(?:seem|appear)(?! to\b)(?= \p{L})/gu, "are", "appears to → does"],
  [/\b(?:tries|strives) to\b/g, "manages to", "attempt → success"],
  [/\b(?:try|strive) to\b/g, "manage to", "attempt → success"],
  [/\b(is|was|as) an attempt to\b/g, "$1 sure to", "attempt → success"],
  [/\b(?:tried|strove|attempted) to\b/g, "managed to", "attempt → success"],
  [/\b(?:trying|striving|attempting) to\b/g, "managing to", "attempt → success"],
  [/\b(?:nearly|almost|partly|largely|mostly|mainly) /g, "", "limiting word dropped"],
];

/** Doubt taken for certain. */
export const dropHedges: Corrupter = ({ claim }) => applyRules(claim, HEDGES);

/** What is alleged, denied, forecast or thought told as a fact, the text left as it is. */
export const makeFacts: Corrupter = ({ claim }): Candidate[] => {
  const { kind, speaker, actors } = claim;
  if (kind === "fact" || kind === "quote") return [];
  const asFact: Claim = { ...claim, kind: "fact" };
  const kept = { way: "speaker kept", claim: asFact, said: `kind ${kind} → fact` };
  if (speaker === "outlet") return [{ ...kept, way: "speaker was outlet" }];
  const silent = actors.map((part) => (part.part === "speaker" ? { ...part, part: "mentioned" as const } : part));
  const said = `kind ${kind} → fact, speaker ${JSON.stringify(speaker)} → outlet`;
  return [kept, { way: "speaker → outlet", claim: { ...asFact, speaker: "outlet", actors: silent }, said }];
};
