import { KEY, USUAL, type WrittenBearer, type WrittenEntry, type WrittenTitle } from "./dictionary.ts";
import type { NameEntry } from "./entries.ts";
import type { NamedActors } from "./forms.ts";
import { type Bearer, indexNames } from "./name-index.ts";
import type { Title } from "./titles.ts";

/** The names of a digest → the text that `openDictionary` searches. */
export function writeDictionary(digest: NamedActors): string {
  const { words, startingWith, bearer, titles } = indexNames(digest);
  const lines = [
    ...[...words()].map((word): Line => [KEY.word + word, startingWith(word).map(writtenEntry)]),
    ...digest.actors.map(({ id }): Line => [KEY.actor + id, writtenBearer(bearer(id))]),
    ...[...titles.before].map(([word, all]): Line => [KEY.titleBefore + word, all.map(writtenTitle)]),
    ...[...titles.after].map(([word, all]): Line => [KEY.titleAfter + word, all.map(writtenTitle)]),
  ].filter(([, value]) => !Array.isArray(value) || value.length);
  // As `<` compares them.
  lines.sort(([a], [b]) => (a < b ? -1 : 1));
  return lines.map(([key, value]) => `${key}\t${JSON.stringify(value)}\n`).join("");
}

type Line = readonly [key: string, value: object];

function writtenEntry({ words, capitals, local, spellings, ...entry }: NameEntry): WrittenEntry {
  const isUnusual = ([name, usual]: [string, unknown]) => !isSame(entry[name as keyof typeof USUAL], usual);
  const unusual = Object.entries(USUAL).filter(isUnusual);
  return {
    words: words.join(" "),
    ...Object.fromEntries(unusual.map(([name]) => [name, entry[name as keyof typeof USUAL]])),
    ...(capitals.some((least) => least !== "first") && { capitals: capitals.map((least) => least[0]).join("") }),
    ...(local && {
      local: { language: local.language, ...(local.spellings && { spellings: [...local.spellings] }) },
    }),
    ...(spellings && { spellings: [...spellings].map(([language, written]) => [language, [...written]] as const) }),
  };
}

function isSame(value: unknown, usual: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : value === usual;
}

function writtenBearer({ company, words, ...bearer }: Bearer): WrittenBearer {
  return { ...bearer, ...(company && { company: [...company] }), words: [...words] };
}

function writtenTitle({ actors, ...title }: Title): WrittenTitle {
  return { ...title, actors: [...actors] };
}
