import { compare, type EntryTraits, KEY, type TitleTraits, type WrittenBearer } from "./dictionary.ts";
import { type NameEntry, usual } from "./entries.ts";
import type { NamedActors } from "./forms.ts";
import { type Bearer, indexNames } from "./name-index.ts";
import type { IndexedTitles, Title } from "./titles.ts";
import type { Capitals } from "./tokens.ts";

/** The names of a digest → the file that `openDictionary` searches. */
export function writeDictionary(digest: NamedActors): Uint8Array {
  const { words, startingWith, bearer, titles } = indexNames(digest);
  const numbers = new Map<string, number>();
  const written = (others: readonly string[], traits: EntryTraits | TitleTraits): string => {
    const json = JSON.stringify(traits);
    if (!numbers.has(json)) numbers.set(json, numbers.size);
    return [numbers.get(json), ...others].join(" ");
  };
  const entries = [...words()].map((word) => ({
    key: KEY.word + word,
    list: startingWith(word).map((entry) => written(entry.words.slice(1), writtenTraits(entry))),
  }));
  const listed = (key: string, byWord: IndexedTitles["before"], othersOf: (words: readonly string[]) => string[]) =>
    [...byWord].map(([word, all]) => ({
      key: key + word,
      list: all.map((title) => written(othersOf(title.words), writtenTitleTraits(title))),
    }));
  const before = listed(KEY.titleBefore, titles.before, (words) => words.slice(0, -1));
  const after = listed(KEY.titleAfter, titles.after, (words) => words.slice(1));
  const lines = [
    ...[...entries, ...before, ...after].filter(({ list }) => list.length).map(({ key, list }) => [key, ...list]),
    ...digest.actors.map(({ id }) => [KEY.actor + id, JSON.stringify(writtenBearer(bearer(id)))]),
    ...[...numbers].map(([json, number]) => [KEY.traits + number, json]),
  ];
  const encoder = new TextEncoder();
  const sorted = lines
    .map((line) => ({ key: encoder.encode(line[0]), text: `${line.join("\t")}\n` }))
    .sort((a, b) => compare(a.key, b.key));
  return encoder.encode(sorted.map(({ text }) => text).join(""));
}

const USUAL = usual();

function writtenTraits(entry: NameEntry): EntryTraits {
  const { capitals, local, spellings } = entry;
  const names = Object.keys(USUAL) as (keyof typeof USUAL)[];
  const unusual = names.filter((name) => !isSame(entry[name], USUAL[name]));
  return {
    ...Object.fromEntries(unusual.map((name) => [name, entry[name]])),
    ...writtenCapitals(capitals),
    ...(local && {
      local: { language: local.language, ...(local.spellings && { spellings: [...local.spellings] }) },
    }),
    ...(spellings && { spellings: [...spellings].map(([language, written]) => [language, [...written]] as const) }),
  };
}

function writtenTitleTraits({ capitals, actors }: Title): TitleTraits {
  return { ...writtenCapitals(capitals), actors: [...actors] };
}

function writtenCapitals(capitals: readonly Capitals[]): Pick<EntryTraits, "capitals"> {
  return capitals.some((least) => least !== "first") ? { capitals: capitals.map((least) => least[0]).join("") } : {};
}

function isSame(value: unknown, usual: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : value === usual;
}

function writtenBearer({ company, words, ...bearer }: Bearer): WrittenBearer {
  return { ...bearer, ...(company && { company: [...company] }), words: [...words] };
}
