import { type Tokens, tokenise } from "./tokens.ts";

/** A text to be searched, in words. */
export interface Text extends Tokens {
  readonly text: string;
  /** Main language of the page, lower case; capitals, suffixes and local forms depend on it. */
  readonly language: string | undefined;
  /** A headline in capitals throughout: they tell nothing then. */
  readonly shouted: boolean;
  /** Capitals tell names from other words: some longer word has none, unlike in Headlines Like This. */
  readonly telling: boolean;
  /** Says who wrote it; a journalist may bear any name. */
  readonly byLine: boolean;
  /** When it was published, YYYY[-MM[-DD]], if that is known. */
  readonly when: string | undefined;
}

/** This many words, all in capitals, are a headline in capitals and no list of acronyms. */
const SHOUTED_WORDS = 4;
const LONGEST_ACRONYM = 3;
const TELLING_WORD = 5;
const BY_LINE =
  /^(?:(?:story|text|words|analysis|report|photos?|illustration)? ?by|von|par|por|di|da|door|av|af|autor(?:zy)?:?|автор:?|текст:?|reporting by|edited by)\s+\p{Lu}/iu;
const LONGEST_BY_LINE = 90;
const SENTENCE_END = /[.!?]\s*$/;

/** A paragraph → its words, and what its writing as a whole tells. */
export function readText(text: string, language: string | undefined, when: string | undefined): Text {
  const { tokens, origin } = tokenise(text);
  const words = tokens.filter(({ text, script }) => text.length > 1 && script === "spaced");
  // ABOUT US is shouted as well; AFP, MANILA is not.
  const isPhrase = tokens.every(({ gap }) => !gap.trim()) && words.some(({ text }) => text.length > LONGEST_ACRONYM);
  const shouted = (words.length >= SHOUTED_WORDS || isPhrase) && words.every(({ capitals }) => capitals === "all");
  const telling = words.some(({ text, capitals }) => text.length >= TELLING_WORD && capitals === "none");
  const byLine = text.length <= LONGEST_BY_LINE && BY_LINE.test(text) && !SENTENCE_END.test(text);
  return { text, tokens, origin, language, shouted, telling, byLine, when };
}
