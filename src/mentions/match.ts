import { endOf, type Opening, openings, stems } from "./affixes.ts";
import type { NameEntry } from "./entries.ts";
import { isInvisible } from "./fold.ts";
import type { NameIndex } from "./name-index.ts";
import { isPronoun, isWordInCapitals } from "./ordinary-words.ts";
import type { Text } from "./text.ts";
import { type Capitals, capitalsOf, type Token } from "./tokens.ts";
import { isWhole, type Match } from "./whole.ts";

/** What may stand between two words of one name: a space, a hyphen with a space at most, an apostrophe; nothing, or a dot, in Chinese and Japanese. */
const JOINT = /^(?:| +| -|- ?|'|\s+| ?[·・‧•=] ?)$/;
/** In names, as programs that split words write them; between phrases it is a dash. */
const SPACED_DASH = " - ";
/** After an initial a full stop may stand as well. */
const INITIAL_JOINT = /^\.[ -]?$/;
const LONGEST_INITIAL = 2;
const MIDDLE_JOINT = /^\.? $/;
/** In a name that has one: PMC «Wagner». */
const OPENING_QUOTE = /^ ?[«"“„‘'‹「『] ?$/;
/** What an editor has put in, or marked as put in. */
const BRACKETS = /[[\]]/g;
/** In capitals throughout, an acronym this short may as well be a common word (US, WHO, IT). */
const SHORT_ACRONYM = 3;
/** Louis XI is no Xi. */
const ROMAN_NUMBER = /^[ivx]{2,}$/;
/** From this length, newspapers also write acronyms with one capital (Nato). */
const NAME_LIKE_ACRONYM = 4;
const SEVERAL = /^(?:the|both|two|three|four|many|several|all|other|these|those)$/;
/** What of the index begins at this token: the longest name after the words that only tell about somebody. Cost: a few look-ups by hash, however many names there are. */
export function findAt(text: Text, i: number, index: NameIndex): readonly Match[] {
  const token = text.tokens[i] as Token;
  let found: Match[] | undefined;
  for (const opening of openings(token)) {
    for (const entry of index.startingWith(opening.word)) {
      const match = matchOf(text, i, entry, opening, index);
      if (!match) continue;
      found ??= [];
      found.push(match);
      if (isName(entry)) return found;
    }
    const match = stemAt(text, i, opening, index);
    if (match) return [...(found ?? []), match];
  }
  return found ?? NOTHING;
}
const NOTHING: readonly Match[] = [];

/** A name of one word with something behind it that belongs to no name. */
function stemAt(text: Text, i: number, opening: Opening, index: NameIndex): Match | undefined {
  for (const stem of stems(opening.word, text.tokens[i] as Token, text.language)) {
    for (const entry of index.startingWith(stem)) {
      const match =
        entry.words.length === 1 && (isName(entry) || entry.others.length)
          ? matchOf(text, i, entry, opening, index)
          : undefined;
      if (match) return match;
    }
  }
  return undefined;
}

/** Words that only tell about somebody must not hide the names in them. */
export function isName({ strong, anchored }: NameEntry): boolean {
  return strong.length + anchored.length > 0;
}

function matchOf(text: Text, i: number, entry: NameEntry, opening: Opening, index: NameIndex): Match | undefined {
  const last = i + entry.words.length - 1;
  const end = lastOffset(text, i, entry, opening, index);
  if (end === undefined) return withMiddle(text, i, entry, index);
  const first = text.tokens[i] as Token;
  const start = opening.from ? text.origin(first.at + opening.from) : first.start;
  const match = { entry, first: i, last, ...withBrackets(text.text, start, end + dotAfter(text.text, end, entry)) };
  return isWhole(text, match, index) ? match : undefined;
}

/** Gerald R. Ford: in a full name of two words an initial may stand between them. */
function withMiddle(text: Text, i: number, entry: NameEntry, index: NameIndex): Match | undefined {
  if (entry.words.length !== 2) return undefined;
  const [given, family] = entry.words;
  const [first, middle, last] = text.tokens.slice(i, i + 3);
  if (!last || first?.text !== given || last.text !== family) return undefined;
  if (!isMiddleInitial(middle as Token, last) || !hasMiddle((middle as Token).text, entry, index)) return undefined;
  if (entry.isSurname || first?.capitals === "none" || last.capitals === "none") return undefined;
  const match = { entry, first: i, last: i + 2, start: (first as Token).start, end: last.end };
  return isWhole(text, match, index) ? match : undefined;
}

function isMiddleInitial({ text, gap, capitals, script }: Token, after: Token): boolean {
  return text.length === 1 && script === "spaced" && capitals === "all" && gap === " " && MIDDLE_JOINT.test(after.gap);
}

/** Of people whose middle names are known, theirs alone. */
function hasMiddle(initial: string, { strong }: NameEntry, index: NameIndex): boolean {
  return strong.some((actor) => {
    const { kind, words } = index.bearer(actor);
    return kind === "person" && (words.size <= 2 || [...words].some((word) => word.startsWith(initial)));
  });
}

/** Where the name ends in the original, if all its words stand here. */
function lastOffset(text: Text, i: number, entry: NameEntry, opening: Opening, index: NameIndex): number | undefined {
  const { tokens, origin } = text;
  const { words } = entry;
  if (!mayStandAt(tokens, i, words)) return undefined;
  for (let k = 0; k < words.length - 1; k++) {
    const token = tokens[i + k] as Token;
    if ((k === 0 ? opening.word : token.text) !== words[k]) return undefined;
    if (!isJoint(tokens[i + k + 1] as Token, token, entry) || !isCapitalised(text, i + k, token.capitals, entry, k))
      return undefined;
  }
  const k = words.length - 1;
  const token = tokens[i + k] as Token;
  const [found, from] = k === 0 ? [opening.word, opening.from] : [token.text, 0];
  const name = words[k] as string;
  const length = endOf(found, name, token.script, namingOf(entry, index), text.language);
  if (length === undefined || (length > name.length && isPlural(text, i, entry, index))) return undefined;
  const at = token.at + from;
  const written = found === name ? token.capitals : capitalsOf(text.text.slice(origin(at), origin(at + name.length)));
  if (!isCapitalised(text, i + k, written, entry, k)) return undefined;
  return length === found.length ? token.end : origin(at + length);
}

/** Most names that share a first word differ in the second; no more is looked at then. */
function mayStandAt(tokens: readonly Token[], i: number, words: readonly string[]): boolean {
  if (i + words.length > tokens.length) return false;
  for (let k = 1; k < words.length; k++)
    if (!(tokens[i + k] as Token).text.startsWith(words[k] as string)) return false;
  return true;
}

/** In English an s makes several of them: the Putins, two Koreas; only a person's name may have lost its apostrophe. */
function isPlural({ language, tokens }: Text, i: number, entry: NameEntry, index: NameIndex): boolean {
  if (language !== "en" && language !== undefined) return false;
  return namingOf(entry, index) !== "person" || SEVERAL.test(tokens[i - 1]?.text ?? "");
}

function isCapitalised(text: Text, i: number, written: Capitals, { words, capitals }: NameEntry, k: number): boolean {
  const least = capitals[k] as Capitals;
  const name = words[k] as string;
  if (least === "none" || (text.tokens[i] as Token).script !== "spaced") return true;
  if (least === "first" || name.length === 1)
    return written === "first" || (written === "all" && (text.shouted || !ROMAN_NUMBER.test(name)));
  if (written === "first") return name.length >= NAME_LIKE_ACRONYM;
  return written === "all" && !(name.length <= SHORT_ACRONYM && isWordInCapitals(name) && isShouted(text, i, name));
}

/** ABOUT US, JOIN US, but at the start of a headline or after its colon US is more than a word. */
function isShouted({ tokens, shouted, language }: Text, i: number, name: string): boolean {
  const { gap } = tokens[i] as Token;
  const before = tokens[i - 1];
  if (shouted) return gap === " " || isPronoun(name, language);
  return gap === " " && before?.capitals === "all" && before.text.length > SHORT_ACRONYM;
}

function isJoint({ gap }: Token, before: Token, { quoted, others }: NameEntry): boolean {
  const joint = gap === " " ? gap : gap.replace(BRACKETS, "");
  if (joint === "" && gap === "") return before.script !== "spaced";
  if (joint === SPACED_DASH) return !others.length;
  if (quoted && OPENING_QUOTE.test(joint)) return true;
  return JOINT.test(joint) || (before.text.length <= LONGEST_INITIAL && INITIAL_JOINT.test(joint));
}

/** [Donald] Trump, Kim [Jong-un]: a bracket in the name has its other half beside it. */
function withBrackets(text: string, start: number, end: number): { start: number; end: number } {
  const inside = text.slice(start, end);
  const opening = inside.indexOf("[");
  const closing = inside.indexOf("]");
  const isOpenBefore = closing >= 0 && (opening < 0 || opening > closing) && text[start - 1] === "[";
  const isClosedAfter = opening >= 0 && inside.lastIndexOf("]") < opening && text[end] === "]";
  return { start: isOpenBefore ? start - 1 : start, end: isClosedAfter ? end + 1 : end };
}

function dotAfter(text: string, end: number, { dotted }: NameEntry): number {
  if (!dotted) return 0;
  let dot = end;
  while (isInvisible(text.charAt(dot))) dot++;
  return text[dot] === "." ? dot + 1 - end : 0;
}

function namingOf({ strong, anchored }: NameEntry, index: NameIndex): "person" | "other" {
  const bearer = strong[0] ?? anchored[0];
  return bearer !== undefined && index.bearer(bearer)?.kind === "person" ? "person" : "other";
}
