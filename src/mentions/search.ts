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

function match({ id, forms, about }: Searched, words: readonly string[], asked: string): Hit & { score: number } {
  const [chief] = forms;
  const score = Math.max(...forms.map((form) => inOneName(form.plain, words, asked) + (form === chief ? CHIEF : 0)));
  const untold = words.filter((word) => !chief?.plain.includes(word));
  if (!untold.length) return { id, score };
  // What the chief name does not tell, the name that holds the most of it does.
  const told = forms.map(({ plain }) => heldBy(plain, untold));
  const most = Math.max(...told);
  const form = most ? forms[told.indexOf(most)]?.written : undefined;
  const isInNames = (word: string) => forms.some(({ plain }) => plain.includes(word));
  const others = untold.filter((word) => !isInNames(word));
  const inSeveral = others.length ? BY_ABOUT : BY_NAMES;
  const rest = others.every((word) => about.includes(word)) ? inSeveral : NO_MATCH;
  return { id, score: score > CHIEF ? score : rest, ...(form !== undefined && { form }) };
}

function inOneName(plain: string, words: readonly string[], asked: string): number {
  if (heldBy(plain, words) < words.length) return NO_MATCH;
  if (plain === ` ${asked}`) return BY_ONE_NAME.whole;
  return plain.includes(beginning(asked)) ? BY_ONE_NAME.phrase : BY_ONE_NAME.words;
}

/** How many of the words a plain text holds: there are many names, and this is asked of each. */
function heldBy(plain: string, words: readonly string[]): number {
  let held = 0;
  for (const word of words) if (plain.includes(word)) held++;
  return held;
}

/** What a plain text holds where one of its words begins so. */
function beginning(word: string): string {
  return SPACELESS.test(word) ? word : ` ${word}`;
}

/** Each word after a space, without what may be written in more than one way. */
function plainOf(text: string): string {
  return ` ${fold(text).text.replace(BETWEEN_WORDS, " ").trim()}`;
}
