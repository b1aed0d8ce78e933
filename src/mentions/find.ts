import type { NameEntry, NameIndex } from "./name-index.ts";
import { type Capitals, type Token, tokenise } from "./tokens.ts";

/** A name of the index in a text; whom it stands for is settled later. */
export interface Hit {
  readonly entry: NameEntry;
  readonly start: number;
  readonly end: number;
  /** Names (keys) that somebody the digest does not know is seen to bear here; the hit itself is nobody then. */
  readonly rivalOf: readonly string[];
}

/** Whether a capitalised word, folded, that touches a surname may be part of a person's name. */
export type NameTest = (word: string, stands: "before" | "after") => boolean;

/** What may stand between two words of one name: a space, a hyphen with or without spaces, an apostrophe. */
const JOINT = /^(?: +| ?- ?|'|\s+)$/;
/** After an initial a full stop may stand as well. */
const INITIAL_JOINT = /^\. ?$/;
/** Parts of addresses and handles name nobody. */
const ADDRESS_BEFORE = /[@_]$/;
const ADDRESS_AFTER = /^(?:[@_]|\.[a-z0-9])/;
/** This many words, all in capitals, are a headline in capitals and no list of acronyms. */
const SHOUTED_WORDS = 4;
/** Capitals tell names from other words only where some word of this length has none: not in Headlines Like This. */
const TELLING_WORD = 5;
/** In capitals throughout, an acronym this short may as well be a common word (US, WHO, IT). */
const SHORT_ACRONYM = 3;
/** Names this short are often the beginning of others. */
const SHORT_NAME = 2;
/** From this length, newspapers also write acronyms with one capital (Nato). */
const NAME_LIKE_ACRONYM = 4;

/**
 * Text → the names of the index in it, longest first, left to right, none overlapping.
 * First words are looked up by hash, so the cost grows with the names that share one, not with all names.
 */
export function findNames(text: string, index: NameIndex, mayBeName: NameTest): Hit[] {
  const tokens = tokenise(text);
  const words = tokens.filter(({ text }) => text.length > 1 && text.toUpperCase() !== text);
  // ABOUT US is shouted as well; AFP, MANILA is not.
  const isPhrase = tokens.every(({ gap }) => !gap.trim()) && words.some(({ text }) => text.length > SHORT_ACRONYM);
  const shouted = (words.length >= SHOUTED_WORDS || isPhrase) && words.every(({ capitals }) => capitals === "all");
  const telling = !shouted && words.some(({ text, capitals }) => text.length >= TELLING_WORD && capitals === "none");
  const hits: Hit[] = [];
  for (let i = 0; i < tokens.length; ) {
    const entry = longestAt(tokens, i, text, index, shouted);
    if (!entry) {
      i++;
      continue;
    }
    const last = i + entry.words.length;
    const { start } = tokens[i] as Token;
    const end = (tokens[last - 1] as Token).end;
    const dot = entry.dotted && text[end] === "." ? 1 : 0;
    const rival =
      telling && !entry.isOther && !entry.strong.length && isRival(tokens, i, last, entry, index, mayBeName);
    const rivalOf = rival ? [entry.key] : entry.rivalOf;
    if (!entry.isOther || rivalOf.length) hits.push({ entry, start, end: end + dot, rivalOf });
    i = last;
  }
  return hits;
}

function longestAt(
  tokens: Token[],
  i: number,
  text: string,
  index: NameIndex,
  shouted: boolean,
): NameEntry | undefined {
  const first = tokens[i] as Token;
  return index.byFirstWord
    .get(first.text)
    ?.find(
      (entry) =>
        matchesAt(tokens, i, entry, shouted) &&
        !isBegun(tokens[i + entry.words.length - 1] as Token, tokens[i + entry.words.length]) &&
        !isInAddress(text, first.start, (tokens[i + entry.words.length - 1] as Token).end),
    );
}

function matchesAt(tokens: Token[], i: number, entry: NameEntry, shouted: boolean): boolean {
  if (i + entry.words.length > tokens.length) return false;
  return entry.words.every((word, k) => {
    const token = tokens[i + k] as Token;
    if (token.text !== word || !isCapitalised(token, entry.capitals[k] as Capitals, shouted)) return false;
    return k === 0 || isJoint(token.gap, (tokens[i + k - 1] as Token).text);
  });
}

function isCapitalised(token: Token, least: Capitals, shouted: boolean): boolean {
  if (least === "none") return true;
  if (least === "first" || token.text.length === 1) return token.capitals !== "none";
  if (token.capitals === "first") return token.text.length >= NAME_LIKE_ACRONYM;
  return token.capitals === "all" && !(shouted && token.text.length <= SHORT_ACRONYM);
}

function isJoint(gap: string, wordBefore: string): boolean {
  return JOINT.test(gap) || (wordBefore.length === 1 && INITIAL_JOINT.test(gap));
}

/** Xi'an is no Xi: after a short name an apostrophe may be a part of a longer one. */
function isBegun(last: Token, next: Token | undefined): boolean {
  return next?.gap === "'" && last.text.length <= SHORT_NAME && next.text !== "s";
}

function isInAddress(text: string, start: number, end: number): boolean {
  return ADDRESS_BEFORE.test(text.slice(Math.max(0, start - 1), start)) || ADDRESS_AFTER.test(text.slice(end, end + 2));
}

/** Kim Kardashian is no Kim Jong-un, Dennis Miller no Matthew Miller. */
function isRival(
  tokens: Token[],
  start: number,
  end: number,
  entry: NameEntry,
  index: NameIndex,
  mayBeName: NameTest,
): boolean {
  const [touching, gap] = entry.familyFirst ? [tokens[end], tokens[end]?.gap] : [tokens[start - 1], tokens[start]?.gap];
  if (!touching) return false;
  // Kim Jong-nam is one name; Kim-Trump, as in a summit, is two.
  if (gap === "-") return entry.familyFirst && entry.words.length > 1;
  if (gap !== " " || touching.capitals !== "first" || index.byFirstWord.has(touching.text)) return false;
  return mayBeName(touching.text, entry.familyFirst ? "after" : "before");
}
