import type { Actor } from "../digest/schema.ts";
import { fold } from "./fold.ts";

/** Chinese, Japanese and Korean words stand without spaces between them. */
const SPACELESS = /[\u2e80-\ua4cf\uac00-\ud7ff]/;
const BETWEEN_WORDS = /[\s.,'’-]+/g;

/** An actor as it is searched: its written forms, chief one first, and what it is, each as written and as compared. */
export interface Searched {
  readonly id: string;
  readonly forms: readonly { readonly written: string; readonly plain: string }[];
  readonly about: string;
}

export interface Hit {
  readonly id: string;
  /** The written form that was found, where the actor's chief name does not tell why. */
  readonly form?: string;
}

/** How well an actor answers a search, the better the greater. */
const NO_MATCH = 0;
/** Some words stand in the description or a role. */
const BY_ABOUT = 1;
/** The words stand in several names. */
const BY_NAMES = 2;
/** All words stand in one name: anywhere in it, side by side as they are asked, or they are all of it. */
const BY_ONE_NAME = { words: 3, phrase: 5, whole: 7 };
/** So much the better where it is the chief name. */
const CHIEF = 1;

/** Actors, in order of their chief names, → what `searchActors` looks through. */
export function indexForSearch(
  actors: readonly Pick<Actor, "id" | "name" | "names" | "description" | "tenures">[],
): Searched[] {
  return [...actors]
    .sort((a, b) => a.name.localeCompare(b.name, "en"))
    .map(({ id, name, names, description, tenures }) => {
      const written = new Set([name, ...names.map(({ form }) => form)]);
      return {
        id,
        forms: [...written].map((form) => ({ written: form, plain: plainOf(form) })),
        about: plainOf([description, ...tenures.map(({ post }) => post)].join(" ")),
      };
    });
}

/**
 * The actors in whose names, description or roles words begin with each of those asked, in any order, best first; case, accents, width
 * and what joins words do not matter.
 */
export function searchActors(query: string, index: readonly Searched[]): Hit[] {
  const asked = plainOf(query).trim();
  const words = asked.split(" ").filter(Boolean).map(beginning);
  return index
    .map((actor) => match(actor, words, asked))
    .filter(({ score }) => score > NO_MATCH)
    .sort((a, b) => b.score - a.score)
    .map(({ score: _, ...hit }) => hit);
}

function match(actor: Searched, words: readonly string[], asked: string): Hit & { score: number } {
  const { id, forms } = actor;
  const scores = forms.map(({ plain }, i) => inOneName(plain, words, asked) + (i === 0 ? CHIEF : 0));
  const [chief = 0] = scores;
  const score = Math.max(...scores);
  if (score === CHIEF) return inSeveral(actor, words);
  return { id, score, ...(chief === CHIEF && { form: forms[scores.indexOf(score)]?.written ?? "" }) };
}

function inOneName(plain: string, words: readonly string[], asked: string): number {
  // There are many names, and most of them stop here.
  for (const word of words) if (!plain.includes(word)) return NO_MATCH;
  if (plain === ` ${asked}`) return BY_ONE_NAME.whole;
  return plain.includes(beginning(asked)) ? BY_ONE_NAME.phrase : BY_ONE_NAME.words;
}

/** Where no name holds all the words; what the chief name does not tell, the one that holds the most of it does. */
function inSeveral({ id, forms, about }: Searched, words: readonly string[]): Hit & { score: number } {
  const untold = words.filter((word) => !forms[0]?.plain.includes(word));
  const told = forms.map(({ plain }) => untold.filter((word) => plain.includes(word)));
  const most = Math.max(...told.map(({ length }) => length));
  const form = most ? forms[told.findIndex(({ length }) => length === most)]?.written : undefined;
  const unnamed = untold.filter((word) => !told.some((some) => some.includes(word)));
  const isTold = unnamed.every((word) => about.includes(word));
  const score = unnamed.length ? BY_ABOUT : BY_NAMES;
  return { id, score: isTold ? score : NO_MATCH, ...(form !== undefined && { form }) };
}

/** What a plain text holds where one of its words begins so. */
function beginning(word: string): string {
  return SPACELESS.test(word) ? word : ` ${word}`;
}

/** Each word after a space, without what may be written in more than one way. */
function plainOf(text: string): string {
  return ` ${fold(text).text.replace(BETWEEN_WORDS, " ").trim()}`;
}
