import type { Actor } from "../digest/schema.ts";
import { familyNames } from "./family.ts";
import { fold } from "./fold.ts";
import { tokenise } from "./tokens.ts";
import { otherNames, otherSurnames } from "./variants.ts";

/** The part of an actor that spotting needs. */
export type Named = Pick<
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
  /** Who stands together in a claim. */
  readonly claims?: readonly { readonly actors: readonly { readonly id: string }[] }[];
}

/** One written form as the digest has it, not looked into yet. */
export interface Form {
  readonly text: string;
  readonly actor: Named;
  readonly as: "strong" | "anchored" | "anchors" | "context" | "notContext" | "others";
  /** The only language it counts in: of a local form, and of one in another case. */
  readonly language: string | undefined;
  readonly isExact: boolean;
  /** Of somebody who is listed by full names alone: there are other ways of writing it. */
  readonly hasVariants: boolean;
}

/** Everything that texts are searched for because of an actor. */
export function formsOf(actor: Named): Form[] {
  const { kind, names } = actor;
  const forms: Form[] = [];
  const hasVariants = kind === "person" && !names.some(({ strength }) => strength === "anchored");
  for (const { form, strength, language, local, inflected } of names) {
    if (strength === "weak") continue;
    const isExact = local === true;
    forms.push({ text: form, actor, as: strength, language: isExact ? language : undefined, isExact, hasVariants });
    if (inflected)
      for (const text of inflected) forms.push({ text, actor, as: strength, language, isExact, hasVariants: false });
  }
  const add = (texts: readonly string[], as: Form["as"]) => {
    for (const text of texts) forms.push({ text, actor, as, language: undefined, isExact: false, hasVariants: false });
  };
  if (hasVariants) {
    for (const { form, strength } of names) if (strength === "strong") add(otherNames(form), "strong");
    const surnames = familyNames(names);
    add(surnames, "anchored");
    for (const surname of surnames) add(otherSurnames(surname), "anchored");
  }
  for (const as of WORDS) add(actor[as], as);
  add(actor.notMe, "others");
  return forms;
}

const WORDS = ["anchors", "context", "notContext"] as const;

/** Most forms begin with a plain word, for which little has to be folded. */
const PLAIN_END = /[^A-Za-z0-9]/;
/** Chinese and Japanese put no spaces: each is a word. */
const IDEOGRAPH = /^\p{sc=Han}/u;
const FIRST_WORD = /^[\p{L}\p{N}\p{M}]+(?=[ -]|$)/u;
const RUN_TOGETHER = /[\p{sc=Han}\p{sc=Kana}\p{sc=Hira}\p{sc=Hebr}]|\p{sc=Hang}\P{sc=Hang}|\P{sc=Hang}\p{sc=Hang}/u;

/** The words under which forms are looked up, folded: most forms begin as others do, and folding takes longest. */
export function firstWords(): (form: string) => string {
  const known = new Map<string, string>();
  return (form) => {
    const end = form.search(WORD_END);
    const start = end < 0 ? form : form.slice(0, end);
    let word = known.get(start);
    if (word === undefined) {
      word = firstWord(start);
      known.set(start, word);
    }
    // Before the first space stands a quote mark or the like.
    return word || firstWord(form);
  };
}

const WORD_END = /[ -]/;

function firstWord(form: string): string {
  const end = form.search(PLAIN_END);
  if (end < 0) return form.toLowerCase();
  if (end > 0 && (form[end] === " " || form[end] === "-")) return form.slice(0, end).toLowerCase();
  const ideograph = IDEOGRAPH.exec(form)?.[0];
  if (ideograph !== undefined) return fold(ideograph).text;
  const word = FIRST_WORD.exec(form)?.[0];
  if (word !== undefined && !RUN_TOGETHER.test(word)) return fold(word).text;
  return tokenise(form).tokens[0]?.text ?? "";
}
