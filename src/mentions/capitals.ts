import { isOrdinaryIn } from "./ordinary-words.ts";
import type { Text } from "./text.ts";
import type { Token } from "./tokens.ts";
import type { Match } from "./whole.ts";

/** What capitals tell of a word, and where they tell nothing. */

/** Languages in whose running text a capital tells a name: no nouns, no titles. */
const TELLING_LANGUAGES = new Set(
  "fr es it pt ca gl ro nl sv nb nn no da is fi pl cs sk sl hr uk ru be bg el hu".split(" "),
);
/** After these a word has a capital whatever it is. */
const SENTENCE_START = /[.!?…:;"“”„«»‹›()[\]\n–—•·-]/;

/** Whether a capital may have other reasons here: a name that is an ordinary word of this language, at the start of a sentence or in a shout. */
export function isWordHere({ tokens, language, shouted }: Text, { entry, first }: Match): boolean {
  const { capitals } = tokens[first] as Token;
  return (
    (shouted || isSentenceStart(tokens, first)) &&
    (shouted || capitals === "first") &&
    isOrdinaryIn(language, entry.words.join(" "))
  );
}

/** Whether a word has a capital whatever it is. */
export function isSentenceStart(tokens: readonly Token[], i: number): boolean {
  return i === 0 || SENTENCE_START.test((tokens[i] as Token).gap);
}

/** Whether in this text a capital tells a name from other words. */
export function isTelling({ language, telling }: Text): boolean {
  return telling && (isEnglish(language) || TELLING_LANGUAGES.has(language as string));
}

/** Unknown language: taken for English. */
export function isEnglish(language: string | undefined): boolean {
  return language === undefined || language === "en";
}
