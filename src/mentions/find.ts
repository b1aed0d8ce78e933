import { findAt, isName, type Match, type Text } from "./match.ts";
import type { NameEntry, NameIndex } from "./name-index.ts";
import { isCredited, isOfOtherAge, isStranger, isWordHere, titledBeside } from "./neighbours.ts";
import { tokenise } from "./tokens.ts";

/** A name of the index in a text; whom it stands for is settled later. */
export interface Hit {
  readonly entry: NameEntry;
  readonly start: number;
  readonly end: number;
  /** Surnames (keys) that somebody the digest does not know is seen to bear here; the hit itself is nobody then. */
  readonly rivalOf: readonly string[];
  /** Bearers whom a title beside the name tells to be meant. */
  readonly titled: readonly string[];
  /** As well an ordinary word where it stands. */
  readonly isDoubtful?: true;
}

/** This many words, all in capitals, are a headline in capitals and no list of acronyms. */
const SHOUTED_WORDS = 4;
const LONGEST_ACRONYM = 3;
/** Capitals tell names from other words only where some word of this length has none: not in Headlines Like This. */
const TELLING_WORD = 5;
/** Who wrote or photographed it; a journalist may bear any name. */
const BY_LINE =
  /^(?:(?:story|text|words|analysis|report|photos?|illustration)? ?by|von|par|por|di|da|door|av|af|autor(?:zy)?:?|автор:?|текст:?|reporting by|edited by)\s+\p{Lu}/iu;
const LONGEST_BY_LINE = 90;

/**
 * Text → the names of the index in it, longest first, left to right, none overlapping.
 * First words are looked up by hash, so the cost grows with the names that share one, not with all names.
 */
export function findNames(source: string, index: NameIndex, language: string | undefined, when?: string): Hit[] {
  const text = { ...readText(source, language), when };
  const telling =
    !text.shouted && text.tokens.some(({ text, capitals }) => text.length >= TELLING_WORD && capitals === "none");
  const byLine = source.length <= LONGEST_BY_LINE && BY_LINE.test(source) && !/[.!?]$/.test(source.trim());
  const hits: Hit[] = [];
  const phrases: Match[] = [];
  let previous: Match | undefined;
  for (let i = 0; i < text.tokens.length; i++) {
    for (const match of findAt(text, i, index)) {
      if (match.entry.others.length) phrases.push(match);
      if (isWithin(match, phrases) || isBegun(text, match, index)) continue;
      hits.push(hitOf(text, match, previous, index, telling, byLine));
      if (!isName(match.entry)) continue;
      previous = match;
      i = match.last;
    }
  }
  return hits;
}

/** Whether the last word of a short form begins a longer name: the North in the North Korea of today. */
function isBegun(text: Text, { entry, first, last }: Match, index: NameIndex): boolean {
  if (entry.strong.length || first === last) return false;
  return findAt(text, last, index).some((match) => isName(match.entry) && match.last > last);
}

/** Whether a name is only a part of a phrase that means something else: Kim in Kim Il Sung Square. */
function isWithin({ entry, first }: Match, phrases: readonly Match[]): boolean {
  return phrases.some(
    (phrase) =>
      phrase.entry !== entry &&
      first <= phrase.last &&
      phrase.entry.others.some((actor) => entry.strong.includes(actor) || entry.anchored.includes(actor)),
  );
}

function hitOf(
  text: Text,
  match: Match,
  previous: Match | undefined,
  index: NameIndex,
  telling: boolean,
  byLine: boolean,
): Hit {
  const { entry, start, end } = match;
  const hit = { entry, start, end, rivalOf: isName(entry) ? [] : entry.rivalOf, titled: [] };
  if (!isName(entry)) return hit;
  if (index.bearer(bearerOf(entry)).kind === "person" && (isCredited(text, match) || isOfOtherAge(text, match, index)))
    return { ...hit, rivalOf: [entry.key] };
  if (entry.isSurname || entry.anchored.length) return surnameHit(text, match, previous, index, telling, byLine);
  if (isWordHere(text, match)) return { ...hit, isDoubtful: true };
  if (!isCommon(entry, index)) return hit;
  return byLine ? { ...hit, rivalOf: [entry.key] } : { ...hit, titled: titledBeside(text, match, index) };
}

function surnameHit(
  text: Text,
  match: Match,
  previous: Match | undefined,
  index: NameIndex,
  telling: boolean,
  byLine: boolean,
): Hit {
  const { entry, start, end } = match;
  const titled = titledBeside(text, match, index);
  const isOther = entry.isSurname && (byLine || isStranger(text, match, previous, index, telling, titled.length > 0));
  return { entry, start, end, rivalOf: isOther ? [entry.key] : [], titled };
}

function readText(text: string, language: string | undefined): Omit<Text, "when"> {
  const { tokens, origin } = tokenise(text);
  const words = tokens.filter(({ text, script }) => text.length > 1 && script === "spaced");
  // ABOUT US is shouted as well; AFP, MANILA is not.
  const isPhrase = tokens.every(({ gap }) => !gap.trim()) && words.some(({ text }) => text.length > LONGEST_ACRONYM);
  const shouted = (words.length >= SHOUTED_WORDS || isPhrase) && words.every(({ capitals }) => capitals === "all");
  return { text, tokens, origin, language, shouted };
}

function bearerOf({ strong, anchored }: NameEntry): string {
  return (strong[0] ?? anchored[0]) as string;
}

/** Others bear the full name as well. */
function isCommon({ strong }: NameEntry, index: NameIndex): boolean {
  return strong.some((actor) => index.bearer(actor)?.company);
}
