import { applyRules, type Corrupter, type Rule } from "./corrupting.ts";

const UN_WORDS =
  "likely|able|reliable|realistic|willing|acceptable|breakable|clear|certain|known|predictable|settled|prepared|true|aware|justified|wanted|lawful|stable|confirmed|proven|controlled";

const NEGATIONS: readonly Rule[] = [
  [/\b(?:did not|didn['’]t) deny\b/g, "confirmed", "did not deny → confirmed"],
  [/\bdo(?:es)? not deny\b/g, "confirm", "did not deny → confirmed"],
  [/\b(?:not|never) den(?:ied|ying)\b/g, "confirmed", "did not deny → confirmed"],
  [/\bneither\b([^.;]+?)\bnor\b/g, "both$1and", "neither … nor → both … and"],
  [/\bNeither\b([^.;]+?)\bnor\b/g, "Both$1and", "neither … nor → both … and"],
  [/\bno longer\b/g, "still", "no"],
  [/\bat no time\b/g, "at many times", "no"],
  [/\bAt no time\b/g, "At many times", "no"],
  [/\bno(?: one|body)\b/gi, "everybody", "no"],
  [/\bnothing\b/g, "everything", "no"],
  [/\bnone\b/g, "all", "no"],
  [/\bnowhere\b/g, "everywhere", "no"],
  [/(?<!\b[Aa]t )\bno\b(?! (?:longer|one|time|less|more|fewer|matter)\b)/g, "some", "no"],
  [/\bNo\b(?! (?:longer|one|less|more|fewer|matter)\b)/g, "Some", "no"],
  [/\bcannot\b/g, "can", "cannot → can"],
  [/\bcan(?:['’]t)\b/g, "can", "cannot → can"],
  [/\bwon['’]t\b/g, "will", "n't"],
  [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should|might)n['’]t\b/g, "$1", "n't"],
  [/(?<!\bwhether or |\bor )\bnot\b(?! (?:only|just|least|merely|to mention)\b)/g, "", "not"],
  [/\bnever\b/g, "", "never"],
  [/\bNever\b/g, "Often", "never"],
  [/\bwithout\b/g, "with", "without"],
  [/\bWithout\b/g, "With", "without"],
  [new RegExp(`\\bun(${UN_WORDS})\\b`, "g"), "$1", "un-"],
  [/\bim(possible|probable)\b/g, "$1", "un-"],
  [/\b(?:hardly|barely|scarcely)\b/g, "fully", "hardly, little, few"],
  [/\b(?:small|little) (cause|reason|need|doubt)\b/g, "great $1", "hardly, little, few"],
  [/(?<!\ba )\blittle (?=to\b)/g, "much ", "hardly, little, few"],
  [/(?<!\ba )\bfew\b/g, "many", "hardly, little, few"],
];

/** Words that deny by themselves, and what says the opposite. */
const DENYING: Readonly<Record<string, string>> = {
  "failed to": "managed to",
  "fails to": "manages to",
  "fail to": "manage to",
  failed: "succeeded",
  refused: "agreed",
  refuses: "agrees",
  rejected: "accepted",
  rejects: "accepts",
  rejecting: "accepting",
  denied: "confirmed",
  denies: "confirms",
  lacks: "has",
  lack: "have",
  opposes: "supports",
  oppose: "support",
  "opposed to": "allied to",
  condemning: "praising",
  condemned: "praised",
  condemns: "praises",
};

/** Words that deny nothing and have an opposite all the same. */
const OPPOSITES: Readonly<Record<string, string>> = {
  "complete lie": "complete truth",
  avert: "bring about",
  prevent: "bring about",
  prevents: "brings about",
  "(?<!aving )ceased to be": "remained",
  disobey: "obey",
  defy: "obey",
  defies: "obeys",
  "isolated from": "embraced by",
  "shunned by": "embraced by",
  soured: "improved",
  destabilising: "stabilising",
  block: "bring about",
  "half-hearted": "whole-hearted",
  "half-heartedly": "whole-heartedly",
};
const OPPOSITE_PHRASES: readonly Rule[] = [
  [/\b(is|are|was|were|both|be|stands?|stood) against\b/g, "$1 for", "against → for"],
  [/\bHaving ceased to be\b/g, "Still being", "ceased → still"],
  [/\bkeep ((?:(?!\b(?:on|up)\b)[^.;,])+?) from (?=\p{L}+ing\b)/gu, "see $1 ", "keep from → see"],
];

function rulesOf(words: Readonly<Record<string, string>>, way: string): Rule[] {
  return Object.entries(words).map(([word, opposite]): Rule => {
    const last = word === "failed" ? "(?! to\\b)" : "";
    return [new RegExp(`(?<!\\b(?:not|never) )\\b${word}\\b${last}`, "g"), opposite, way];
  });
}

export const dropNegations: Corrupter = ({ claim }) =>
  applyRules(claim, [...NEGATIONS, ...rulesOf(DENYING, "denying word")]);

export const turnWords: Corrupter = ({ claim }) =>
  applyRules(claim, [...rulesOf(OPPOSITES, "word"), ...OPPOSITE_PHRASES]);
