/** A word may take an ending of so many letters, but no more than it is longer than the shortest words: “aid” is no “aide”. */
const LONGEST_ENDING = 3;
const SHORTEST = 3;
const SPACED = /^[\p{sc=Latn}\p{sc=Cyrl}]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\d/;

/** Words by language that stand for one thing, and what to look for where there are none. */
export interface WordList {
  readonly id: string;
  readonly label?: string;
  readonly words: Readonly<Record<string, readonly string[]>>;
}

/** A word, as it is looked for. */
interface Sought {
  readonly text: string;
  /** How many letters may follow where words are spaced; elsewhere anything may stand around it. */
  readonly ending: number;
  readonly isSpaced: boolean;
  /** The lists that have it. */
  readonly lists: readonly string[];
}

/** The words of the lists that stand in a text, each once: those in the text's language, or in all where that is not known. */
export function wordsFound(text: string, language: string | undefined, lists: readonly WordList[]): Set<Sought> {
  return wordsIn(plain(text), wordsOf(lists, language?.split("-")[0] ?? ""));
}

/** By their first two letters, or their only one. */
type Words = ReadonlyMap<string, readonly Sought[]>;
const KEY = 2;
const KNOWN = new WeakMap<readonly WordList[], Map<string, Words>>();

/** The words of a language, each once: read once for a digest. */
function wordsOf(lists: readonly WordList[], language: string): Words {
  const known = KNOWN.get(lists) ?? new Map<string, Words>();
  KNOWN.set(lists, known);
  const words = known.get(language) ?? readWords(lists, language);
  known.set(language, words);
  return words;
}

function readWords(lists: readonly WordList[], language: string): Words {
  const holders = new Map<string, string[]>();
  const words = new Map<string, Sought[]>();
  for (const { id, label, words: byLanguage } of lists) {
    const own = byLanguage[language] ?? Object.values(byLanguage).flat();
    for (const listed of own.length || !label ? own : [label]) {
      const word = plain(listed);
      const known = holders.get(word);
      // One list's words stand together.
      if (known && known.at(-1) !== id) known.push(id);
      if (known) continue;
      const ids = [id];
      holders.set(word, ids);
      const key = word.slice(0, KEY);
      const alike = words.get(key);
      if (alike) alike.push(sought(word, ids));
      else words.set(key, [sought(word, ids)]);
    }
  }
  return words;
}

/** A hyphen at the end of a word stands for any ending. */
function sought(word: string, lists: readonly string[]): Sought {
  const isSpaced = SPACED.test(word);
  if (word.endsWith("-")) return { text: word.slice(0, -1), ending: Number.POSITIVE_INFINITY, isSpaced, lists };
  return { text: word, ending: Math.min(LONGEST_ENDING, Math.max(0, word.length - SHORTEST)), isSpaced, lists };
}

function plain(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("’", "'").replaceAll("ё", "е");
}

function wordsIn(text: string, words: Words): Set<Sought> {
  const found = new Set<Sought>();
  for (let at = 0; at < text.length; at++) {
    if (isWithin(text, at)) continue;
    for (const key of [text.charAt(at), text.slice(at, at + KEY)])
      for (const word of words.get(key) ?? [])
        if (text.startsWith(word.text, at) && ends(word, text, at)) found.add(word);
  }
  return found;
}

/** No word begins within a spaced one, nor within a number. */
function isWithin(text: string, at: number): boolean {
  const [before, here] = [text.charAt(at - 1), text.charAt(at)];
  return SPACED.test(here) ? LETTER.test(before) : DIGIT.test(here) && DIGIT.test(before);
}

/** Where words are not spaced, or run into each other, anywhere will do; but a number ends where its digits do. */
function ends({ text: word, ending, isSpaced }: Sought, text: string, at: number): boolean {
  let end = at + word.length;
  if (DIGIT.test(text.charAt(end - 1)) && DIGIT.test(text.charAt(end))) return false;
  while (isSpaced && end - at - word.length <= ending && SPACED.test(text.charAt(end))) end++;
  return end - at - word.length <= ending;
}
