import { familyName } from "./family.ts";
import { isGivenName } from "./given-names.ts";
import { mayBeName } from "./ordinary-words.ts";

/** Other ways of writing people of whom a digest lists full names alone. Derived when a text has the first word, since most never do. */

const NICKNAMES =
  pairs(`bob robert, rob robert, bobby robert, bill william, will william, billy william, liz elizabeth, beth elizabeth, dave david,
  dan daniel, danny daniel, chuck charles, charlie charles, tony anthony, bernie bernard, ken kenneth, kenny kenneth, jim james, jimmy james,
  jamie james, mike michael, tom thomas, tommy thomas, joe joseph, steve steven, steve stephen, matt matthew, chris christopher, ted edward,
  ed edward, eddie edward, dick richard, rick richard, rich richard, ron ronald, don donald, sam samuel, ben benjamin, tim timothy, greg gregory,
  jeff jeffrey, geoff geoffrey, nick nicholas, pete peter, phil philip, andy andrew, alex alexander, al albert, fred frederick, gerry gerald,
  jerry gerald, larry lawrence, ray raymond, vince vincent, walt walter, kate katherine, kathy katherine, cathy catherine, maggie margaret,
  sue susan, debbie deborah, jenny jennifer, jen jennifer, becky rebecca, barb barbara, patty patricia, pat patricia, pat patrick, doug douglas,
  stan stanley, terry terence, jake jacob, josh joshua, nate nathaniel, rudy rudolph, leo leonard, len leonard, cliff clifford, gene eugene,
  hank henry, harry henry, jack john, johnny john, jon jonathan`);
const SUFFIX = /,? (?:jr|sr|ii|iii|iv)\.?$/i;
const INITIALS = /^(?:\p{Lu}\.?)+$/u;
const ARTICLE = /^(?:al|el)-(?=\p{Lu}..)/u;
const UMLAUTS = new Map(
  Object.entries({ ä: "ae", ö: "oe", ü: "ue", Ä: "Ae", Ö: "Oe", Ü: "Ue", ø: "oe", Ø: "Oe", å: "aa", Å: "Aa" }),
);
const UMLAUT = /[äöüøå]/i;
/** Most names have none of this: an initial in front, an article, an umlaut. */
const UNUSUAL = /^(?:[A-Z][A-Z. ]|[ae]l-)|[^ -~]/;
const NONE: readonly string[] = [];
const GIVEN = /^(\p{Lu}[\p{L}'’-]{2,}) \p{L}/u;

/** Full forms with the same first word: without middle names, suffix, or what stands behind a comma. */
export function shorterNames(full: string): string[] {
  const bare = withoutSuffix(full);
  // Louis, Dauphin of France, is no Louis to everybody.
  const names = bare === full || !bare.includes(" ") ? [] : [bare];
  const family = familyName(bare);
  if (family === undefined || !bare.endsWith(family)) return names;
  const [first, second] = bare.slice(0, -family.length).trim().split(/\s+/);
  if (first && second) names.push(`${first} ${family}`);
  return names;
}

/** Full forms with another first word: without a leading initial, initials run together, in letters of English. */
export function otherNames(full: string): readonly string[] {
  if (!UNUSUAL.test(full)) return NONE;
  const bare = withoutSuffix(full);
  const names: string[] = [];
  const family = familyName(bare);
  if (family !== undefined && bare.endsWith(family)) {
    const given = bare.slice(0, -family.length).trim().split(/\s+/);
    const [first = "", second] = given;
    if (INITIALS.test(first) && second && !INITIALS.test(second)) names.push(`${second} ${family}`);
    if (given.length > 1 && given.every((word) => INITIALS.test(word)))
      names.push(`${given.map((word) => word.charAt(0)).join("")} ${family}`);
  }
  return UMLAUT.test(bare) ? [...names, withoutUmlauts(bare)] : names;
}

/** Surnames of the same person in other letters, or without the article. */
export function otherSurnames(surname: string): readonly string[] {
  if (!UNUSUAL.test(surname)) return NONE;
  const bare = surname.replace(ARTICLE, "");
  const names = bare === surname ? [] : [bare];
  return UMLAUT.test(surname) ? [...names, withoutUmlauts(surname)] : names;
}

/** Folded given names of which a folded word is a nickname, or the other way about. */
export function sameGivenNames(word: string): readonly string[] {
  return NICKNAMES.get(word) ?? NONE;
}

/** A given name so rare that with the full name in the article it tells the bearer: Saddam, not John. */
export function rareGivenName(full: string): string | undefined {
  const given = GIVEN.exec(full)?.[1];
  if (given === undefined) return undefined;
  const word = given.toLowerCase();
  return isGivenName(word, undefined) || !mayBeName(word, "before") ? undefined : given;
}

function withoutSuffix(full: string): string {
  return (full.split(",", 1)[0] as string).replace(SUFFIX, "").trim();
}

function withoutUmlauts(name: string): string {
  return name.replace(new RegExp(UMLAUT, "gi"), (letter) => UMLAUTS.get(letter) ?? letter);
}

function pairs(list: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (name: string, other: string) => found.set(name, [...(found.get(name) ?? []), other]);
  for (const pair of list.split(",")) {
    const [short = "", long = ""] = pair.trim().split(/\s+/);
    add(short, long);
    add(long, short);
  }
  return found;
}
