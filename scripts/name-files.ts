import type { InferOutput } from "valibot";
import type { Fault } from "../src/digest/references.ts";
import type { Actor, actorsFileSchema, Name, NamesFile } from "../src/digest/schema.ts";
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

/** Actors, and their names by language → actors with all their names, each with its other cases. */
export function nameActors(unnamed: readonly Unnamed[], languages: readonly LanguageNames[]): NamedActors {
  const origins = new Map<string, [DigestFile, Fault["path"]]>();
  const actors = unnamed.map((actor, i): Actor => {
    const named = structuredClone(actor);
    for (const { file, language, names } of languages) {
      const own = names[actor.id];
      if (!own) continue;
      for (const [group, list] of LISTS) {
        own[group].forEach((form, k) => {
          origins.set([i, list, named[list].length].join(), [file, [actor.id, group, k]]);
          if (list !== "names") named[list].push(form, ...otherCases(form, language, list, actor));
          else named.names.push(nameOf(form, group, language, actor));
        });
      }
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

/** What is not the actor declines as the actor does; all other phrases as things do. */
function otherCases(form: string, language: string, list: List, { kind, gender }: Unnamed): string[] {
  return inflect(form, language, list === "notMe" ? kind : "organisation", gender === "female");
}

function nameOf(form: string, group: Group, language: string, { kind, gender }: Unnamed): Name {
  const strength = group === "local" ? "strong" : (group as Name["strength"]);
  const inflected = inflect(form, language, kind, gender === "female");
  return {
    form,
    language,
    strength,
    ...(group === "local" && { local: true }),
    ...(inflected.length && { inflected }),
  };
}
