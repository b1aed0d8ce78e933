import type { Actor } from "../digest/schema.ts";
import { fold } from "./fold.ts";

/** Chinese, Japanese and Korean words stand without spaces between them. */
const SPACELESS = /[\u2e80-\ua4cf\uac00-\ud7ff]/;
const BETWEEN_WORDS = /[\s.,'’-]+/g;

/** The written forms of an actor, chief one first, as they are compared. */
export interface Searched {
  readonly id: string;
  readonly forms: readonly { readonly written: string; readonly plain: string }[];
}

export interface Hit {
  readonly id: string;
  /** The written form that was found, where it is not the actor's chief name. */
  readonly form?: string;
}

/** Actors, in order of their chief names, → what `searchActors` looks through. */
export function indexForSearch(actors: readonly Pick<Actor, "id" | "name" | "names">[]): Searched[] {
  return [...actors]
    .sort((a, b) => a.name.localeCompare(b.name, "en"))
    .map(({ id, name, names }) => {
      const written = new Set([name, ...names.map(({ form }) => form)]);
      return { id, forms: [...written].map((form) => ({ written: form, plain: plainOf(form) })) };
    });
}

/** The actors of whom a name, or a word of it, begins so; case, accents, width and what joins words do not matter. Found by their chief name, they come first. */
export function searchActors(query: string, index: readonly Searched[]): Hit[] {
  const asked = plainOf(query);
  const sought = SPACELESS.test(asked) ? asked.trim() : asked;
  const hits = index.flatMap(({ id, forms }): (Hit & { at: number })[] => {
    const at = forms.findIndex(({ plain }) => plain.includes(sought));
    if (at < 0) return [];
    return [{ id, at, ...(at > 0 && { form: forms[at]?.written ?? "" }) }];
  });
  return hits.sort((a, b) => Math.sign(a.at) - Math.sign(b.at)).map(({ at: _, ...hit }) => hit);
}

/** Each word after a space, without what may be written in more than one way. */
function plainOf(text: string): string {
  return ` ${fold(text).text.replace(BETWEEN_WORDS, " ").trim()}`;
}
