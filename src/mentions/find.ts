import { isSentenceStart, isWordHere } from "./capitals.ts";
import type { NameEntry } from "./entries.ts";
import { findAt, isName } from "./match.ts";
import type { NameIndex } from "./name-index.ts";
import { goesOn, isCredited, isFollowedByName, isOfOtherAge } from "./other-names.ts";
import { isGuess, isStranger } from "./strangers.ts";
import { readText, type Text } from "./text.ts";
import { titledBeside } from "./titled.ts";
import type { Match } from "./whole.ts";

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
  /** A stranger only by a word in capitals that may be a title. */
  readonly isGuess?: true;
}

/**
 * Text → the names of the index in it, longest first, left to right, none overlapping.
 * First words are looked up by hash, so the cost grows with the names that share one, not with all names.
 */
export function findNames(source: string, index: NameIndex, language: string | undefined, when?: string): Hit[] {
  const text = readText(source, language, when);
  const hits: Hit[] = [];
  let phrases: readonly Match[] = [];
  let previous: Match | undefined;
  for (let i = 0; i < text.tokens.length; i++) {
    for (const match of findAt(text, i, index)) {
      if (match.entry.others.length) phrases = [...phrases.filter(({ last }) => last >= i), match];
      if (isWithin(match, phrases) || isBegun(text, match, index)) continue;
      const hit = hitOf(text, match, previous, index);
      if (hit) hits.push(hit);
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
      phrase.entry.others.some((actor) => entry.bearers.includes(actor)),
  );
}

/** @returns nothing where the name is a part of another's, of whom it tells nothing */
function hitOf(text: Text, match: Match, previous: Match | undefined, index: NameIndex): Hit | undefined {
  const { entry, start, end } = match;
  const hit = { entry, start, end, rivalOf: isName(entry) ? [] : entry.rivalOf, titled: [] };
  if (!isName(entry)) return hit;
  if (index.bearer(bearerOf(entry)).kind === "person") {
    if (isCredited(text, match) || (text.byLine && (entry.isSurname || isCommon(entry, index)))) return undefined;
    if (isNobody(text, match, index)) return { ...hit, rivalOf: [entry.key] };
  }
  if (entry.isSurname || entry.anchored.length) return surnameHit(text, match, previous, index);
  if (isWordHere(text, match)) return { ...hit, isDoubtful: true };
  if (!isCommon(entry, index)) return hit;
  return { ...hit, titled: titledBeside(text, match, index) };
}

/** Whether an age or the rest of a longer name shows somebody else. */
function isNobody(text: Text, match: Match, index: NameIndex): boolean {
  if (isOfOtherAge(text, match, index)) return true;
  return match.entry.words.length > 1 && goesOn(text, match, index);
}

function surnameHit(text: Text, match: Match, previous: Match | undefined, index: NameIndex): Hit | undefined {
  const { entry, start, end } = match;
  const titled = titledBeside(text, match, index);
  if (!entry.isSurname)
    return { entry, start, end, rivalOf: isWagner(text, match, previous, index) ? [entry.key] : [], titled };
  if (entry.isGiven && isSentenceStart(text.tokens, match.first)) return undefined;
  if (isWordHere(text, match) || (!entry.familyFirst && isFollowedByName(text, match, index))) return undefined;
  const isOther = isStranger(text, match, previous, index, titled.length > 0);
  if (!isOther) return { entry, start, end, rivalOf: [], titled };
  if (entry.isGiven) return undefined;
  return { entry, start, end, rivalOf: [entry.key], titled, ...(isGuess(text, match) && { isGuess: true }) };
}

/** Whether the short name of an organisation is a person's surname here. */
function isWagner(text: Text, match: Match, previous: Match | undefined, index: NameIndex): boolean {
  const { words, capitals, strong } = match.entry;
  return (
    words.length === 1 && capitals[0] === "first" && !strong.length && isStranger(text, match, previous, index, false)
  );
}

function bearerOf({ bearers }: NameEntry): string {
  return bearers[0] as string;
}

/** Others bear the full name as well. */
function isCommon({ strong }: NameEntry, index: NameIndex): boolean {
  return strong.some((actor) => index.bearer(actor)?.company);
}
