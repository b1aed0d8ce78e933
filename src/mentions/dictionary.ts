import { type NameEntry, usual } from "./entries.ts";
import { keyOf } from "./limit.ts";
import { type Bearer, entryIn, type NameIndex } from "./name-index.ts";
import { once } from "./once.ts";
import type { Title } from "./titles.ts";
import type { Capitals } from "./tokens.ts";

/**
 * An index of names as a file that is searched where it lies: of a hundred thousand names a page asks for some dozen, and a worker is
 * started anew for every few pages. Lines of key, tab and JSON in UTF-8, in the order of their keys' bytes; a key begins with what it is the
 * key of. Not even its text is decoded as a whole, which took more than a quarter of the time from the start to the first answer.
 */
export const KEY = { word: "=", actor: "@", titleBefore: "<", titleAfter: ">" } as const;

/** What is written of an entry: not what follows from the rest, nor what most are. */
export interface WrittenEntry
  extends Partial<Omit<NameEntry, "key" | "words" | "capitals" | "bearers" | "local" | "spellings">> {
  /** With a space between them. */
  readonly words: string;
  /** By first letter; left out where all are "first". */
  readonly capitals?: string;
  readonly local?: { readonly language: string; readonly spellings?: readonly string[] };
  readonly spellings?: readonly (readonly [language: string, spellings: readonly string[]])[];
}
export type WrittenBearer = Omit<Bearer, "company" | "words"> & {
  readonly company?: readonly string[];
  readonly words: readonly string[];
};
export type WrittenTitle = Omit<Title, "actors"> & { readonly actors: readonly string[] };

/** @param file as `writeDictionary` makes it */
export function openDictionary(file: Uint8Array): NameIndex {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const read = <T>(key: string): T | undefined => {
    const value = find(file, encoder.encode(key));
    return value && JSON.parse(decoder.decode(value));
  };
  const titles = (key: string) =>
    once((word: string) =>
      (read<WrittenTitle[]>(key + word) ?? []).map((title) => ({ ...title, actors: new Set(title.actors) })),
    );
  const startingWith = once((word: string) => (read<WrittenEntry[]>(KEY.word + word) ?? []).map(entryOf));
  return {
    startingWith,
    entry: once((key) => entryIn(startingWith, key)),
    bearer: once((id) => bearerOf(read<WrittenBearer>(KEY.actor + id) as WrittenBearer)),
    titles: { before: { get: titles(KEY.titleBefore) }, after: { get: titles(KEY.titleAfter) } },
  };
}

const CAPITALS: Readonly<Record<string, Capitals>> = { n: "none", f: "first", a: "all" };

function entryOf({ words: written, capitals, local, spellings, ...entry }: WrittenEntry): NameEntry {
  const words = written.split(" ");
  const { strong = [], anchored = [] } = entry;
  return {
    ...usual(),
    ...entry,
    words,
    capitals: capitals ? [...capitals].map((letter) => CAPITALS[letter] as Capitals) : words.map(() => "first"),
    key: keyOf(words, local && { language: local.language, isExact: local.spellings !== undefined }),
    bearers: [...new Set([...strong, ...anchored])],
    local: local && { ...local, spellings: local.spellings && new Set(local.spellings) },
    spellings: spellings && new Map(spellings.map(([language, written]) => [language, new Set(written)])),
  };
}

function bearerOf({ company, words, ...bearer }: WrittenBearer): Bearer {
  return { ...bearer, company: company && new Set(company), words: new Set(words) };
}

/** The value of a key among lines in the order of their keys; undefined where it is not there. */
function find(lines: Uint8Array, key: Uint8Array): Uint8Array | undefined {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const start = lines.lastIndexOf(NEWLINE, ((from + to) >> 1) - 1) + 1;
    const tab = lines.indexOf(TAB, start);
    const end = lines.indexOf(NEWLINE, tab);
    const order = compare(lines.subarray(start, tab), key);
    if (!order) return lines.subarray(tab + 1, end);
    if (order < 0) from = end + 1;
    else to = start;
  }
  return undefined;
}

const TAB = 9;
const NEWLINE = 10;

/** Below zero where the first comes before the second, and zero where they are the same. */
export function compare(one: Uint8Array, other: Uint8Array): number {
  const length = Math.min(one.length, other.length);
  for (let i = 0; i < length; i++) {
    const order = (one[i] as number) - (other[i] as number);
    if (order) return order;
  }
  return one.length - other.length;
}
