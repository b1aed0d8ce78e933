import type { Digest } from "./schema.ts";

type Topics = Digest["topics"];

/** So many words of its own make a topic two thirds sure; a single one, which may be chance, half. */
const WORDS_TO_BE_SURE = 1.5;
/** A word may take an ending of so many letters, but no more than it is longer than the shortest words: “aid” is no “aide”. */
const LONGEST_ENDING = 3;
const SHORTEST = 3;
const SPACED = /^[\p{sc=Latn}\p{sc=Cyrl}]/u;

/** A word of a topic, as it is looked for. */
interface Sought {
  readonly text: string;
  /** How many letters may follow where words are spaced; elsewhere anything may stand around it. */
  readonly ending: number;
  /** What it tells is shared among the topics that list it. */
  readonly topics: readonly string[];
}

/** How surely a text is about each topic, from 0 to 1, by the topic's words in the text's language, or in all where that is not known. */
export function topicsIn(text: string, language: string | undefined, topics: Topics): Map<string, number> {
  const lower = plain(text);
  const told = new Map(topics.map(({ id }) => [id, 0]));
  for (const word of wordsOf(topics, language?.split("-")[0] ?? ""))
    if (stands(word, lower)) for (const id of word.topics) told.set(id, (told.get(id) ?? 0) + 1 / word.topics.length);
  return new Map([...told].map(([id, words]) => [id, 1 - Math.exp(-words / WORDS_TO_BE_SURE)]));
}

const KNOWN = new WeakMap<Topics, Map<string, Sought[]>>();

/** The words of a language, each once: read once for a digest. */
function wordsOf(topics: Topics, language: string): Sought[] {
  const known = KNOWN.get(topics) ?? new Map<string, Sought[]>();
  KNOWN.set(topics, known);
  const words = known.get(language) ?? readWords(topics, language);
  known.set(language, words);
  return words;
}

function readWords(topics: Topics, language: string): Sought[] {
  const holders = new Map<string, Set<string>>();
  for (const { id, label, words } of topics) {
    const listed = words[language] ?? Object.values(words).flat();
    for (const word of listed.length ? listed : [label])
      holders.set(plain(word), (holders.get(plain(word)) ?? new Set()).add(id));
  }
  return [...holders].map(([word, ids]) => ({ ...sought(word), topics: [...ids] }));
}

/** A hyphen at the end of a word stands for any ending. */
function sought(word: string): Omit<Sought, "topics"> {
  if (word.endsWith("-")) return { text: word.slice(0, -1), ending: Number.POSITIVE_INFINITY };
  return { text: word, ending: Math.min(LONGEST_ENDING, Math.max(0, word.length - SHORTEST)) };
}

function plain(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("’", "'");
}

/** Where words are not spaced, or run into each other, anywhere will do. */
function stands({ text: word, ending }: Sought, text: string): boolean {
  const isSpaced = SPACED.test(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isSpaced) return true;
    if (at > 0 && /\p{L}/u.test(text.charAt(at - 1))) continue;
    let end = at + word.length;
    while (end - at - word.length <= ending && SPACED.test(text.charAt(end))) end++;
    if (end - at - word.length <= ending) return true;
  }
  return false;
}
