import { fold } from "./fold.ts";

/** How a word is written, or, in a name, how it has to be written at least. */
export type Capitals = "none" | "first" | "all";

export interface Token {
  /** Folded. */
  readonly text: string;
  /** Offsets in the original. */
  readonly start: number;
  readonly end: number;
  readonly capitals: Capitals;
  /** Folded text between the token before and this one. */
  readonly gap: string;
}

/** Vowel signs of Hindi, Thai and others are marks that stand inside words. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{Mn}\p{Mc}]*/gu;
const CASED = /[\p{Lu}\p{Lt}\p{Ll}]/u;
const UPPER = /[\p{Lu}\p{Lt}]/u;
const LOWER = /\p{Ll}/u;

/** Text → its words, in order; a hyphen or an apostrophe separates words. */
export function tokenise(text: string): Token[] {
  const folded = fold(text);
  const tokens: Token[] = [];
  let before = 0;
  for (const { 0: word, index } of folded.text.matchAll(WORD)) {
    const start = folded.at(index);
    const end = folded.at(index + word.length);
    const gap = folded.text.slice(before, index);
    tokens.push({ text: word, start, end, capitals: capitalsOf(text.slice(start, end)), gap });
    before = index + word.length;
  }
  return tokens;
}

/** Words of a script without capitals count as written in capitals throughout. */
function capitalsOf(word: string): Capitals {
  if (!CASED.test(word)) return "all";
  if (!UPPER.test([...word][0] ?? "")) return "none";
  return LOWER.test(word) ? "first" : "all";
}
