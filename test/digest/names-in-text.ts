import type { Actor, Claim, Digest } from "../../src/digest/schema.ts";

export interface Named {
  readonly actor: string;
  readonly start: number;
  readonly end: number;
}

/** Relations in which the two remain two. */
const APART = /^(member of|party to|invaded|father of)/;
/** Names that have the article before them. */
const WITH_ARTICLE =
  /^(United|Soviet|European|Kremlin|White House|U[NSK] |Wagner|Shanghai|Sejong|Yonsei|University|Centre|Church|Daily)/;

/** The names of a digest as they stand in English text, and who stands in which article. */
export class Names {
  readonly #digest: Digest;
  readonly #actors: ReadonlyMap<string, Actor>;
  /** A name without its hyphens → whose it is. */
  readonly #owners = new Map<string, Set<string>>();
  readonly #pattern: RegExp;
  readonly #found = new Map<string, readonly RegExpExecArray[]>();

  constructor(digest: Digest) {
    this.#digest = digest;
    this.#actors = new Map(digest.actors.map((actor) => [actor.id, actor]));
    for (const actor of digest.actors) {
      for (const form of englishForms(actor)) {
        const owners = this.#owners.get(plain(form)) ?? new Set();
        this.#owners.set(plain(form), owners.add(actor.id));
      }
    }
    const longestFirst = [...this.#owners.keys()].sort((a, b) => b.length - a.length).map(toPattern);
    this.#pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}]|-\\p{L})`, "gu");
  }

  actor(id: string): Actor | undefined {
    return this.#actors.get(id);
  }

  /** The names in a text, left to right; one that several bear counts where just one of `expected` bears it. */
  in(text: string, expected: ReadonlySet<string>): Named[] {
    return this.#matches(text).flatMap(({ 0: written, index }) => {
      if (text.lastIndexOf("<", index) > text.lastIndexOf(">", index)) return [];
      const owners = [...(this.#owners.get(plain(written)) ?? [])];
      const [actor, ...rivals] = owners.length > 1 ? owners.filter((id) => expected.has(id)) : owners;
      return actor && !rivals.length ? [{ actor, start: index, end: index + written.length }] : [];
    });
  }

  /** Every text is asked about many times. */
  #matches(text: string): readonly RegExpExecArray[] {
    const known = this.#found.get(text) ?? [...text.matchAll(this.#pattern)];
    this.#found.set(text, known);
    return known;
  }

  /** Who stands in an article: who is named in it or listed by any claim on it. */
  inArticle(source: string, paragraphs: readonly string[]): Set<string> {
    const listed = this.#claimsOn(source).flatMap(({ actors }) => actors.map(({ id }) => id));
    return new Set([
      ...listed,
      ...paragraphs.flatMap((text) => this.in(text, new Set(listed)).map((one) => one.actor)),
    ]);
  }

  /** Who stands in a paragraph, by name or by words that a claim takes for the name. */
  inParagraph(source: string, text: string): Set<string> {
    const parts = this.#claimsOn(source).flatMap(({ actors }) => actors);
    const named = this.in(text, new Set(parts.map(({ id }) => id))).map(({ actor }) => actor);
    const meant = parts.filter(({ as }) => as && as.length > 2 && text.includes(as)).map(({ id }) => id);
    return new Set([...named, ...meant]);
  }

  /** Whether what the one says and does may count as said and done by the other. */
  areOne(a: string, b: string): boolean {
    return this.#above(a).has(b) || this.#above(b).has(a);
  }

  /** The text with other names at the given places; articles come and go with them. */
  replaced(text: string, places: readonly Named[], name: (actor: string) => string): string {
    return places.toReversed().reduce((changed, { actor, start, end }) => {
      const before = changed.slice(0, start).replace(/\b([Tt]he|[Aa]n?) $/, "");
      const written = withArticle(name(actor));
      const atStart = before === "" || /[.!?] $/.test(before);
      return before + (atStart ? written.replace(/^the /, "The ") : written) + changed.slice(end);
    }, text);
  }

  /** Those to whom one belongs, and to whom these belong. */
  #above(id: string): Set<string> {
    const found = new Set([id]);
    for (const one of found) {
      for (const { organisation } of this.#actors.get(one)?.tenures ?? []) if (organisation) found.add(organisation);
      for (const { from, to, type } of this.#digest.relations) if (from === one && !APART.test(type)) found.add(to);
    }
    return found;
  }

  #claimsOn(source: string): Claim[] {
    return this.#digest.claims.filter(({ citations }) => citations.some((citation) => citation.source === source));
  }
}

function englishForms({ name, names }: Actor): string[] {
  const english = names.filter(({ language, strength }) => ["en", "und"].includes(language) && strength !== "weak");
  return [name, ...english.map(({ form }) => form)];
}

function withArticle(name: string): string {
  return WITH_ARTICLE.test(name) || /\b(pact|treaty|deal)\b/i.test(name) ? `the ${name}` : name;
}

function plain(form: string): string {
  return form.replace(/[-‑–\s]+/g, " ").replaceAll("’", "'");
}

function toPattern(form: string): string {
  const escaped = form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return escaped.replaceAll(" ", "[-‑–\\s]").replaceAll("'", "['’]");
}
