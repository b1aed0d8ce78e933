import type { Claim } from "../../src/digest/schema.ts";
import {
  applyRules,
  type Candidate,
  type Corrupter,
  matchesOutsideTags,
  type Rule,
  replaceAt,
  rewritten,
} from "./corrupting.ts";
import type { Names } from "./names-in-text.ts";
import type { Random } from "./random.ts";

const NEGATION = /\b(?:not|never|no|none|nothing|nobody|neither|nor|without|cannot|hardly|fail\w*|unable)\b|n['’]t\b/i;
const MODAL = /\b(?:will|would|could|may|might|should|must|can)\b(?! (?:not|never)\b)/g;
const BE = /\b(?:is|are|was|were)\b(?! (?:not|never)\b)/g;
const HAVE = /\b(?:has|have|had)(?= (?:\p{L}+ly |already |long |often )?(?:been|\p{L}+ed|\p{L}+[wk]n|\p{L}+en)\b)/gu;
const MOST_AUXILIARIES = 2;

const SWITCHED: readonly Rule[] = [
  [/(?<!\b(?:not|un) ?)\blikely\b/g, "unlikely", "likely → unlikely"],
  [/(?<!\bnot )\bpossible\b/g, "impossible", "likely → unlikely"],
  [/(?<!\bnot )\bable to\b/g, "unable to", "likely → unlikely"],
  [/\bwith\b(?! (?:which|whom)\b)/g, "without", "with → without"],
  [/\b(?:had|has|have) to (?=\p{Ll})/gu, "did not have to ", "did not"],
  [/\bstill (?=\p{Ll})/gu, "no longer ", "opposite word"],
  [/\balways\b/g, "never", "opposite word"],
  [/\bagreed to\b/g, "refused to", "opposite word"],
  [/\baccepted\b/g, "rejected", "opposite word"],
  [/\bsaid yes to\b/g, "said no to", "opposite word"],
  [/\bconfirmed\b/g, "denied", "opposite word"],
  [/\bsupports\b/g, "opposes", "opposite word"],
  [/\bbacks\b/g, "does not back", "opposite word"],
  [/(?<!\bdid not )\bback\b(?= (?:each|North|South|Russia))/g, "not back", "opposite word"],
  [/(?<!\b(?:above|at|after|almost|not) )\ball\b(?! (?:he|she|it|they|the more)\b)/g, "not all", "opposite word"],
];

/** Finite past forms → what stands behind "did not". */
const PAST: Readonly<Record<string, string>> = {
  ...{ met: "meet", spoke: "speak", gave: "give", came: "come", went: "go", took: "take", told: "tell", made: "make" },
  ...{ said: "say", sent: "send", held: "hold", wrote: "write", drank: "drink", received: "receive", died: "die" },
  ...{ promised: "promise", proposed: "propose", concluded: "conclude", addressed: "address", printed: "print" },
  ...{ greeted: "greet", undertook: "undertake", turned: "turn", tried: "try", signed: "sign", visited: "visit" },
  ...{ invited: "invite", backed: "back", praised: "praise", asked: "ask", moved: "move", left: "leave" },
  ...{ voiced: "voice", called: "call", accepted: "accept", pledged: "pledge", suggested: "suggest", saw: "see" },
  ...{ confirmed: "confirm", welcomed: "welcome", travelled: "travel", stayed: "stay", warned: "warn", put: "put" },
};
/** Finite forms in -s whose stem is not the form less its s. */
const STEMS: Readonly<Record<string, string>> = {
  tries: "try",
  goes: "go",
  does: "do",
  relies: "rely",
  denies: "deny",
};
const NO_VERBS = new Set(["is", "was", "has", "its", "this", "as", "likes", "towards", "does"]);
const VERB = /^ ((?:\p{L}+ly |already |chiefly )?)(\p{Ll}+)\b/u;

export const addNegations: Corrupter = ({ claim, names, random }) => [
  ...negateAuxiliaries(claim, random),
  ...negateVerbs(claim, names),
  ...applyRules(claim, SWITCHED),
  ...negateWhole(claim, names),
];

function negateAuxiliaries(claim: Claim, random: Random): Candidate[] {
  const { text } = claim;
  const places = [MODAL, BE, HAVE].flatMap((pattern) => matchesOutsideTags(text, pattern));
  const free = places.filter(({ index }) => !NEGATION.test(clauseAround(text, index)) && !isInQuote(text, index));
  return random.some(free, MOST_AUXILIARIES).map(({ 0: word, index }) => {
    const [negation = "not"] = random.some(["may", "might"].includes(word) ? ["not"] : ["not", "not", "never"]);
    const written = word === "can" && negation === "not" ? "cannot" : `${word} ${negation}`;
    return rewritten(`auxiliary + ${negation}`, claim, replaceAt(text, index, index + word.length, written));
  });
}

function clauseAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf(";", at), text.lastIndexOf(". ", at)) + 1;
  const end = text.slice(at).search(/[;.]/);
  return text.slice(start, end < 0 ? undefined : at + end);
}

function isInQuote(text: string, at: number): boolean {
  return text.lastIndexOf("<q>", at) > text.lastIndexOf("</q>", at);
}

/** A finite verb right behind a name: "Kim met" → "Kim did not meet", "Kim sees" → "Kim does not see". */
function negateVerbs(claim: Claim, names: Names): Candidate[] {
  const { text } = claim;
  return names.in(text, new Set(claim.actors.map(({ id }) => id))).flatMap(({ end }): Candidate[] => {
    const [all = "", adverb = "", verb = ""] = VERB.exec(text.slice(end)) ?? [];
    const past = PAST[verb];
    const stem = /[^s]s$/.test(verb) && !NO_VERBS.has(verb) ? (STEMS[verb] ?? verb.replace(/s$/, "")) : undefined;
    const negated = past ? `did not ${adverb}${past}` : stem ? `does not ${adverb}${stem}` : undefined;
    if (!negated) return [];
    return [rewritten("did not", claim, `${text.slice(0, end)} ${negated}${text.slice(end + all.length)}`)];
  });
}

function negateWhole(claim: Claim, names: Names): Candidate[] {
  const { text } = claim;
  const first = names.in(text, new Set(claim.actors.map(({ id }) => id)))[0]?.start;
  const isOwnWord = first === 0 || /^(?:Western|Russian|Chinese|North|South|I|[A-Z]{2,})\b|^</.test(text);
  const rest = isOwnWord ? text : text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  return [rewritten("It is not true that", claim, `It is not true that ${rest}`)];
}
