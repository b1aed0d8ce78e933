import { HANGUL_PREFIX, isKoreanRest } from "./korean.ts";
import type { Script, Token } from "./tokens.ts";

/** A word that a name may begin with in a token, and how many folded letters before it belong to no name. */
export interface Opening {
  readonly word: string;
  readonly from: number;
}

/** What names are called in the text at hand: a particle of a person is none of a state. */
export type Naming = "person" | "other";

function suffixes(words: string): RegExp {
  return new RegExp(`^(?:${words.trim().split(/\s+/).join("|")})$`);
}

/** And, so; in, to, as; the. */
const ARABIC_PREFIX = /^[وف]?(?:[بلك]|ال|[بك]ال)?/;
/** To + the are written as one. */
const ARABIC_TO_THE = /^[وف]?لل/;
const HEBREW_PREFIX = /^[ושהמלבכ]{0,3}/;
const HEBREW = /^[\u0590-\u05ff]/;
/** Letters that a name must keep when its prefixes are taken off. */
const LEAST_SEMITIC = 3;
/** A name of one letter stands in no longer word. */
const LEAST_STEM = 2;
/** Of the Germanic languages, and in English where an apostrophe is forgotten. */
const GENITIVE = /^s$/;
const WITH_GENITIVE = new Set("en de nl sv nb nn no da is af lb".split(" "));
/** Folded; those of Hungarian that double the name's last consonant, and those of Finnish with a vowel to bind them, are listed as they stand. */
const SUFFIXES: ReadonlyMap<string, RegExp> = new Map([
  [
    "hu",
    suffixes(`t at et ot nak nek ban ben ba be bol n on en ra re rol nal nel tol hoz hez ig ert kent kor e ei val vel va ve bal bel cal cel dal del
      fal fel gal gel kal kel lal lel mal mel pal pel ral rel sal sel szal szel tal tel zal zel`),
  ],
  [
    "fi",
    suffixes(
      `n a ta na ksi tta ssa sta lla lta lle an en on un in ia ina iksi itta issa ista illa ilta ille iin nkin nkaan inkin inkaan kin kaan`,
    ),
  ],
]);
const LONGEST_SUFFIX = 4;
/** No Korean name of one word has more syllables. */
const LONGEST_HANGUL = 16;

/** The words that a name may begin with at this token; the token as it is comes first. */
export function openings({ text, script }: Token): readonly Opening[] {
  const whole: Opening = { word: text, from: 0 };
  if (script === "hangul" && HANGUL_PREFIX.test(text)) return [whole, { word: text.slice(1), from: 1 }];
  return script === "semitic" ? [whole, ...withoutPrefixes(text)] : [whole];
}

function withoutPrefixes(text: string): Opening[] {
  const prefix = (HEBREW.test(text) ? HEBREW_PREFIX : ARABIC_PREFIX).exec(text)?.[0].length ?? 0;
  const found: Opening[] = [];
  for (let from = 1; from <= prefix && text.length - from >= LEAST_SEMITIC; from++)
    found.push({ word: text.slice(from), from });
  const toThe = ARABIC_TO_THE.exec(text)?.[0].length;
  if (toThe && text.length - toThe >= LEAST_SEMITIC) found.push({ word: `ال${text.slice(toThe)}`, from: toThe - 1 });
  return found;
}

/** The shorter words that a name of one word might be if the rest is a suffix, longest first; `endOf` tells whether it is. */
export function stems(word: string, { script, capitals }: Token, language: string | undefined): readonly string[] {
  if (script === "hangul") return prefixesOf(word.slice(0, LONGEST_HANGUL), LEAST_STEM, word.length <= LONGEST_HANGUL);
  if (script !== "spaced" || capitals === "none") return [];
  if (language !== undefined && SUFFIXES.has(language))
    return prefixesOf(word, Math.max(LEAST_STEM, word.length - LONGEST_SUFFIX));
  return word.endsWith("s") && hasGenitive(language) ? prefixesOf(word, Math.max(LEAST_STEM, word.length - 1)) : [];
}

/** @param isWhole the word itself is no prefix */
function prefixesOf(word: string, shortest: number, isWhole = true): string[] {
  const found: string[] = [];
  for (let length = isWhole ? word.length - 1 : word.length; length >= shortest; length--)
    found.push(word.slice(0, length));
  return found;
}

/** How much of a word the name takes that it begins with: all of it with a suffix of letters, the bare name in Korean; none if it is another word. */
export function endOf(
  word: string,
  name: string,
  script: Script,
  naming: Naming,
  language: string | undefined,
): number | undefined {
  if (word === name) return word.length;
  if (!word.startsWith(name) || name.length < LEAST_STEM) return undefined;
  const rest = word.slice(name.length);
  if (script === "hangul") return isKoreanRest(rest, naming === "person") ? name.length : undefined;
  const isSuffix =
    (hasGenitive(language) && GENITIVE.test(rest)) || (language !== undefined && SUFFIXES.get(language)?.test(rest));
  return script === "spaced" && isSuffix ? word.length : undefined;
}

/** Unknown language: it may. */
function hasGenitive(language: string | undefined): boolean {
  return language === undefined || WITH_GENITIVE.has(language);
}
