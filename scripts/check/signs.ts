import { plain, stemsOf, straight, wordsOf } from "./wording.ts";

/** Words that turn a statement round, hold it back, make it sure or put it off: what must not get lost on the way from an article to a claim. */

const NO = new Set(["not", "cannot", "no", "never", "none", "nobody", "nothing", "nowhere", "without", "neither"]);
const NEGATIVE = new Set(["unable", "unlikely", "unrealistic", "unreliable", "impossible", "untrue"]);
const DENYING =
  /^(?:den(?:y|ies|ied|ying|ial|ials)|reject(?:s|ed|ing|ion)?|refus(?:e|es|ed|ing|al)|fail(?:s|ed|ing|ure|ures)?|lack(?:s|ed|ing)?|oppos(?:e|es|ed|ing|ition)|condemn(?:s|ed|ing|ation)?|declin(?:e|es|ed|ing)|avoid(?:s|ed|ing)?)$/;
/** A little is something, little is next to nothing. */
const NEXT_TO_NONE = new Set(["little", "few", "hardly", "barely", "scarcely", "rarely", "seldom"]);
const SOME = new Set(["a", "the", "these", "those", "past", "last", "next", "first"]);
/** Not only this but also that says both. */
const ADDING = new Set(["only", "just", "merely", "simply"]);

/** Words that turn a statement into its opposite, as they stand in the text. */
export function negationsOf(text: string): string[] {
  const found: string[] = [];
  let hasNeither = false;
  const words = wordsOf(text);
  for (const [i, word] of words.entries()) {
    if (word === "nor") {
      if (!hasNeither) found.push(word);
      continue;
    }
    if (word === "neither") hasNeither = true;
    if (word === "not" && ADDING.has(words[i + 1] ?? "")) continue;
    if (NEXT_TO_NONE.has(word) && !SOME.has(words[i - 1] ?? "")) found.push(word);
    if (NO.has(word.replace(/'s$/, "")) || NEGATIVE.has(word) || word.endsWith("n't") || DENYING.test(word))
      found.push(word);
  }
  return found;
}

const HEDGE =
  /^(?:may|might|could|possibl[ey]|possibilit(?:y|ies)|potential(?:ly)?|perhaps|probabl[ey]|(?:un)?likely|alleged(?:ly)?|reportedly|apparent(?:ly)?|seeming(?:ly)?|seem(?:s|ed)?|appear(?:s|ed)?|presumably|supposed(?:ly)?|purported(?:ly)?|rumou?r(?:s|ed)?)$/;
const MONTH_OF_MAY =
  /\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Tt]his|[Bb]y|of|[Ee]arly|[Ll]ate|[Uu]ntil) May\b|\bMay (?=\d)|(?<=\d )May\b/g;
const LIMIT = /^(?:almost|nearly|largely|mostly|mainly|chiefly|partly|partially|primarily)$/;
const ATTEMPT =
  /^(?:attempt(?:s|ed|ing)?|efforts?|tr(?:y|ies|ied|ying)|seek(?:s|ing)?|sought|striv(?:e|es|ing)|strove|push(?:es|ed|ing)?|drive|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|intentions?)$/;

/** Words that hold a statement back, as they stand in the text: it may be so, it is almost so, somebody plans or tries to make it so. */
export function hedgesOf(text: string): string[] {
  return wordsOf(text.replace(MONTH_OF_MAY, "")).filter(
    (word) => HEDGE.test(word) || LIMIT.test(word) || ATTEMPT.test(word),
  );
}

const BELIEF =
  /^(?:claim(?:s|ed|ing)?|alleg(?:e|es|ing|ations?)|believ(?:e|es|ed|ing)|th(?:ink|inks|ought)|suspect(?:s|ed|ing)?|suspicions?|expect(?:s|ed|ing|ations?)?|fear(?:s|ed|ing)?|warn(?:s|ed|ing|ings)?|accus(?:e|es|ed|ing|ations?))$/;

/** Words that tell a statement to be what somebody holds, as they stand in the text. */
export function beliefsOf(text: string): string[] {
  return wordsOf(text).filter((word) => BELIEF.test(word));
}

const CERTAIN =
  /^(?:know(?:s|n|ing)?|knew|certain(?:ly|ty)?|sure(?:ly)?|definite(?:ly)?|undoubted(?:ly)?|clear(?:ly)?|obvious(?:ly)?|evident(?:ly)?|prov(?:e|es|ed|en|ing)|proof|manag(?:e|es|ed|ing))$/;

/** Words that make a statement more than said, as they stand in the text. */
export function certaintiesOf(text: string): string[] {
  return wordsOf(text).filter((word) => CERTAIN.test(word));
}

const TO_COME =
  /\b(?:will|would|shall|may|might|could|(?:is|are|was|were) (?:still )?(?:to|expected to|due to|going to|set to|about to|likely to) (?!be seen))\b/;
/** Whoever does so makes the rest a report of what was said. */
const SAYING =
  /\b(?:promis|announc|pledg|undert[ao]ok|agree|accept|invit|declar|vow|offer|propos|want|demand|insist|assur|say|said|told|confirm|suggest|rais|voic|warn|concern|report|sign|conclud|pact|treaty|agreement)\w*\b/;

/** Whether the text speaks of what is still to come or may be. */
export function looksAhead(text: string): boolean {
  const said = lowered(text);
  return TO_COME.test(said) || hedgesOf(said).length + beliefsOf(said).length > 0;
}

/** In lower case the month would be a verb. */
function lowered(text: string): string {
  return straight(plain(text)).replace(MONTH_OF_MAY, "").toLowerCase();
}

/** Whether the text itself does so, and nobody in it. */
export function foretells(text: string): boolean {
  const said = lowered(text);
  const at = said.search(TO_COME);
  return at >= 0 && !SAYING.test(said.slice(0, at));
}

/** Shorter words may begin so by chance: part and depart. */
const TURNING = /^(?:de|dis|un|non)(?=\p{L}{5})/u;

/** Stems of one text that stand in the other with a syllable before them that turns them round: stable and unstable. */
export function turnedStems(text: string, other: string): string[] {
  const [mine, theirs] = [stemsOf(text), stemsOf(other)];
  const turned = (stem: string, among: ReadonlySet<string>) =>
    [...among].some((long) => long.length > stem.length && TURNING.test(long) && long.replace(TURNING, "") === stem);
  return [...mine].filter((stem) => {
    if (theirs.has(stem)) return false;
    return turned(stem, theirs) || (TURNING.test(stem) && theirs.has(stem.replace(TURNING, "")));
  });
}
