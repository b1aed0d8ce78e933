import type { ActorKind } from "../digest/schema.ts";
import { type NameEntry, spelling } from "./entries.ts";
import type { NameIndex } from "./name-index.ts";
import type { Text } from "./text.ts";
import type { Token } from "./tokens.ts";

/** A name at tokens `first` to `last`, both included. */
export interface Match {
  readonly entry: NameEntry;
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** Parts of addresses and handles name nobody. */
const ADDRESS_BEFORE = /(?:[@_]|\b(?:https?:|www\.)\S*)$/;
const ADDRESS_AFTER = /^(?:[@_$€£]|\.[a-z0-9]|\/\/)/;
/** As far back as an address is looked for, in UTF-16 units. */
const ADDRESS_REACH = 80;
/** Names this short are often the beginning of others. */
const SHORT_NAME = 2;
/** NATO-isation and US-amerikanisch, like Putinism and American, are words of their own. */
const DERIVED = /^-(?:i[sz](?:ation|m|t|e)|fication|amerikan)/i;
const LONGEST_DERIVED = 10;
const CLOSING_QUOTE = /[’”」』》〉)\]]/;
const OPENING = /["«„“‟‘‚‹「『]/;
const CLOSING = /["»“”‟’‘›」』]/;
const THING = /^(?:cafe|cinema|hotel|kino|restaurant|street)$/;
const STREET = /^(?:avenue|hotel|road|street)$/;
/** States of the union with towns of such names; Georgia and Washington are more than that. */
const TOWN =
  /^, (?:Ala(?:bama|\.)|Ariz(?:ona|\.)|Ark(?:ansas|\.)|Calif(?:ornia|\.)|Colo(?:rado|\.)|Conn(?:ecticut|\.)|Del(?:aware|\.)|Fla\.|Florida|Ill(?:inois|\.)|Ind(?:iana|\.)|Iowa|Kan(?:sas|\.)|Kentucky|Ky\.|La\.|Louisiana|Maine|Maryland|Md\.|Mass(?:achusetts|\.)|Mich(?:igan|\.)|Minn(?:esota|\.)|Miss(?:issippi|\.)|Missouri|Mo\.|Mont(?:ana|\.)|Neb(?:raska|\.)|Nev(?:ada|\.)|New (?:Hampshire|Jersey|Mexico|York)|N\.(?:C|D|H|J|M|Y)\.|North (?:Carolina|Dakota)|Ohio|Okla(?:homa|\.)|Ore(?:gon|\.)|Pa\.|Pennsylvania|S\.(?:C|D)\.|South (?:Carolina|Dakota)|Tenn(?:essee|\.)|Tex(?:as|\.)|Utah|Vermont|Vt\.|Va\.|Virginia|W\.Va\.|Wis(?:consin|\.)|Wyo(?:ming|\.))(?![a-z])/;
const LONGEST_STATE = 20;
/** After a state's name, what makes it a people or a language in Chinese and Japanese; the people as in People's Republic makes none. */
const PEOPLE = /^[族裔语語籍](?![言境学學])/;
const PERSON = /^人/;
const NO_PERSON = /^人[民工口权權社造大均材才道文格力类類员員气氣士]/;

/** Whether what stands around the name leaves it one: of this language, in no longer word, no address, no thing that is called so. */
export function isWhole(
  { text, tokens, language }: Text,
  { entry, first, last, start, end }: Match,
  index: NameIndex,
): boolean {
  const token = tokens[last] as Token;
  const next = tokens[last + 1];
  if (!isOfLanguage(entry, text, start, end, language)) return false;
  // Xi'an is no Xi: after a short name an apostrophe may be a part of a longer one, but Turkish has its endings there.
  const isShort = entry.words.length === 1 && token.text.length <= SHORT_NAME && token.capitals !== "all";
  if (isShort && next?.gap === "'" && next.text !== "s" && token.script === "spaced" && language !== "tr") return false;
  if (isStuckInKorean(tokens[first] as Token, tokens[first - 1], text.charAt(start - 1))) return false;
  if (isPartOfHanWord(tokens, first, last, entry)) return false;
  if (isNameOfThing(text, start, end) && hasKind(entry, index, "state")) return false;
  if ((isThing(tokens[first - 1], tokens[first]?.gap) || isStreet(next)) && hasKind(entry, index, "state"))
    return false;
  if (isTown(text, end, language) && hasKind(entry, index, "state", "organisation")) return false;
  if (next?.gap === "" && !hasKind(entry, index, "person") && isPeople(text.slice(end, end + 2))) return false;
  if (DERIVED.test(text.slice(end, end + LONGEST_DERIVED))) return false;
  return (
    !ADDRESS_BEFORE.test(text.slice(Math.max(0, start - ADDRESS_REACH), start)) &&
    !ADDRESS_AFTER.test(text.slice(end, end + 2))
  );
}

/** Case forms count where they are cases; of a page whose language is unknown they may be. Local forms count letter for letter. */
function isOfLanguage(
  { local, spellings }: NameEntry,
  text: string,
  start: number,
  end: number,
  language: string | undefined,
): boolean {
  if (local && language !== local.language && (language !== undefined || local.spellings)) return false;
  const allowed = local?.spellings ?? spellings?.get(language ?? "");
  const written = spelling(text.slice(start, end));
  // Behind the name its endings may stand: Kinas.
  return !allowed || allowed.has(written) || [...allowed].some((one) => written.startsWith(one) && one.length > 2);
}

/** 20대만, AI이란, "…"이란: after digits, Latin letters and closing quotes these are particles and counters. */
function isStuckInKorean({ script, gap }: Token, before: Token | undefined, touching: string): boolean {
  return script === "hangul" && ((gap === "" && before?.script === "spaced") || CLOSING_QUOTE.test(touching));
}

/** 北 for North Korea in a Korean headline, not in 北京. */
function isPartOfHanWord(tokens: readonly Token[], first: number, last: number, { words, strong }: NameEntry): boolean {
  const token = tokens[first] as Token;
  if (words.length > 1 || !strong.length || token.script !== "han") return false;
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  return (token.gap === "" && before?.script === "han") || (after?.gap === "" && after.script === "han");
}

/** A state in quote marks all by itself is a hotel, a train, a film. */
function isNameOfThing(text: string, start: number, end: number): boolean {
  return OPENING.test(text.charAt(start - 1)) && CLOSING.test(text.charAt(end));
}

/** Hotel Russia, Iran Street. */
function isThing(before: Token | undefined, gap: string | undefined): boolean {
  return before !== undefined && gap === " " && THING.test(before.text) && before.capitals !== "none";
}

function isStreet(next: Token | undefined): boolean {
  return next?.gap === " " && next.capitals !== "none" && STREET.test(next.text);
}

/** China, Maine. */
function isTown(text: string, end: number, language: string | undefined): boolean {
  return (language === undefined || language === "en") && TOWN.test(text.slice(end, end + LONGEST_STATE));
}

function hasKind({ bearers }: NameEntry, index: NameIndex, ...kinds: readonly ActorKind[]): boolean {
  return bearers.length > 0 && bearers.every((actor) => kinds.includes(index.bearer(actor).kind));
}

function isPeople(after: string): boolean {
  return PEOPLE.test(after) || (PERSON.test(after) && !NO_PERSON.test(after));
}
