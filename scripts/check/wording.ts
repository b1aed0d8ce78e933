import { stemmer } from "stemmer";

/** Texts as the checks read them: words and their stems. English, as the bundled sources are. */

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

export interface WordPlace {
  readonly stem: string;
  /** Offsets in a text that is `straight`. */
  readonly start: number;
  readonly end: number;
  /** Number of the sentence or part of one that a semicolon ends. */
  readonly sentence: number;
}

const WORD_OR_STOP = new RegExp(`${WORD.source}|[.!?;]`, "gu");

/** The words of a straight text, in order. */
export function placesOf(text: string): WordPlace[] {
  let sentence = 0;
  return [...text.matchAll(WORD_OR_STOP)].flatMap(({ 0: word, index: start }) => {
    if (/^[.!?;]$/.test(word)) {
      sentence++;
      return [];
    }
    return [{ stem: stemOf(word.toLowerCase()), start, end: start + word.length, sentence }];
  });
}

/** The possessive is the same word. */
function stemOf(word: string): string {
  return stemmer(word.replace(/'s$/, ""));
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the words stand in the text in this order, with nothing but punctuation between; offsets in a text that is `straight`. */
export function spansOf(words: string, text: string): Span[] {
  const wanted = wordsOf(words);
  const found = [...straight(text).toLowerCase().matchAll(WORD)];
  return found.flatMap(({ index: start }, i) => {
    if (!wanted.length || !wanted.every((word, k) => sameWord(found[i + k]?.[0], word))) return [];
    const last = found[i + wanted.length - 1];
    return [{ start, end: (last?.index ?? start) + (last?.[0].length ?? 0) }];
  });
}

export function standsIn(words: string, text: string): boolean {
  return spansOf(words, text).length > 0;
}

/** The possessive is the same word. */
function sameWord(found: string | undefined, wanted: string): boolean {
  return found === wanted || found?.replace(/'s$/, "") === wanted;
}

/** Words that stand everywhere and tell nothing. */
export const STOP: ReadonlySet<string> = new Set(
  `a about after all also an and any are as at be been before being both but by did do does for from had has have he her him his
  how if in into is it its more most of on one or other our out over s so some such than that the their them then there these they this those to
  too under up upon was we were what when where which while who whom whose with`.split(/\s+/),
);

/** What tells one text from another: the stems of its words, without those that stand everywhere. */
export function stemsOf(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !STOP.has(word.replace(/'s$/, "")))
      .map(stemOf),
  );
}
