import type { NameEntry } from "./entries.ts";
import { keyOf } from "./limit.ts";
import { type Bearer, entryIn, type NameIndex } from "./name-index.ts";
import { once } from "./once.ts";
import type { Title } from "./titles.ts";
import type { Capitals } from "./tokens.ts";

/**
 * An index of names as a text that is searched where it lies: of a hundred thousand names a page asks for some dozen, and a worker is
 * started anew for every few pages. Lines of key, tab and JSON, in the order of their keys; a key begins with what it is the key of.
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

/** What a written entry leaves out. */
export const USUAL = {
  strong: [],
  anchored: [],
  context: [],
  notContext: [],
  anchors: [],
  others: [],
  rivalOf: [],
  isSurname: false,
  isGiven: false,
  familyFirst: false,
  dotted: false,
  quoted: false,
} as const;

/** @param text as `writeDictionary` makes it */
export function openDictionary(text: string): NameIndex {
  const read = <T>(key: string): T | undefined => {
    const value = find(text, key);
    return value === undefined ? undefined : JSON.parse(value);
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
    ...USUAL,
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
function find(lines: string, key: string): string | undefined {
  let [from, to] = [0, lines.length];
  while (from < to) {
    const start = lines.lastIndexOf("\n", ((from + to) >> 1) - 1) + 1;
    const tab = lines.indexOf("\t", start);
    const end = lines.indexOf("\n", tab);
    const found = lines.slice(start, tab);
    if (found === key) return lines.slice(tab + 1, end);
    if (found < key) from = end + 1;
    else to = start;
  }
  return undefined;
}
