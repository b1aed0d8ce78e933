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
/** By language, what stands before an author's name; by-lines of other languages are not told. */
const BY_LINES: ReadonlyMap<string, RegExp> = new Map([
  ["en", /^(?:(?:Story|Text|Words|Analysis|Report|Reporting|Photos?|Illustrations?|Edited) by|By|BY)\s+/],
  ["de", /^(?:Von|VON)\s+/],
  ["fr", /^(?:Par|PAR)\s+/],
  ["es", /^(?:Por|POR)\s+/],
  ["pt", /^(?:Por|POR)\s+/],
  ["it", /^(?:Di|DI)\s+/],
  ["nl", /^(?:Door|DOOR)\s+/],
  ["sv", /^(?:Av|AV)\s+/],
  ["nb", /^(?:Av|AV)\s+/],
  ["da", /^(?:Af|AF)\s+/],
  ["pl", /^(?:Autor(?:zy)?:)\s+/],
  ["ru", /^(?:Автор|Текст):\s+/],
]);
/** Nothing but names, what joins them, and a date. */
const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]*|and|und|et|y|e|en|och|og|i|и|de|del|der|van|von|da|di|in|for|[\\d.:/-]+";
const NAMES = new RegExp(`^(?:${NAME})(?:[\\s,|·•/]+(?:${NAME}))*\\s*$`, "u");
/** Ivan Belousov 2024-06-19, with no word before. */
const DATED = /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\s*$/;
const LEAST_WORDS = 2;
const LONGEST_BY_LINE = 90;

/** A paragraph → its words, and what its writing as a whole tells. */
export function readText(text: string, language: string | undefined, when: string | undefined): Text {
  const { tokens, origin } = tokenise(text);
  const words = tokens.filter(({ text, script }) => text.length > 1 && script === "spaced");
  // ABOUT US is shouted as well; AFP, MANILA is not.
  const isPhrase = tokens.every(({ gap }) => !gap.trim()) && words.some(({ text }) => text.length > LONGEST_ACRONYM);
  const shouted = (words.length >= SHOUTED_WORDS || isPhrase) && words.every(({ capitals }) => capitals === "all");
  const telling = words.some(({ text, capitals }) => text.length >= TELLING_WORD && capitals === "none");
  return { text, tokens, origin, language, shouted, telling, byLine: isByLine(text, language), when };
}

function isByLine(text: string, language: string | undefined): boolean {
  if (text.length > LONGEST_BY_LINE) return false;
  const prefix = BY_LINES.get(language ?? "en")?.exec(text)?.[0];
  if (prefix !== undefined) return NAMES.test(text.slice(prefix.length));
  const date = DATED.exec(text);
  return date !== null && date.index > 0 && NAMES.test(text) && text.split(/\s+/).length > LEAST_WORDS;
}
