import { type NameEntry, usual } from "./entries.ts";
import { keyOf } from "./limit.ts";
import { type Bearer, entryIn, type NameIndex } from "./name-index.ts";
import { once } from "./once.ts";
import type { Title } from "./titles.ts";
import type { Capitals } from "./tokens.ts";

/**
 * An index of names as a file that is searched where it lies: of a hundred thousand names a page asks for some dozen, and a worker is
 * started anew for every few pages. Lines of key, tab and value in UTF-8, in the order of their keys' bytes; a key begins with what it is the
 * key of. Not even its text is decoded as a whole, which took more than a quarter of the time from the start to the first answer; and what
 * many names share is written once, as traits under a number, since Chromium takes some 25 ms to read a megabyte:
 *
 *     =putin⇥1190 s palace⇥12
 *     #1190⇥{"others":["vladimir-putin"],"capitals":"fnf"}
 *
 * Putin's palace and Putin: after a word, for each entry that it begins, its traits and its other words. After the last word of a title stand
 * those before it. Traits and actors have JSON.
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
  const parsed = (key: string) => JSON.parse(textOf(key) as string);
  const listed = <Written, Traits, T>(
    key: string,
    traitsOf: (written: Written) => Traits,
    make: (words: string[], traits: Traits) => T,
  ) => {
    const traits = once((number: string) => traitsOf(parsed(KEY.traits + number)));
    return once((word: string) =>
      (textOf(key + word)?.split("\t") ?? []).map((written) => {
        const [number = "", ...others] = written.split(" ");
        return make(key === KEY.titleBefore ? [...others, word] : [word, ...others], traits(number));
      }),
    );
  };
  const startingWith = listed(KEY.word, traitsOfEntry, entryOf);
  const titles = (key: string) => ({ get: listed(key, traitsOfTitle, titleOf) });
  return {
    startingWith,
    entry: once((key) => entryIn(startingWith, key)),
    bearer: once((id) => bearerOf(parsed(KEY.actor + id))),
    titles: { before: titles(KEY.titleBefore), after: titles(KEY.titleAfter) },
  };
}

const LETTERS: Readonly<Record<string, Capitals>> = { n: "none", f: "first", a: "all" };
const capitalsBy = once((letters: string) => [...letters].map((letter) => LETTERS[letter] as Capitals));

function capitalsOf(words: readonly string[], letters = "f".repeat(words.length)): readonly Capitals[] {
  return capitalsBy(letters);
}

/** Made once for all entries of the same traits: a usual page has a thousand entries looked at. */
function traitsOfEntry({ capitals: letters, local, spellings, ...traits }: EntryTraits) {
  const { strong = [], anchored = [] } = traits;
  return {
    letters,
    limit: local && { language: local.language, isExact: local.spellings !== undefined },
    traits: {
      ...usual(),
      ...traits,
      bearers: [...new Set([...strong, ...anchored])],
      local: local && { ...local, spellings: local.spellings && new Set(local.spellings) },
      spellings: spellings && new Map(spellings.map(([language, written]) => [language, new Set(written)])),
    },
  };
}

function entryOf(words: readonly string[], { letters, limit, traits }: ReturnType<typeof traitsOfEntry>): NameEntry {
  return { ...traits, words, capitals: capitalsOf(words, letters), key: keyOf(words, limit) };
}

function traitsOfTitle({ capitals: letters, actors }: TitleTraits) {
  return { letters, actors: new Set(actors) };
}

function titleOf(words: readonly string[], { letters, actors }: ReturnType<typeof traitsOfTitle>): Title {
  return { words, capitals: capitalsOf(words, letters), actors };
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
