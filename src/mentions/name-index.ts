import type { Actor } from "../digest/schema.ts";
import { type Capitals, type Token, tokenise } from "./tokens.ts";

/** What one written form stands for. Forms that fold to the same words are one entry. */
export interface NameEntry {
  /** Folded words joined by spaces. */
  readonly key: string;
  readonly words: readonly string[];
  /** For each word, the least of capitals that it needs. */
  readonly capitals: readonly Capitals[];
  /** Actors for whom the form stands alone, and those for whom it needs a full name elsewhere. */
  readonly strong: readonly string[];
  readonly anchored: readonly string[];
  /** Actors that this form, as a context word, tells from namesakes. */
  readonly context: readonly string[];
  /** A phrase that holds a name but is somebody or something else. */
  readonly isOther: boolean;
  /** Of such a phrase, the anchored names (keys) that it shows somebody else to bear: Melania Trump, Kim Kardashian. */
  readonly rivalOf: readonly string[];
  /** A family name that stands before the given name: what follows it may make it another person. */
  readonly familyFirst: boolean;
  /** Written with a full stop at its end, as in U.S. */
  readonly dotted: boolean;
}

export interface NameIndex {
  /** Entries by their first word, longest first. */
  readonly byFirstWord: ReadonlyMap<string, readonly NameEntry[]>;
  readonly byKey: ReadonlyMap<string, NameEntry>;
  /** Actors that are taken for mentioned only with a context word or another known person or organisation. */
  readonly needContext: ReadonlySet<string>;
  readonly kinds: ReadonlyMap<string, Actor["kind"]>;
}

type Draft = { -readonly [K in keyof NameEntry]: NameEntry[K] extends readonly (infer E)[] ? E[] : NameEntry[K] };
const LEAST: readonly Capitals[] = ["none", "first", "all"];

type Named = Pick<Actor, "id" | "kind" | "names" | "context" | "notMe">;

/** The names of a digest → what texts are searched with. Cost: one pass over all forms. */
export function indexNames(actors: readonly Named[]): NameIndex {
  const drafts = new Map<string, Draft>();
  for (const actor of actors) addForms(drafts, actor);
  const byFirstWord = new Map<string, NameEntry[]>();
  for (const draft of drafts.values()) {
    // What one actor is not, another may be.
    if (draft.strong.length || draft.anchored.length || draft.context.length)
      Object.assign(draft, { isOther: false, rivalOf: [] });
    const first = draft.words[0] as string;
    const entries = byFirstWord.get(first);
    if (entries) entries.push(draft);
    else byFirstWord.set(first, [draft]);
  }
  for (const entries of byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return {
    byFirstWord,
    byKey: drafts,
    needContext: new Set(actors.filter(({ context }) => context.length).map(({ id }) => id)),
    kinds: new Map(actors.map(({ id, kind }) => [id, kind])),
  };
}

function addForms(drafts: Map<string, Draft>, { id, names, context, notMe }: Named): void {
  const full = names.filter(({ strength }) => strength === "strong").map(({ form }) => tokenise(form).map(textOf));
  for (const { form, strength } of names) {
    const draft = strength === "weak" ? undefined : draftFor(drafts, form);
    if (!draft || strength === "weak") continue;
    add(draft[strength], id);
    draft.familyFirst ||= strength === "anchored" && full.some((words) => startsWith(words, draft.words));
  }
  for (const form of context) add(draftFor(drafts, form)?.context, id);
  for (const form of notMe) {
    const draft = draftFor(drafts, form);
    if (!draft) continue;
    draft.isOther = true;
    // Kim Il Sung Square is a place: it begins with a full name.
    if (full.some((words) => startsWith(draft.words, words))) continue;
    for (const { form, strength } of names) {
      const borne = strength === "anchored" && draftFor(drafts, form);
      if (borne && bears(draft.words, borne)) add(draft.rivalOf, borne.key);
    }
  }
}

/** Whether a longer name has the family name where that family name stands. */
function bears(words: readonly string[], { familyFirst, words: family }: Draft): boolean {
  return startsWith(familyFirst ? words : [...words].reverse(), familyFirst ? family : [...family].reverse());
}

function draftFor(drafts: Map<string, Draft>, form: string): Draft | undefined {
  const tokens = tokenise(form);
  if (!tokens.length) return undefined;
  const words = tokens.map(({ text }) => text);
  const key = words.join(" ");
  const capitals = tokens.map((token) => token.capitals);
  const known = drafts.get(key);
  if (known) {
    known.capitals = known.capitals.map((least, i) => lesser(least, capitals[i] as Capitals));
    known.dotted ||= form.endsWith(".");
    return known;
  }
  const draft: Draft = {
    key,
    words,
    capitals,
    strong: [],
    anchored: [],
    context: [],
    isOther: false,
    rivalOf: [],
    familyFirst: false,
    dotted: form.endsWith("."),
  };
  drafts.set(key, draft);
  return draft;
}

function lesser(a: Capitals, b: Capitals): Capitals {
  return LEAST.indexOf(a) < LEAST.indexOf(b) ? a : b;
}

function startsWith(full: readonly string[], words: readonly string[]): boolean {
  return full.length > words.length && words.every((word, i) => full[i] === word);
}

function textOf({ text }: Token): string {
  return text;
}

function add(list: string[] | undefined, id: string): void {
  if (list && !list.includes(id)) list.push(id);
}
