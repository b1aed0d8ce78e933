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
  const words = plainOf(query).trim().split(" ").filter(Boolean);
  return index
    .map((actor) => ({ actor, score: scoreOf(actor, words) }))
    .filter(({ score }) => score > NO_MATCH)
    .sort((a, b) => b.score - a.score)
    .map(({ actor }) => hitOf(actor, words));
}

function scoreOf({ forms, about }: Searched, words: readonly string[]): number {
  const inNames = (word: string) => forms.some(({ plain }) => holds(plain, word));
  if (!words.every((word) => inNames(word) || holds(about, word))) return NO_MATCH;
  const best = Math.max(...forms.map(({ plain }, i) => inOneName(plain, words) + (i === 0 ? CHIEF : 0)));
  if (best > CHIEF) return best;
  return words.every(inNames) ? BY_NAMES : BY_ABOUT;
}

function inOneName(plain: string, words: readonly string[]): number {
  if (!words.every((word) => holds(plain, word))) return NO_MATCH;
  const phrase = words.join(" ");
  if (plain === ` ${phrase}`) return BY_ONE_NAME.whole;
  return holds(plain, phrase) ? BY_ONE_NAME.phrase : BY_ONE_NAME.words;
}

/** What the chief name does not tell, the name that holds the most of it does. */
function hitOf({ id, forms }: Searched, words: readonly string[]): Hit {
  const [chief, ...others] = forms;
  const untold = words.filter((word) => chief && !holds(chief.plain, word));
  const told = others.map(({ plain }) => untold.filter((word) => holds(plain, word)).length);
  const most = Math.max(0, ...told);
  const form = most ? others[told.indexOf(most)]?.written : undefined;
  return { id, ...(form !== undefined && { form }) };
}

function holds(plain: string, word: string): boolean {
  return plain.includes(SPACELESS.test(word) ? word : ` ${word}`);
}

/** Each word after a space, without what may be written in more than one way. */
function plainOf(text: string): string {
  return ` ${fold(text).text.replace(BETWEEN_WORDS, " ").trim()}`;
}
