import type { ActorKind, Name } from "../digest/schema.ts";
import { keyOf, limitOf } from "./limit.ts";
import { isInstitution } from "./ordinary-words.ts";
import { type Token, tokenise } from "./tokens.ts";

export interface Surname {
  readonly key: string;
  readonly words: readonly string[];
  /** Stands before the given name. */
  readonly first: boolean;
  /** Stands alone for its bearer. */
  readonly famous: boolean;
}

/** What an actor's own names tell of each other. */
export interface Family {
  readonly full: readonly (readonly string[])[];
  readonly surnames: readonly Surname[];
}

/** Small words that belong to the family name after them. */
const PARTICLE =
  /^(?:al|el|as|ben|bin|ibn|abu|da|das|de|del|della|den|der|des|di|do|dos|du|la|le|los|mac|st|ten|ter|van|von|zu|zur)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** Kim Jong-un, Ban Ki-moon: the given name is two syllables with a hyphen, and comes last. */
const KOREAN_ORDER = /^(\p{Lu}\p{Ll}+) \p{Lu}\p{Ll}+-\p{Ll}+$/u;
/** The most common form by far; a suffix has other capitals or is shorter than a name. */
const GIVEN_AND_FAMILY = /^[A-Z][a-z]+ ([A-Z][a-z]{2,})$/;
const SPACED = /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{M}.,'’ -]+$/u;

/**
 * The family name in a full name of which only the full form is given, with its particles; none where the script or the order tells nothing.
 * For digests that list people by full names alone.
 */
export function familyName(full: string): string | undefined {
  const plain = GIVEN_AND_FAMILY.exec(full)?.[1];
  if (plain !== undefined) return plain;
  if (!SPACED.test(full)) return undefined;
  const korean = KOREAN_ORDER.exec(full)?.[1];
  if (korean) return korean;
  const words = (full.split(",", 1)[0] as string).split(/\s+/).filter((word) => !SUFFIX.test(word));
  if (words.length < 2) return undefined;
  let first = words.length - 1;
  while (first > 1 && PARTICLE.test(words[first - 1] as string)) first--;
  return words.slice(first).join(" ");
}

/** Surnames for people of whom a digest lists full names only. */
export function familyNames(names: readonly Name[]): string[] {
  const found: string[] = [];
  for (const { form, strength } of names) {
    const name = strength === "strong" ? familyName(form) : undefined;
    if (name !== undefined && !found.includes(name)) found.push(name);
  }
  return found;
}

/** The other cases of a name tell nothing new of it. */
export function readFamily(kind: ActorKind, names: readonly Name[]): Family {
  const full: string[][] = [];
  const short: Omit<Surname, "first">[] = [];
  if (kind !== "person") return { full, surnames: [] };
  for (const { form, language, strength, local } of names) {
    if (strength === "weak") continue;
    const words = tokenise(form).tokens.map(textOf);
    const limit = local && limitOf(language, true);
    if (strength === "strong" && words.length > 1) full.push(words);
    else short.push({ words, key: keyOf(words, limit), famous: strength === "strong" });
  }
  if (!names.some(({ strength }) => strength === "anchored")) {
    for (const name of familyNames(names)) {
      const words = tokenise(name).tokens.map(textOf);
      short.push({ words, key: keyOf(words, undefined), famous: false });
    }
  }
  const isFirst = (words: readonly string[]) => full.some((name) => startsWith(name, words));
  return { full, surnames: short.map((one) => ({ ...one, first: isFirst(one.words) })) };
}

/** Whether a longer name has the surname, in any case, where that surname stands, or, of one that many bear, at its beginning: Novak Djokovic. */
export function bears(words: readonly string[], { words: surname, first, famous }: Surname): boolean {
  const rest = words.length - surname.length;
  if (rest < 1) return false;
  const standsAt = (start: number) => surname.every((word, i) => isCaseOf(words[start + i] as string, word));
  if (standsAt(0)) return first || (!famous && !words.some(isInstitution));
  return !first && standsAt(rest);
}

function isCaseOf(word: string, nominative: string): boolean {
  return word.startsWith(nominative) && word.length - nominative.length <= LONGEST_CASE_ENDING;
}
const LONGEST_CASE_ENDING = 3;

/** Whether a name begins with some words and goes on. */
export function startsWith(full: readonly string[], words: readonly string[]): boolean {
  return full.length > words.length && words.every((word, i) => full[i] === word);
}

function textOf({ text }: Token): string {
  return text;
}
