import type { NameEntry } from "./entries.ts";
import { findAt, isName } from "./match.ts";
import type { NameIndex } from "./name-index.ts";
import {
  isCredited,
  isFollowedByName,
  isGuess,
  isOfOtherAge,
  isStranger,
  isWordHere,
  titledBeside,
} from "./neighbours.ts";
import { readText, type Text } from "./text.ts";
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
  const phrases: Match[] = [];
  let previous: Match | undefined;
  for (let i = 0; i < text.tokens.length; i++) {
    for (const match of findAt(text, i, index)) {
      if (match.entry.others.length) phrases.push(match);
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
      phrase.entry.others.some((actor) => entry.strong.includes(actor) || entry.anchored.includes(actor)),
  );
}

/** @returns nothing where the name is a part of another's, of whom it tells nothing */
function hitOf(text: Text, match: Match, previous: Match | undefined, index: NameIndex): Hit | undefined {
  const { entry, start, end } = match;
  const hit = { entry, start, end, rivalOf: isName(entry) ? [] : entry.rivalOf, titled: [] };
  if (!isName(entry)) return hit;
  if (index.bearer(bearerOf(entry)).kind === "person" && (isCredited(text, match) || isOfOtherAge(text, match, index)))
    return { ...hit, rivalOf: [entry.key] };
  if (entry.isSurname || entry.anchored.length) return surnameHit(text, match, previous, index);
  if (isWordHere(text, match)) return { ...hit, isDoubtful: true };
  if (!isCommon(entry, index)) return hit;
  return text.byLine ? { ...hit, rivalOf: [entry.key] } : { ...hit, titled: titledBeside(text, match, index) };
}

function surnameHit(text: Text, match: Match, previous: Match | undefined, index: NameIndex): Hit | undefined {
  const { entry, start, end } = match;
  const titled = titledBeside(text, match, index);
  if (!entry.isSurname) return { entry, start, end, rivalOf: [], titled };
  if (!entry.familyFirst && !entry.strong.length && isFollowedByName(text, match, index)) return undefined;
  const isOther = text.byLine || isStranger(text, match, previous, index, titled.length > 0);
  if (!isOther) return { entry, start, end, rivalOf: [], titled };
  if (entry.isGiven) return undefined;
  return { entry, start, end, rivalOf: [entry.key], titled, ...(isGuess(text, match) && { isGuess: true }) };
}

function bearerOf({ strong, anchored }: NameEntry): string {
  return (strong[0] ?? anchored[0]) as string;
}

/** Others bear the full name as well. */
function isCommon({ strong }: NameEntry, index: NameIndex): boolean {
  return strong.some((actor) => index.bearer(actor)?.company);
}
