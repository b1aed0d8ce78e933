import { type NameEntry, usual } from "./entries.ts";
import { keyOf } from "./limit.ts";
import { type Bearer, entryIn, type NameIndex } from "./name-index.ts";
import { once } from "./once.ts";
import type { Title } from "./titles.ts";
import type { Capitals } from "./tokens.ts";

/**
 * An index of names as a file that is searched where it lies: of a hundred thousand names a page asks for some dozen, and a worker is
 * started anew for every few pages. Lines of key, tab and value in UTF-8, in the order of their keys' bytes; a key begins with what it is the
 * key of. Not even its text is decoded as a whole, which took more than a quarter of the time from the start to the first answer. That is
 * also why what many names share is written once: a megabyte takes Chromium some 25 ms to read.
 * Words and titles have lists with a tab between what are, with spaces between them, the number of their traits and their other words; traits and actors have JSON.
 */
export const KEY = { word: "=", actor: "@", titleBefore: "<", titleAfter: ">", traits: "#" } as const;

/** All of an entry but its words: not what follows from the rest, nor what most are. */
export interface EntryTraits
  extends Partial<Omit<NameEntry, "key" | "words" | "capitals" | "bearers" | "local" | "spellings">> {
  /** By first letter; left out where all are "first". */
  readonly capitals?: string;
  readonly local?: { readonly language: string; readonly spellings?: readonly string[] };
  readonly spellings?: readonly (readonly [language: string, spellings: readonly string[]])[];
}
export type TitleTraits = Pick<EntryTraits, "capitals"> & { readonly actors: readonly string[] };
export type WrittenBearer = Omit<Bearer, "company" | "words"> & {
  readonly company?: readonly string[];
  readonly words: readonly string[];
};

/** @param file as `writeDictionary` makes it */
export function openDictionary(file: Uint8Array): NameIndex {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const textOf = (key: string): string | undefined => {
    const value = find(file, encoder.encode(key));
    return value && decoder.decode(value);
  };
  const parsed = once((key: string) => JSON.parse(textOf(key) as string));
  const listed = <Traits, T>(key: string, make: (words: string[], traits: Traits) => T) =>
    once((word: string) =>
      (textOf(key + word)?.split("\t") ?? []).map((written) => {
        const [number = "", ...others] = written.split(" ");
        return make(key === KEY.titleBefore ? [...others, word] : [word, ...others], parsed(KEY.traits + number));
      }),
    );
  const startingWith = listed(KEY.word, entryOf);
  return {
    startingWith,
    entry: once((key) => entryIn(startingWith, key)),
    bearer: once((id) => bearerOf(parsed(KEY.actor + id))),
    titles: { before: { get: listed(KEY.titleBefore, titleOf) }, after: { get: listed(KEY.titleAfter, titleOf) } },
  };
}

const CAPITALS: Readonly<Record<string, Capitals>> = { n: "none", f: "first", a: "all" };

function capitalsOf(words: readonly string[], { capitals }: Pick<EntryTraits, "capitals">): Capitals[] {
  return capitals ? [...capitals].map((letter) => CAPITALS[letter] as Capitals) : words.map(() => "first");
}

function entryOf(words: readonly string[], traits: EntryTraits): NameEntry {
  const { local, spellings, strong = [], anchored = [] } = traits;
  return {
    ...usual(),
    ...traits,
    words,
    capitals: capitalsOf(words, traits),
    key: keyOf(words, local && { language: local.language, isExact: local.spellings !== undefined }),
    bearers: [...new Set([...strong, ...anchored])],
    local: local && { ...local, spellings: local.spellings && new Set(local.spellings) },
    spellings: spellings && new Map(spellings.map(([language, written]) => [language, new Set(written)])),
  };
}

function titleOf(words: readonly string[], traits: TitleTraits): Title {
  return { words, capitals: capitalsOf(words, traits), actors: new Set(traits.actors) };
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
