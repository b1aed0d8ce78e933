import type { Digest } from "./schema.ts";

/** So many of its words make a topic two thirds sure; a single one may be chance. */
const WORDS_TO_BE_SURE = 1.5;
const SPACED = /^[\p{sc=Latn}\p{sc=Cyrl}]/u;

/** How surely a text is about each topic, from 0 to 1, by the topic's words in the text's language, or in all where that is not known. */
export function topicsIn(text: string, language: string | undefined, topics: Digest["topics"]): Map<string, number> {
  const lower = text.normalize("NFC").toLowerCase();
  const main = language?.split("-")[0] ?? "";
  return new Map(
    topics.map(({ id, label, words }) => {
      const listed = words[main] ?? Object.values(words).flat();
      const own = listed.length ? listed : [label];
      const found = own.filter((word) => startsAWord(word.toLowerCase(), lower)).length;
      return [id, 1 - Math.exp(-found / WORDS_TO_BE_SURE)];
    }),
  );
}

/** Words are listed without their endings; where words are not spaced, or run into each other, anywhere will do. */
function startsAWord(word: string, text: string): boolean {
  const mayBeginAnywhere = !SPACED.test(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (mayBeginAnywhere || at === 0 || !/\p{L}/u.test(text.charAt(at - 1))) return true;
  return false;
}
