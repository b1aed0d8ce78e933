import { compare, KEY, type WrittenBearer, type WrittenEntry, type WrittenTitle } from "./dictionary.ts";
import { type NameEntry, usual } from "./entries.ts";
import type { NamedActors } from "./forms.ts";
import { type Bearer, indexNames } from "./name-index.ts";
import type { Title } from "./titles.ts";

/** The names of a digest → the file that `openDictionary` searches. */
export function writeDictionary(digest: NamedActors): Uint8Array {
  const { words, startingWith, bearer, titles } = indexNames(digest);
  const values: [key: string, value: object][] = [
    ...[...words()].map((word): [string, object] => [KEY.word + word, startingWith(word).map(writtenEntry)]),
    ...digest.actors.map(({ id }): [string, object] => [KEY.actor + id, writtenBearer(bearer(id))]),
    ...[...titles.before].map(([word, all]): [string, object] => [KEY.titleBefore + word, all.map(writtenTitle)]),
    ...[...titles.after].map(([word, all]): [string, object] => [KEY.titleAfter + word, all.map(writtenTitle)]),
  ];
  const encoder = new TextEncoder();
  const lines = values
    .filter(([, value]) => !Array.isArray(value) || value.length)
    .map(([key, value]) => ({ key: encoder.encode(key), text: `${key}\t${JSON.stringify(value)}\n` }))
    .sort((a, b) => compare(a.key, b.key));
  return encoder.encode(lines.map(({ text }) => text).join(""));
}

const USUAL = usual();

function writtenEntry({ words, capitals, local, spellings, ...entry }: NameEntry): WrittenEntry {
  const names = Object.keys(USUAL) as (keyof typeof USUAL)[];
  const unusual = names.filter((name) => !isSame(entry[name], USUAL[name]));
  return {
    words: words.join(" "),
    ...Object.fromEntries(unusual.map((name) => [name, entry[name]])),
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
