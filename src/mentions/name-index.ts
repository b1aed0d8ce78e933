import type { Actor, Digest } from "../digest/schema.ts";
import { familyName } from "./family-name.ts";
import { fold } from "./fold.ts";
import { type Capitals, type Token, tokenise } from "./tokens.ts";

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

/** Words that tell, beside a surname, which bearer is meant. */
export interface Title {
  readonly words: readonly string[];
  readonly capitals: readonly Capitals[];
  readonly actors: ReadonlySet<string>;
}

/** What is known of an actor beside the names. */
export interface Bearer extends Pick<Named, "kind" | "gender" | "active" | "anchoredBy"> {
  /** Marked only with a context word or one of these in the article. */
  readonly company: ReadonlySet<string> | undefined;
  /** Others are known to bear the full name. */
  readonly hasNamesakes: boolean;
  /** First letters of the words of the full names. */
  readonly initials: ReadonlySet<string>;
}

/** The names of a digest. What most pages never ask for is worked out when it is first asked for. */
export interface NameIndex {
  /** Entries by their first word, longest first. */
  readonly startingWith: (word: string) => readonly NameEntry[];
  /** @throws Error where there is no such entry */
  readonly entry: (key: string) => NameEntry;
  readonly bearer: (actor: string) => Bearer;
  /** By the word that touches the surname: the last of a title before it, the first of one after it. */
  readonly titlesBefore: ReadonlyMap<string, readonly Title[]>;
  readonly titlesAfter: ReadonlyMap<string, readonly Title[]>;
}

type Draft = { -readonly [K in keyof NameEntry]: NameEntry[K] extends readonly (infer E)[] ? E[] : NameEntry[K] };
const LEAST: readonly Capitals[] = ["none", "first", "all"];

type Named = Pick<
  Actor,
  | "id"
  | "kind"
  | "names"
  | "anchors"
  | "anchoredBy"
  | "context"
  | "notContext"
  | "notMe"
  | "titles"
  | "gender"
  | "active"
>;
/** The part of a digest that spotting needs. */
export interface NamedActors {
  readonly actors: readonly Named[];
  readonly claims?: Digest["claims"];
}

/** One written form as the digest has it, not looked into yet. */
interface Form {
  readonly text: string;
  readonly actor: Named;
  readonly as: "strong" | "anchored" | "anchors" | "context" | "notContext" | "others";
  /** The only language it counts in: of a local form, and of one in another case. */
  readonly language: string | undefined;
  readonly isExact: boolean;
}

interface Surname {
  readonly key: string;
  readonly words: readonly string[];
  /** Stands before the given name. */
  readonly first: boolean;
  /** Stands alone for its bearer. */
  readonly famous: boolean;
}

/** What an actor's own names tell of each other. */
interface Family {
  readonly full: readonly (readonly string[])[];
  readonly surnames: readonly Surname[];
}

/** The names of a digest → what texts are searched with. Cost: the first word of every form; the rest once a text has that word. */
export function indexNames({ actors, claims = [] }: NamedActors): NameIndex {
  const forms = new Map<string, Form | Form[]>();
  for (const actor of actors) {
    for (const form of formsOf(actor)) {
      const word = firstWord(form.text);
      const known = forms.get(word);
      // Most words begin one name only, and a hundred thousand lists of one cost more than the rest.
      if (known === undefined) forms.set(word, form);
      else if (Array.isArray(known)) known.push(form);
      else forms.set(word, [known, form]);
    }
  }
  let byId: Map<string, Named> | undefined;
  const titles = actors.flatMap(({ id, titles }) => titles.map((title) => titleOf(title, id)));
  const familyOf = once((actor: Named) => readFamily(actor));
  const startingWith = once((word: string) => entriesOf([forms.get(word) ?? []].flat(), familyOf));
  const company = companyOf(claims);
  return {
    startingWith: (word) => (forms.has(word) ? startingWith(word) : NONE),
    entry(key) {
      const found = startingWith(key.split(" ", 1)[0] as string).find((entry) => entry.key === key);
      if (!found) throw new Error(`no name has the key ${key}`);
      return found;
    },
    bearer: once((id) => {
      byId ??= new Map(actors.map((actor) => [actor.id, actor]));
      return bearerOf(byId.get(id) as Named, company.get(id));
    }),
    titlesBefore: groupTitles(titles, ({ words }) => words.at(-1) as string),
    titlesAfter: groupTitles(titles, ({ words }) => words[0] as string),
  };
}
const NONE: readonly NameEntry[] = [];

function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

function formsOf(actor: Named): Form[] {
  const { kind, names, anchors, context, notContext, notMe } = actor;
  const forms: Form[] = [];
  let hasAnchored = kind !== "person";
  for (const { form, strength, language, local, inflected } of names) {
    if (strength === "weak") continue;
    hasAnchored ||= strength === "anchored";
    forms.push({ text: form, actor, as: strength, language: local ? language : undefined, isExact: local === true });
    if (inflected)
      for (const text of inflected) forms.push({ text, actor, as: strength, language, isExact: local === true });
  }
  if (!hasAnchored)
    for (const text of familyNames(names))
      forms.push({ text, actor, as: "anchored", language: undefined, isExact: false });
  for (const text of anchors) forms.push({ text, actor, as: "anchors", language: undefined, isExact: false });
  for (const text of context) forms.push({ text, actor, as: "context", language: undefined, isExact: false });
  for (const text of notContext) forms.push({ text, actor, as: "notContext", language: undefined, isExact: false });
  for (const text of notMe) forms.push({ text, actor, as: "others", language: undefined, isExact: false });
  return forms;
}

/** Surnames for people of whom a digest lists full names only. */
function familyNames(names: Named["names"]): string[] {
  const found: string[] = [];
  for (const { form, strength } of names) {
    const name = strength === "strong" ? familyName(form) : undefined;
    if (name !== undefined && !found.includes(name)) found.push(name);
  }
  return found;
}

/** Most forms begin with a plain word, for which little has to be folded. */
const PLAIN_END = /[^A-Za-z0-9]/;
const FIRST_WORD = /^[\p{L}\p{N}\p{M}]+(?=[ -]|$)/u;
const RUN_TOGETHER = /[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}\p{sc=Hebr}]/u;

function firstWord(form: string): string {
  const end = form.search(PLAIN_END);
  if (end < 0) return form.toLowerCase();
  if (end > 0 && (form[end] === " " || form[end] === "-")) return form.slice(0, end).toLowerCase();
  const word = FIRST_WORD.exec(form)?.[0];
  if (word !== undefined && !RUN_TOGETHER.test(word)) return fold(word).text;
  return tokenise(form).tokens[0]?.text ?? "";
}

function entriesOf(forms: readonly Form[], familyOf: (actor: Named) => Family): readonly NameEntry[] {
  const drafts = new Map<string, Draft>();
  for (const form of forms) addForm(drafts, form, familyOf);
  const entries = [...drafts.values()];
  for (const { words, local } of entries) {
    if (!local?.spellings) continue;
    for (const other of entries)
      if (other.local !== local && isSame(other.words, words))
        other.spellings = new Map([...(other.spellings ?? []), [local.language, local.spellings]]);
  }
  // A local form knows more of its page than another of the same words.
  return entries.sort((a, b) => b.words.length - a.words.length || rankOf(b) - rankOf(a));
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
  const draft = draftFor(drafts, text, language && { language: mainLanguage(language), isExact });
  add(draft[as], actor.id);
  if (actor.kind !== "person") return;
  if (as === "anchored" || (as === "strong" && draft.words.length === 1)) {
    draft.isSurname = true;
    draft.familyFirst ||= familyOf(actor).full.some((words) => startsWith(words, draft.words));
  }
  // In a family, a tower or a phrase some word is in small letters: only names make somebody else of it.
  if (as !== "others" || !CAPITALISED.test(text)) return;
  const { full, surnames } = familyOf(actor);
  // Kim Il Sung Square is a place: it begins with a full name.
  if (full.some((words) => startsWith(draft.words, words))) return;
  for (const surname of surnames) if (bears(draft.words, surname)) add(draft.rivalOf, surname.key);
}

/** The other cases of a name tell nothing new of it. */
function readFamily({ kind, names }: Named): Family {
  const full: string[][] = [];
  const short: Omit<Surname, "first">[] = [];
  if (kind !== "person") return { full, surnames: [] };
  for (const { form, language, strength, local } of names) {
    if (strength === "weak") continue;
    const words = tokenise(form).tokens.map(textOf);
    const limit = local && { language: mainLanguage(language), isExact: true };
    if (strength === "strong" && words.length > 1) full.push(words);
    else short.push({ words, key: keyOf(words, limit), famous: strength === "strong" });
  }
  if (!names.some(({ strength }) => strength === "anchored")) {
    for (const name of familyNames(names)) {
      const words = tokenise(name).tokens.map(textOf);
      short.push({ words, key: keyOf(words, undefined), famous: false });
    }
  }
  const isFirst = (words: readonly string[]) => full.some((name) => startsWith(name, words));
  return { full, surnames: short.map((one) => ({ ...one, first: isFirst(one.words) })) };
}

/** Whether a longer name has the surname, in any case, where that surname stands, or, of one that many bear, at its beginning: Novak Djokovic. */
function bears(words: readonly string[], { words: surname, first, famous }: Surname): boolean {
  const rest = words.length - surname.length;
  if (rest < 1) return false;
  const standsAt = (start: number) => surname.every((word, i) => isCaseOf(words[start + i] as string, word));
  if (standsAt(0)) return first || (!famous && !words.some((word) => PLACE.test(word)));
  return !first && standsAt(rest);
}

function isCaseOf(word: string, nominative: string): boolean {
  return word.startsWith(nominative) && word.length - nominative.length <= LONGEST_CASE_ENDING;
}
const LONGEST_CASE_ENDING = 3;
const PLACE = /^(?:airport|avenue|bridge|building|hotel|house|park|place|road|square|street|towers?|university)$/;

type Limit = { readonly language: string; readonly isExact: boolean } | undefined | "";

function keyOf(words: readonly string[], limit: Limit): string {
  return limit ? `${words.join(" ")} (${limit.language}${limit.isExact ? ", exactly" : ""})` : words.join(" ");
}

/** Tags that name one language, or one way of writing it, differently. */
const SAME_LANGUAGE = new Map(Object.entries({ no: "nb", nn: "nb", iw: "he", in: "id", mo: "ro" }));

/** zh of zh-Hant, nb of no. */
export function mainLanguage(tag: string): string {
  const main = (tag.split(/[-_]/, 1)[0] as string).toLowerCase();
  return SAME_LANGUAGE.get(main) ?? main;
}

function draftFor(drafts: Map<string, Draft>, form: string, limit: Limit): Draft {
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

const CAPITALISED = /^\p{Lu}\S*(?:[\s-]+\p{Lu}\S*)*$/u;
const QUOTED = /[«"“„‘「『]/;

function newDraft(key: string, words: string[], capitals: Capitals[], limit: Limit): Draft {
  return {
    key,
    words,
    capitals,
    strong: [],
    anchored: [],
    context: [],
    notContext: [],
    anchors: [],
    others: [],
    rivalOf: [],
    isSurname: false,
    familyFirst: false,
    dotted: false,
    quoted: false,
    local: limit ? { language: limit.language, spellings: limit.isExact ? new Set() : undefined } : undefined,
    spellings: undefined,
  };
}

/** How a local form is compared: accents count, capitals do not. */
export function spelling(form: string): string {
  return form.normalize("NFC").toLowerCase();
}

function titleOf(form: string, actor: string): Title {
  const { tokens } = tokenise(form);
  return { words: tokens.map(textOf), capitals: tokens.map(capitalsOf), actors: new Set([actor]) };
}

function groupTitles(titles: readonly Title[], wordOf: (title: Title) => string): Map<string, Title[]> {
  const groups = new Map<string, Title[]>();
  for (const title of titles) if (title.words.length) addTo(groups, wordOf(title), title);
  for (const group of groups.values()) group.sort((a, b) => b.words.length - a.words.length);
  return groups;
}

function bearerOf(actor: Named, company: ReadonlySet<string> = new Set()): Bearer {
  const { kind, gender, active, anchoredBy, context, notContext, names } = actor;
  const initials = new Set<string>();
  if (kind === "person") {
    for (const { form, strength } of names)
      if (strength === "strong") for (const word of form.split(/[\s-]+/)) initials.add(spelling(word).slice(0, 1));
  }
  return {
    kind,
    anchoredBy,
    ...(gender && { gender }),
    ...(active && { active }),
    company: context.length ? new Set([...company, ...anchoredBy]) : undefined,
    hasNamesakes: context.length + notContext.length > 0,
    initials,
  };
}

/** For each actor, the people and organisations that share a claim with it. */
function companyOf(claims: Digest["claims"]): Map<string, Set<string>> {
  const company = new Map<string, Set<string>>();
  for (const { actors } of claims) {
    for (const { id } of actors) {
      const others = company.get(id) ?? new Set();
      company.set(id, others);
      for (const other of actors) if (other.id !== id) others.add(other.id);
    }
  }
  return company;
}

function addTo<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
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

function capitalsOf({ capitals }: Token): Capitals {
  return capitals;
}

function add(list: string[], id: string): void {
  if (!list.includes(id)) list.push(id);
}
