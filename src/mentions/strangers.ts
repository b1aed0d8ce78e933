import { isEnglish, isSentenceStart, isTelling } from "./capitals.ts";
import type { NameEntry } from "./entries.ts";
import { isGivenName } from "./given-names.ts";
import { findAt } from "./match.ts";
import type { NameIndex } from "./name-index.ts";
import { ADJECTIVE, isFemaleTitle, mayBeName } from "./ordinary-words.ts";
import type { Text } from "./text.ts";
import type { Token } from "./tokens.ts";
import type { Match } from "./whole.ts";

const INITIAL_JOINT = /^\. ?$/;
const DIGIT = /\d/;
const PLACE_BEFORE = /^(?:san|santa|sao|st|saint|new|north|south|east|west|port|fort|lake|mount)$/;

/**
 * Whether the surname is seen to be somebody else's here: another given name, initial or address touches it.
 * Kim Kardashian is no Kim Jong-un, Dennis Miller no Matthew Miller, Mrs Putin no Vladimir Putin.
 */
export function isStranger(
  text: Text,
  match: Match,
  previous: Match | undefined,
  index: NameIndex,
  titled: boolean,
): boolean {
  const { first, entry } = match;
  const { gap } = text.tokens[first] as Token;
  // A name touching it is no stranger's given name, unless it may be one: Mushtaq Ahmed, both known surnames.
  const isBeside = previous?.last === first - 1 && !(gap === " " && isBareSurname(previous.entry));
  if (!titled && !isBeside && first > 0) {
    const told = tellsBefore(text, match, index);
    if (told !== undefined) return told;
  }
  return entry.familyFirst && isStrangerBehind(text, match, index);
}

/** What the word before the surname tells of its bearer: a stranger, the actor, or nothing. */
function tellsBefore(text: Text, { first, entry }: Match, index: NameIndex): boolean | undefined {
  const token = text.tokens[first] as Token;
  const before = text.tokens[first - 1] as Token;
  if (token.gap === " " && before.text.length > 1 && isOwnWord(before, entry, index)) return false;
  if (isFemaleTitle(before.text) && /^\.? $/.test(token.gap) && isMale(entry, index)) return true;
  if (isInitial(text, first - 1)) return !entry.bearers.some((actor) => hasInitial(text, first - 1, actor, index));
  const isStranger = token.gap === " " && mayBeGiven(text, first - 1, entry.strong.length > 0);
  // Thomas Kim writes his name the other way round; Kim Yo-jong does not.
  return isStranger || !entry.familyFirst ? isStranger : undefined;
}

/** Behind a surname that comes first, whether another given name stands. */
function isStrangerBehind(text: Text, { first, last, entry }: Match, index: NameIndex): boolean {
  const { tokens } = text;
  const next = tokens[last + 1];
  // Kim Jong-nam is one name; Kim-Trump, as in a summit, is two.
  if (next?.gap === "-" && (tokens[first] as Token).script === "spaced") return entry.words.length > 1;
  if (next && isKoreanGiven(next, tokens[last + 2])) return true;
  if (next?.gap !== " " || findAt(text, last + 1, index).some(({ entry }) => entry.strong.length)) return false;
  return next.capitals === "first" && isTelling(text) && mayBeName(next.text, "after");
}

function isBareSurname({ isSurname, strong }: NameEntry): boolean {
  return isSurname && !strong.length;
}

function isOwnWord({ text, capitals }: Token, entry: NameEntry, index: NameIndex): boolean {
  return capitals !== "none" && entry.bearers.some((actor) => index.bearer(actor).words.has(text));
}

function isInitial({ tokens, language }: Text, i: number): boolean {
  const { text, capitals } = tokens[i] as Token;
  const after = tokens[i + 1] as Token;
  if (text.length !== 1 || capitals === "none" || DIGIT.test(text) || after.script !== "spaced") return false;
  // M. Poutine is Monsieur.
  return INITIAL_JOINT.test(after.gap) && !(text === "m" && language === "fr");
}

/** Whether an initial, with the given name before it, may be this actor's: Milojko B. is no Božidar. */
function hasInitial({ tokens }: Text, i: number, actor: string, index: NameIndex): boolean {
  const { words } = index.bearer(actor);
  const { text, gap } = tokens[i] as Token;
  if (![...words].some((word) => word.startsWith(text))) return false;
  const given = tokens[i - 1];
  if (!given || gap !== " " || given.text.length === 1 || given.capitals !== "first") return true;
  return words.has(given.text) || !mayBeName(given.text, "before");
}

/** Whether only an unknown word in capitals makes a stranger: likelier a title than a given name. */
export function isGuess({ tokens, language }: Text, { first, entry }: Match): boolean {
  const before = tokens[first - 1];
  if (entry.familyFirst || !before || before.text.length === 1) return false;
  return !isFemaleTitle(before.text) && !isGivenName(before.text, language);
}

/** Min-jae behind Kim, whatever the capitals around. */
function isKoreanGiven({ gap, capitals }: Token, syllable: Token | undefined): boolean {
  return gap === " " && capitals === "first" && syllable?.gap === "-" && syllable.capitals === "none";
}

/** @param isFamous the surname alone means one person; only a given name before it makes another */
function mayBeGiven(text: Text, i: number, isFamous: boolean): boolean {
  const { tokens, language } = text;
  const token = tokens[i];
  if (token?.capitals !== "first") return false;
  if (isGivenName(token.text, language) && !isPlace(tokens[i - 1])) return true;
  if (isFamous || !isTelling(text)) return false;
  if (!mayBeName(token.text, "before")) return false;
  // At the start of a sentence an adjective has a capital as well: Defiant Putin.
  return !isSentenceStart(tokens, i) || (isEnglish(language) && !ADJECTIVE.test(token.text));
}

/** San Antonio, North Carolina. */
function isPlace(before: Token | undefined): boolean {
  return before !== undefined && PLACE_BEFORE.test(before.text);
}

function isMale(entry: NameEntry, index: NameIndex): boolean {
  return entry.bearers.every((actor) => index.bearer(actor)?.gender === "male");
}
