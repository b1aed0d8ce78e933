import type { InferOutput } from "valibot";
import type { actorsFileSchema, NamesFile } from "../src/digest/file-schemas.ts";
import type { Fault } from "../src/digest/references.ts";
import type { Actor, Name } from "../src/digest/schema.ts";
import { inflect } from "./inflect.ts";
import type { DigestFile } from "./yaml-file.ts";

/** The names of actors in one language. */
export interface LanguageNames {
  readonly file: DigestFile;
  readonly language: string;
  readonly names: NamesFile;
}

export interface NamedActors {
  readonly actors: readonly Actor[];
  readonly faults: readonly (Fault & { readonly file: DigestFile })[];
  /** Where a path within an actor was written, if in a file of names. */
  readonly originOf: (actor: number, path: Fault["path"]) => [DigestFile, Fault["path"]] | undefined;
}

type Unnamed = InferOutput<typeof actorsFileSchema>["actors"][number];
type List = "names" | "titles" | "anchors" | "context" | "notContext" | "notMe";
type Group = keyof NamesFile[string];

const LISTS: readonly [Group, List][] = [
  ["strong", "names"],
  ["local", "names"],
  ["anchored", "names"],
  ["weak", "names"],
  ["titles", "titles"],
  ["anchors", "anchors"],
  ["context", "context"],
  ["notContext", "notContext"],
  ["notMe", "notMe"],
];

/**
 * Actors, and their names by language → actors with all their names, each with its other cases, English first.
 * A form that several languages share is listed once, in the first.
 */
export function nameActors(unnamed: readonly Unnamed[], languages: readonly LanguageNames[]): NamedActors {
  const origins = new Map<string, [DigestFile, Fault["path"]]>();
  const inOrder = [...languages].sort((a, b) => rankOf(a) - rankOf(b));
  const actors = unnamed.map((actor, i): Actor => {
    const named = structuredClone(actor);
    const known = new Set<string>();
    for (const { file, language, group, list, form, path } of writtenOf(actor.id, inOrder)) {
      const cases = list === "names" || DECLINED.has(language) ? casesOf(form, language, list, actor) : [];
      const key = `${group} ${group === "local" ? language : ""} ${form}`;
      if (known.has(key) && !cases.length) continue;
      known.add(key);
      origins.set([i, list, named[list].length].join(), [file, path]);
      if (list === "names") named.names.push(nameOf(form, group, language, cases));
      else named[list].push(form, ...cases);
    }
    return named;
  });
  const ids = new Set(unnamed.map(({ id }) => id));
  return {
    actors,
    faults: languages.flatMap(({ file, names }) =>
      Object.keys(names)
        .filter((id) => !ids.has(id))
        .map((id) => ({ file, path: [id], message: "no actor has this id" })),
    ),
    originOf: (actor, [list, item]) => origins.get([actor, list, item].join()),
  };
}

interface Written {
  readonly file: DigestFile;
  readonly language: string;
  readonly group: Group;
  readonly list: List;
  readonly form: string;
  readonly path: Fault["path"];
}

/** Everything that the files say of an actor, form by form. */
function writtenOf(id: string, languages: readonly LanguageNames[]): Written[] {
  return languages.flatMap(({ file, language, names }) =>
    LISTS.flatMap(([group, list]) =>
      (names[id]?.[group] ?? []).map((form, k) => ({ file, language, group, list, form, path: [id, group, k] })),
    ),
  );
}

function rankOf({ language }: LanguageNames): number {
  return language === "en" ? 0 : 1;
}

/** Languages whose files list phrases and titles in the nominative alone, as they do names. */
const DECLINED = new Set(["ru", "uk"]);

/** What is not the actor declines as the actor does; titles and words about somebody as things do. */
function casesOf(form: string, language: string, list: List, { kind, gender }: Unnamed): string[] {
  const isNamed = list === "names" || list === "notMe";
  return inflect(form, language, isNamed ? kind : "organisation", gender === "female");
}

function nameOf(form: string, group: Group, language: string, inflected: string[]): Name {
  const strength = group === "local" ? "strong" : (group as Name["strength"]);
  return {
    form,
    language,
    strength,
    ...(group === "local" && { local: true }),
    ...(inflected.length && { inflected }),
  };
}
