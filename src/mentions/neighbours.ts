import type { NameEntry } from "./entries.ts";
import { isGivenName } from "./given-names.ts";
import { findAt, isName } from "./match.ts";
import type { NameIndex } from "./name-index.ts";
import { isFemaleTitle, isInstitution, isOrdinaryIn, mayBeName } from "./ordinary-words.ts";
import type { Text } from "./text.ts";
import type { Title } from "./titles.ts";
import type { Capitals, Token } from "./tokens.ts";
import type { Match } from "./whole.ts";

const JOINT = /^(?:| |-|'|\. ?|, )$/;
const INITIAL_JOINT = /^\. ?$/;
const DIGIT = /\d/;
/** The longest word that begins a title in Korean, in syllables. */
const LONGEST_TITLE = 12;
/** Languages in whose running text a capital tells a name: no nouns, no titles. */
const TELLING_LANGUAGES = new Set(
  "fr es it pt ca gl ro nl sv nb nn no da is fi pl cs sk sl hr uk ru be bg el hu".split(" "),
);
/** Who took the picture may bear any name. */
const CREDIT = /(?:©|\b(?:photos?|fotos?|pictures?|images?|illustrations?) ?(?:by|:|credit:?)|(?:^|\P{L})фото:?) ?$/iu;
const LONGEST_CREDIT = 20;
const CREDIT_END = /^\s*(?:$|[/|©)]|,? (?:for |via )?(?:AFP|AP|EPA|Getty|Reuters)\b)/;
const AGE = /^,? (?:\(|aged )?(\d{1,2})[,)]/;
const LONGEST_AGE = 12;
const LEAST_BRACKETED_AGE = 15;
const PLACE_BEFORE = /^(?:san|santa|sao|st|saint|new|north|south|east|west|port|fort|lake|mount)$/;
const ADJECTIVE = /(?:ing|ed|ly|ful|ous|ive|less|ant|ent|ic|al|able|ible|est)$/;
/** After these a word has a capital whatever it is. */
const SENTENCE_START = /[.!?…:;"“”„«»‹›()[\]\n–—•·-]/;

/** The actors whom a title beside the surname tells to be meant: President Xi, 김 위원장. */
export function titledBeside({ tokens }: Text, { first, last, entry }: Match, index: NameIndex): readonly string[] {
  const told = (title: Title) => entry.bearers.filter((actor) => title.actors.has(actor));
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const found: string[] = [];
  if (before && JOINT.test((tokens[first] as Token).gap)) {
    for (const title of index.titles.before.get(before.text) ?? [])
      if (standsAt(tokens, first - title.words.length, title)) found.push(...told(title));
  }
  if (after && after.script !== "spaced" && JOINT.test(after.gap)) {
    for (let length = Math.min(after.text.length, LONGEST_TITLE); length > 0; length--)
      for (const title of index.titles.after.get(after.text.slice(0, length)) ?? [])
        if (standsAt(tokens, last + 1, title)) found.push(...told(title));
  }
  return [...new Set(found)];
}

function standsAt(tokens: readonly Token[], first: number, { words, capitals }: Title): boolean {
  return (
    first >= 0 &&
    words.every((word, k) => {
      const token = tokens[first + k];
      if (!token || (k > 0 && !JOINT.test(token.gap))) return false;
      const isWord =
        token.script === "hangul" && k === words.length - 1 ? token.text.startsWith(word) : token.text === word;
      return isWord && ((capitals[k] as Capitals) !== "all" || token.capitals !== "none");
    })
  );
}

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

/** Whether another name follows that is nobody's full name: Mushtaq Ahmad, the Lombardi Award; of a famous one, only an institution. */
export function isFollowedByName(text: Text, { last, entry }: Match, index: NameIndex): boolean {
  const next = text.tokens[last + 1];
  if (next?.gap !== " " || next.capitals !== "first") return false;
  if (isInstitution(next.text)) return true;
  if (entry.strong.length || !isTelling(text)) return false;
  return mayBeName(next.text, "after") && !findAt(text, last + 1, index).some(({ entry }) => entry.strong.length);
}

/** Whether only an unknown word in capitals makes a stranger: likelier a title than a given name. */
export function isGuess({ tokens, language }: Text, { first, entry }: Match): boolean {
  const before = tokens[first - 1];
  if (entry.familyFirst || !before || before.text.length === 1) return false;
  return !isFemaleTitle(before.text) && !isGivenName(before.text, language);
}

/** Sergei Lavrov-Smith: a full name that goes on behind a hyphen, with what is no known name and no participle. */
export function goesOn(text: Text, { last }: Match, index: NameIndex): boolean {
  const next = text.tokens[last + 1];
  if (next?.gap !== "-" || next.capitals !== "first" || !isTelling(text) || ADJECTIVE.test(next.text)) return false;
  return mayBeName(next.text, "after") && !findAt(text, last + 1, index).some(({ entry }) => isName(entry));
}

/** Whether a capital tells nothing of this word: it begins a sentence. */
export function isAtStart({ tokens }: Text, { first }: Match): boolean {
  return first === 0 || SENTENCE_START.test((tokens[first] as Token).gap);
}

/** Min-jae behind Kim, whatever the capitals around. */
function isKoreanGiven({ gap, capitals }: Token, syllable: Token | undefined): boolean {
  return gap === " " && capitals === "first" && syllable?.gap === "-" && syllable.capitals === "none";
}

/** Whether an age stands behind the name that none of its bearers can have had in the news: Matthew Miller, 24, of Bakersfield. */
export function isOfOtherAge({ text, when }: Text, { entry, end }: Match, index: NameIndex): boolean {
  const found = AGE.exec(text.slice(end, end + LONGEST_AGE));
  if (!found) return false;
  const age = Number(found[1]);
  // In brackets stand ranks and goals as well.
  if (found[0].includes("(") && age < LEAST_BRACKETED_AGE) return false;
  return entry.bearers.every((actor) => {
    const { born, from, to } = index.bearer(actor).active ?? {};
    if (!born) return false;
    const years = (date: string) => Number(date.slice(0, 4)) - Number(born.slice(0, 4));
    const latest = to ?? when;
    return (from !== undefined && age < years(from) - 1) || (latest !== undefined && age > years(latest) + 1);
  });
}

/** Whether the name stands where a picture's author does. */
export function isCredited({ text }: Text, { start, end }: Match): boolean {
  return CREDIT.test(text.slice(Math.max(0, start - LONGEST_CREDIT), start)) && CREDIT_END.test(text.slice(end));
}

/** Whether a capital may have other reasons here: a name that is an ordinary word of this language, at the start of a sentence or in a shout. */
export function isWordHere({ tokens, language, shouted }: Text, { entry, first }: Match): boolean {
  const { gap, capitals } = tokens[first] as Token;
  const isStart = shouted || first === 0 || SENTENCE_START.test(gap);
  return isStart && (shouted || capitals === "first") && isOrdinaryIn(language, entry.words.join(" "));
}

/** @param isFamous the surname alone means one person; only a given name before it makes another */
function mayBeGiven(text: Text, i: number, isFamous: boolean): boolean {
  const { tokens, language } = text;
  const token = tokens[i];
  if (token?.capitals !== "first") return false;
  if (isGivenName(token.text, language) && !isPlace(tokens[i - 1])) return true;
  if (isFamous || !isTelling(text)) return false;
  const isStart = i === 0 || SENTENCE_START.test(token.gap);
  if (!mayBeName(token.text, "before")) return false;
  // At the start of a sentence an adjective has a capital as well: Defiant Putin.
  return !isStart || (isEnglish(language) && !ADJECTIVE.test(token.text));
}

/** San Antonio, North Carolina. */
function isPlace(before: Token | undefined): boolean {
  return before !== undefined && PLACE_BEFORE.test(before.text);
}

function isTelling({ language, telling }: Text): boolean {
  return telling && (isEnglish(language) || TELLING_LANGUAGES.has(language as string));
}

/** Unknown language: taken for English. */
function isEnglish(language: string | undefined): boolean {
  return language === undefined || language === "en";
}

function isMale(entry: NameEntry, index: NameIndex): boolean {
  return entry.bearers.every((actor) => index.bearer(actor)?.gender === "male");
}
