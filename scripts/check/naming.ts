import type { ActorKind, Digest, Source } from "../../src/digest/schema.ts";
import { findMentions } from "../../src/mentions/find-mentions.ts";
import { NO_EVIDENCE } from "../../src/mentions/mention.ts";
import { indexNames, type NameIndex } from "../../src/mentions/name-index.ts";
import { type Token, tokenise } from "../../src/mentions/tokens.ts";
import { tiesOf } from "./ties.ts";

/** An actor, or several who share the name, at start–end of a text. */
export interface Naming {
  readonly start: number;
  readonly end: number;
  readonly actors: readonly string[];
}

interface Form {
  readonly words: readonly Token[];
  readonly actors: string[];
}

/** Names of any strength, adjectives of states among them; the index finds mentions as on a page. */
export interface Names {
  /** By first word, longest first. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly index: NameIndex;
  readonly kindOf: (actor: string) => ActorKind | undefined;
  /** Whether the digest ties two by a relation or a post. */
  readonly areTied: (a: string, b: string) => boolean;
}

const ENGLISH = new Set(["en", "und"]);

export function readNames(digest: Digest): Names {
  const byText = new Map<string, Form>();
  for (const { id, names } of digest.actors) {
    for (const { form, language } of names) {
      if (!ENGLISH.has(language)) continue;
      const words = tokenise(form).tokens;
      const key = words.map(({ text }) => text).join(" ");
      const known = byText.get(key);
      if (!known) byText.set(key, { words, actors: [id] });
      else if (!known.actors.includes(id)) known.actors.push(id);
    }
  }
  const forms = new Map<string, Form[]>();
  for (const form of [...byText.values()].sort((a, b) => b.words.length - a.words.length)) {
    const first = form.words[0]?.text ?? "";
    forms.set(first, [...(forms.get(first) ?? []), form]);
  }
  const kinds = new Map(digest.actors.map(({ id, kind }) => [id, kind]));
  return {
    forms,
    index: indexNames(digest),
    kindOf: (actor) => kinds.get(actor),
    areTied: (a, b) => tiesOf([a], digest).has(b),
  };
}

/** Every name in the text, longest first from the left, whoever else may bear it. */
export function namingsIn(text: string, { forms }: Names): Naming[] {
  const { tokens } = tokenise(text);
  const found: Naming[] = [];
  for (let i = 0; i < tokens.length; ) {
    const form = forms.get(tokens[i]?.text ?? "")?.find(({ words }) => stands(words, tokens, i));
    const last = form && tokens[i + form.words.length - 1];
    if (form && last) found.push({ start: (tokens[i] as Token).start, end: last.end, actors: form.actors });
    i += form?.words.length ?? 1;
  }
  return found;
}

/** The text with its names cut out. */
export function withoutNames(text: string, names: Names): string {
  return namingsIn(text, names).reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/** US is not us, and no name runs over the end of a sentence. */
function stands(words: readonly Token[], tokens: readonly Token[], at: number): boolean {
  return words.every((word, k) => {
    const token = tokens[at + k];
    if (!token || token.text !== word.text || (k > 0 && /[.;:,"(]/.test(token.gap) && token.gap !== word.gap))
      return false;
    return (
      word.capitals === "none" || token.capitals === "all" || (word.capitals === "first" && token.capitals === "first")
    );
  });
}

/** Who is named in each paragraph: mentions as a page would have them, and names that they leave over. */
export function namingsByParagraph(
  paragraphs: readonly string[],
  { title, language, published }: Source,
  names: Names,
): Naming[][] {
  const passages = paragraphs.map((text, id) => ({ id, text }));
  const page = { title, language, published: published.date };
  const { mentions } = findMentions(passages, page, NO_EVIDENCE, names.index);
  return passages.map(({ id, text }) => {
    const settled = (mentions[id] ?? []).map(({ start, end, actor }) => ({ start, end, actors: [actor] }));
    const others = namingsIn(text, names).filter(({ start, end }) =>
      settled.every((known) => known.end <= start || known.start >= end),
    );
    return [...settled, ...others].sort((a, b) => a.start - b.start);
  });
}
