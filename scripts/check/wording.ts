import { stemmer } from "stemmer";

/** Texts as the checks read them: plain words, negations and hedges. English, as the bundled sources are. */

const TAG = /<[^>]*>/g;
const WORD = /[\p{L}\p{N}]+(?:['.,](?=\p{L}|\p{N})[\p{L}\p{N}]+)*/gu;

/** Claim texts may hold a little markup. */
export function plain(markup: string): string {
  return markup.replace(TAG, "");
}

/** With one kind of apostrophe and quote marks. */
export function straight(text: string): string {
  return text.normalize("NFKC").replace(/[‘’]/g, "'").replace(/[“”„]/g, '"');
}

/** In lower case; a word keeps its inner apostrophe. */
export function wordsOf(text: string): string[] {
  return straight(text).toLowerCase().match(WORD) ?? [];
}

/** Whether the words stand in the text in this order, with nothing but punctuation between. */
export function standsIn(words: string, text: string): boolean {
  return countIn(words, text) > 0;
}

/** How often the words stand in the text. */
export function countIn(words: string, text: string): number {
  const wanted = wordsOf(words);
  const found = wordsOf(text);
  return found.filter((_, i) => wanted.every((word, k) => sameWord(found[i + k], word))).length;
}

/** The possessive is the same word. */
function sameWord(found: string | undefined, wanted: string): boolean {
  return found === wanted || found?.replace(/'s$/, "") === wanted;
}

const NO = new Set(["not", "cannot", "no", "never", "none", "nobody", "nothing", "nowhere", "without", "neither"]);
const NEGATIVE = new Set(["unable", "unlikely", "unrealistic", "unreliable", "impossible"]);
const DENYING =
  /^(?:den(?:y|ies|ied|ying|ial|ials)|reject(?:s|ed|ing|ion)?|refus(?:e|es|ed|ing|al)|fail(?:s|ed|ing|ure|ures)?|lack(?:s|ed|ing)?)$/;
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
    if (NO.has(word) || NEGATIVE.has(word) || word.endsWith("n't") || DENYING.test(word)) found.push(word);
  }
  return found;
}

const HEDGE =
  /^(?:may|might|could|possibl[ey]|possibilit(?:y|ies)|potential(?:ly)?|perhaps|probabl[ey]|(?:un)?likely|alleged(?:ly)?|reportedly|apparent(?:ly)?|seeming(?:ly)?|seem(?:s|ed)?|appear(?:s|ed)?|presumably|supposed(?:ly)?|purported(?:ly)?|rumou?r(?:s|ed)?)$/;

/** Words that hold a statement back, as they stand in the text. */
export function hedgesOf(text: string): string[] {
  return wordsOf(text).filter((word) => HEDGE.test(word));
}

const BELIEF =
  /^(?:claim(?:s|ed|ing)?|alleg(?:e|es|ing|ations?)|believ(?:e|es|ed|ing)|th(?:ink|inks|ought)|suspect(?:s|ed|ing)?|suspicions?|expect(?:s|ed|ing|ations?)?|fear(?:s|ed|ing)?|warn(?:s|ed|ing|ings)?|accus(?:e|es|ed|ing|ations?))$/;

/** Words that tell a statement to be what somebody holds, as they stand in the text. */
export function beliefsOf(text: string): string[] {
  return wordsOf(text).filter((word) => BELIEF.test(word));
}

const HAS_TO_COME = /\b(?:is|are|was|were) (?:still )?(?:to|expected to|due to|going to|set to|about to) (?!be seen)/;
const ANNOUNCING =
  /\b(?:promis|announc|pledg|undert[ao]ok|agree|accept|invit|declar|vow|offer|propos|want|demand|insist|assur|say|said|told|confirm|suggest)\w*\b/;

/** Whether the text itself, and nobody in it, speaks of what is still to come. */
export function foretells(text: string): boolean {
  const lower = straight(plain(text)).toLowerCase();
  const at = lower.search(HAS_TO_COME);
  const index = at >= 0 ? at : (lower.match(/\b(?:will|would|shall)\b/)?.index ?? -1);
  return index >= 0 && !ANNOUNCING.test(lower.slice(0, index));
}

const STOP = new Set(
  `a about after all also an and any are as at be been before being both but by did do does for from had has have he her him his
  how if in into is it its more most of on one or other our out over s so some such than that the their them then there these they this those to
  too under up upon was we were what when where which while who whom whose with`.split(/\s+/),
);

/** What tells one text from another: the stems of its words, without those that stand everywhere. */
export function stemsOf(text: string): Set<string> {
  const words = wordsOf(text).map((word) => word.replace(/'s$/, ""));
  return new Set(words.filter((word) => !STOP.has(word)).map(stemmer));
}
