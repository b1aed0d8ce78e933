import type { Actor, Tenure } from "../digest/schema.ts";
import { fold } from "./fold.ts";

const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;

/** A text as it is compared; in what is in the digest's own language, the beginning of a word tells as much as all of it. */
export interface Text {
  readonly plain: string;
  readonly isOwn: boolean;
}

/** An actor as it is searched: its names in all their cases, chief one first, and what it is. */
export interface Searched {
  readonly id: string;
  readonly forms: readonly (Text & { readonly written: string })[];
  readonly description: Text;
  readonly roles: readonly (Text & { readonly tenure: Tenure })[];
  readonly isSilent: boolean;
}

type Searchable = Pick<Actor, "id" | "name" | "names" | "description" | "tenures">;

/**
 * Actors, in order of their chief names, → what `searchActors` looks through.
 * @param language of the digest
 * @param isSilent whether nothing is said of an actor
 */
export function indexForSearch(
  actors: readonly Searchable[],
  language: string,
  isSilent: (id: string) => boolean,
): Searched[] {
  return [...actors]
    .sort((a, b) => a.name.localeCompare(b.name, "en"))
    .map((actor) => ({
      id: actor.id,
      forms: formsOf(actor, language),
      description: { plain: plainOf(actor.description), isOwn: false },
      roles: actor.tenures.map((tenure) => ({ tenure, plain: plainOf(tenure.post), isOwn: false })),
      isSilent: isSilent(actor.id),
    }));
}

/** The same form in two languages counts once. */
function formsOf({ name, names }: Searchable, language: string): Searched["forms"] {
  const forms = new Map([[plainOf(name), { written: name, isOwn: true }]]);
  for (const isOwn of [true, false])
    for (const { form: written, inflected = [] } of names.filter((name) => (name.language === language) === isOwn))
      for (const plain of [written, ...inflected].map(plainOf))
        if (!forms.has(plain)) forms.set(plain, { written, isOwn });
  return [...forms].map(([plain, form]) => ({ plain, ...form }));
}

/** Each word between spaces, without what may be written in more than one way. */
export function plainOf(text: string): string {
  return ` ${fold(text).text.replace(BETWEEN_WORDS, " ").trim()} `;
}
