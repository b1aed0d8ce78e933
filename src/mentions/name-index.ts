import { entriesOf, type NameEntry } from "./entries.ts";
import { readFamily } from "./family.ts";
import { type Form, firstWords, formsOf, type Named, type NamedActors } from "./forms.ts";
import { once } from "./once.ts";
import { type IndexedTitles, indexTitles, type Titles } from "./titles.ts";
import { tokenise } from "./tokens.ts";
import { sameGivenNames } from "./variants.ts";

/** What is known of an actor beside the names. */
export interface Bearer extends Pick<Named, "kind" | "gender" | "active" | "anchoredBy"> {
  /** Marked only with a context word or one of these in the article. */
  readonly company: ReadonlySet<string> | undefined;
  /** Others are known to bear the full name. */
  readonly hasNamesakes: boolean;
  /** The words of the full names, folded. */
  readonly words: ReadonlySet<string>;
}

/** The names of a digest. What most pages never ask for is worked out when it is first asked for. */
export interface NameIndex {
  /** Entries by their first word, longest first. */
  readonly startingWith: (word: string) => readonly NameEntry[];
  /** @throws Error where there is no such entry */
  readonly entry: (key: string) => NameEntry;
  readonly bearer: (actor: string) => Bearer;
  readonly titles: Titles;
}

/** An index that tells all that it holds. */
export interface OpenIndex extends NameIndex {
  /** The words that entries begin with. */
  readonly words: () => ReadonlySet<string>;
  readonly titles: IndexedTitles;
}

/** The names of a digest → what texts are searched with. Cost: the first word of every form; the rest once a text has that word. */
export function indexNames({ actors, claims = [] }: NamedActors): OpenIndex {
  const forms = new Map<string, Form | Form[]>();
  const firstWord = firstWords();
  for (const actor of actors) {
    for (const form of formsOf(actor)) {
      const word = firstWord(form.text);
      const known = forms.get(word);
      // Most words begin one name only, and a hundred thousand lists of one cost more than the rest.
      if (known === undefined) forms.set(word, form);
      else if (Array.isArray(known)) known.push(form);
      else forms.set(word, [known, form]);
    }
  }
  let byId: Map<string, Named> | undefined;
  const familyOf = once(({ kind, names }: Named) => readFamily(kind, names));
  const listed = (word: string) => [forms.get(word) ?? []].flat();
  const startingWith = once((word: string) =>
    entriesOf(word, listed(word), sameGivenNames(word).flatMap(listed), familyOf),
  );
  const isKnown = (word: string) => forms.has(word) || sameGivenNames(word).some((other) => forms.has(other));
  const states = new Set(actors.filter(({ kind }) => kind === "state").map(({ id }) => id));
  const company = companyOf(claims, states);
  let titles: IndexedTitles | undefined;
  return {
    words: () => new Set([...forms.keys()].flatMap((word) => [word, ...sameGivenNames(word)])),
    startingWith: (word) => (isKnown(word) ? startingWith(word) : NONE),
    entry: once((key) => entryIn(startingWith, key)),
    bearer: once((id) => {
      byId ??= new Map(actors.map((actor) => [actor.id, actor]));
      return bearerOf(byId.get(id) as Named, company.get(id));
    }),
    get titles() {
      titles ??= indexTitles(actors);
      return titles;
    },
  };
}
const NONE: readonly NameEntry[] = [];

/** @throws Error where there is no such entry */
export function entryIn(startingWith: NameIndex["startingWith"], key: string): NameEntry {
  const found = startingWith(key.split(" ", 1)[0] as string).find((entry) => entry.key === key);
  if (!found) throw new Error(`no name has the key ${key}`);
  return found;
}

function bearerOf(actor: Named, company: ReadonlySet<string> = new Set()): Bearer {
  const { kind, gender, active, anchoredBy, context, notContext, names } = actor;
  const words = new Set<string>();
  if (kind === "person") {
    for (const { form, strength } of names)
      if (strength === "strong") for (const { text } of tokenise(form).tokens) words.add(text);
  }
  return {
    kind,
    anchoredBy,
    ...(gender && { gender }),
    ...(active && { active }),
    company: context.length ? new Set([...company, ...anchoredBy]) : undefined,
    hasNamesakes: context.length + notContext.length > 0,
    words,
  };
}

/** For each actor, those that share a claim with it; a state shares them with too many. */
function companyOf(claims: NonNullable<NamedActors["claims"]>, states: ReadonlySet<string>): Map<string, Set<string>> {
  const company = new Map<string, Set<string>>();
  for (const { actors } of claims) {
    for (const { id } of actors) {
      const others = company.get(id) ?? new Set();
      company.set(id, others);
      for (const other of actors) if (other.id !== id && !states.has(other.id)) others.add(other.id);
    }
  }
  return company;
}
