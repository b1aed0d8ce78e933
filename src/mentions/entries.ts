import { bears, type Family, startsWith } from "./family.ts";
import type { Form, Named } from "./forms.ts";
import { keyOf, type Limit, limitOf } from "./limit.ts";
import { type Capitals, type Token, tokenise } from "./tokens.ts";
import { rareGivenName, shorterNames } from "./variants.ts";

/** What one written form stands for. Forms that fold to the same words are one entry. */
export interface NameEntry {
  /** Folded words joined by spaces, and the language of a local form. */
  readonly key: string;
  readonly words: readonly string[];
  /** For each word, the least of capitals that it needs. */
  readonly capitals: readonly Capitals[];
  /** Actors for whom the form stands alone, and those for whom it needs a full name elsewhere. */
  readonly strong: readonly string[];
  readonly anchored: readonly string[];
  /** All of these. */
  readonly bearers: readonly string[];
  /** Actors that this form, as a context word, tells from namesakes, and those that it tells to be somebody else. */
  readonly context: readonly string[];
  readonly notContext: readonly string[];
  /** Actors whose short names this form, as a word about them, anchors like a full name. */
  readonly anchors: readonly string[];
  /** Actors of whom this phrase holds a name without meaning them. */
  readonly others: readonly string[];
  /** Of such a phrase, the surnames (keys) that it shows somebody else to bear: Melania Trump, Kim Kardashian. */
  readonly rivalOf: readonly string[];
  /** A surname or one word for a person, which others may bear: it can be taken out of play. */
  readonly isSurname: boolean;
  /** Only a given name, for all who bear it here: others of the name are no strangers. */
  readonly isGiven: boolean;
  /** A family name that stands before the given name: what follows it may make it another person. */
  readonly familyFirst: boolean;
  /** Written with a full stop at its end, as in U.S. */
  readonly dotted: boolean;
  /** Part of it stands in quote marks. */
  readonly quoted: boolean;
  /** The language it counts in, if not in all; `spellings` of a form that other languages have for something else, accents and all. */
  readonly local: Local | undefined;
  /** By language, the only spellings that count there, where the language has another word for the rest. */
  readonly spellings: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

interface Local {
  readonly language: string;
  readonly spellings: Set<string> | undefined;
}

type Draft = { -readonly [K in keyof NameEntry]: NameEntry[K] extends readonly (infer E)[] ? E[] : NameEntry[K] };
const LEAST: readonly Capitals[] = ["none", "first", "all"];

/**
 * Forms with one first word → entries, longest first.
 * @param alike forms with a given name that has the first word for a nickname, or the other way about
 */
export function entriesOf(
  first: string,
  forms: readonly Form[],
  alike: readonly Form[],
  familyOf: (actor: Named) => Family,
): readonly NameEntry[] {
  const drafts = new Map<string, Draft>();
  for (const form of forms) addForm(drafts, form, familyOf);
  for (const form of variantsOf(first, forms, alike)) addVariant(drafts, form, familyOf);
  const entries = [...drafts.values()];
  for (const entry of entries) entry.bearers = [...new Set([...entry.strong, ...entry.anchored])];
  for (const { words, local } of entries) {
    if (!local?.spellings) continue;
    for (const other of entries)
      if (other.local !== local && isSame(other.words, words))
        other.spellings = new Map([...(other.spellings ?? []), [local.language, local.spellings]]);
  }
  // A local form knows more of its page than another of the same words.
  return entries.sort((a, b) => b.words.length - a.words.length || rankOf(b) - rankOf(a));
}

/** What is not listed, but may be written, of people with full names alone; what two of them share tells neither. */
function variantsOf(first: string, forms: readonly Form[], alike: readonly Form[]): Form[] {
  const found = new Map<string, Form | null>();
  const add = (form: Form, text: string) => {
    const key = text.toLowerCase();
    const known = found.get(key);
    if (known === undefined) found.set(key, { ...form, text });
    else if (known?.actor !== form.actor) found.set(key, null);
  };
  const full = (list: readonly Form[]) => list.filter(({ hasVariants, as }) => hasVariants && as === "strong");
  for (const form of full(forms)) for (const text of shorterNames(form.text)) add(form, text);
  const given = first.charAt(0).toUpperCase() + first.slice(1);
  for (const form of full(alike))
    for (const text of [form.text, ...shorterNames(form.text)]) add(form, text.replace(/^[^ ]+/, given));
  const rare = full(forms).flatMap((form) => {
    const text = rareGivenName(form.text);
    return text === undefined ? [] : [{ ...form, text, as: "anchored" as const }];
  });
  return [...[...found.values()].filter((form) => form !== null), ...rare];
}

/** A variant yields to everybody's own names. */
function addVariant(drafts: Map<string, Draft>, form: Form, familyOf: (actor: Named) => Family): void {
  const words = tokenise(form.text).tokens.map(textOf);
  const own = drafts.get(keyOf(words, undefined));
  if (form.as === "anchored") {
    if (own && !own.isGiven) return;
    addForm(drafts, form, familyOf);
    (drafts.get(keyOf(words, undefined)) as Draft).isGiven = true;
  } else if (!own?.strong.length) addForm(drafts, form, familyOf);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

function rankOf({ local }: NameEntry): number {
  return local ? 1 : 0;
}

function addForm(
  drafts: Map<string, Draft>,
  { text, actor, as, language, isExact }: Form,
  familyOf: (actor: Named) => Family,
): void {
  const draft = draftFor(drafts, text, language === undefined ? undefined : limitOf(language, isExact));
  add(draft[as], actor.id);
  if (actor.kind !== "person") return;
  if (as === "anchored" || (as === "strong" && draft.words.length === 1)) {
    draft.isSurname = true;
    draft.familyFirst ||= familyOf(actor).full.some((words) => startsWith(words, draft.words));
  }
  // In a family, a tower or a phrase some word is in small letters: only names make somebody else of it.
  const isUncased = text.toLowerCase() === text.toUpperCase();
  if (as !== "others" || !(isUncased || CAPITALISED.test(text))) return;
  const { full, surnames } = familyOf(actor);
  // Kim Il Sung Square is a place: it begins with a full name.
  if (full.some((words) => startsWith(draft.words, words))) return;
  // Where no capitals tell a name from a phrase, only a surname that comes first does: كيم كارداشيان.
  for (const surname of surnames)
    if ((surname.first || !isUncased) && bears(draft.words, surname)) add(draft.rivalOf, surname.key);
}

function draftFor(drafts: Map<string, Draft>, form: string, limit: Limit | undefined): Draft {
  const { tokens } = tokenise(form);
  const words = tokens.map(textOf);
  const key = keyOf(words, limit);
  const known = drafts.get(key);
  const draft = known ?? newDraft(key, words, tokens.map(capitalsOf), limit);
  if (known) known.capitals = known.capitals.map((least, i) => lesser(least, (tokens[i] as Token).capitals));
  else drafts.set(key, draft);
  draft.dotted ||= form.endsWith(".");
  draft.quoted ||= QUOTED.test(form);
  draft.local?.spellings?.add(spelling(form));
  return draft;
}

const CAPITALISED = /^\p{Lu}\S*(?:\s+\p{Lu}\S*)*$/u;
const QUOTED = /[«"“„‘「『]/;

function newDraft(key: string, words: string[], capitals: Capitals[], limit: Limit | undefined): Draft {
  return {
    ...usual(),
    key,
    words,
    capitals,
    bearers: [],
    local: limit ? { language: limit.language, spellings: limit.isExact ? new Set() : undefined } : undefined,
    spellings: undefined,
  };
}

/** What most entries are. */
export function usual() {
  return {
    strong: [] as string[],
    anchored: [] as string[],
    context: [] as string[],
    notContext: [] as string[],
    anchors: [] as string[],
    others: [] as string[],
    rivalOf: [] as string[],
    isSurname: false,
    isGiven: false,
    familyFirst: false,
    dotted: false,
    quoted: false,
  };
}

/** How a local form is compared: accents count, capitals do not. */
export function spelling(form: string): string {
  return form.normalize("NFC").toLowerCase();
}

function lesser(a: Capitals, b: Capitals): Capitals {
  return LEAST.indexOf(a) < LEAST.indexOf(b) ? a : b;
}

function textOf({ text }: Token): string {
  return text;
}

function capitalsOf({ capitals }: Token): Capitals {
  return capitals;
}

/** One actor's forms come one after the other. */
function add(list: string[], id: string): void {
  if (list.at(-1) !== id && !list.includes(id)) list.push(id);
}
