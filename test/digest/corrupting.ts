import type { Claim, Digest } from "../../src/digest/schema.ts";
import type { Names } from "./names-in-text.ts";
import type { Random } from "./random.ts";

export type CorruptionKind =
  | "changed number"
  | "number of another paragraph"
  | "dropped negation"
  | "added negation"
  | "dropped hedge"
  | "opposite word"
  | "told as a fact"
  | "sign left out on purpose"
  | "swapped actors"
  | "wrong paragraph"
  | "copied sentence";

export interface Paragraph {
  readonly source: string;
  readonly number: number;
  readonly text: string;
}

/** A claim that is to be corrupted, and what its articles say. */
export interface Setting {
  readonly digest: Digest;
  readonly claim: Claim;
  readonly cited: readonly Paragraph[];
  /** Paragraphs of the same articles that the claim does not cite. */
  readonly others: readonly Paragraph[];
  readonly articles: ReadonlyMap<string, readonly string[]>;
  readonly names: Names;
  readonly random: Random;
}

/** A claim with something wrong in it. */
export interface Candidate {
  readonly way: string;
  readonly claim: Claim;
  readonly said: string;
}

export type Corrupter = (setting: Setting) => Candidate[];

/** A pattern and what stands for it: text with $1 and the like in it. */
export type Rule = readonly [pattern: RegExp, replacement: string, way: string];

/** Every single place that a rule fits, changed. */
export function applyRules(claim: Claim, rules: readonly Rule[]): Candidate[] {
  return rules.flatMap(([pattern, replacement, way]) =>
    matchesOutsideTags(claim.text, pattern).map((match) => {
      const end = match.index + match[0].length;
      return rewritten(way, claim, replaceAt(claim.text, match.index, end, fillIn(replacement, match)));
    }),
  );
}

function fillIn(replacement: string, match: RegExpExecArray): string {
  return replacement.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? "");
}

/** The candidate with another text. */
export function rewritten(way: string, claim: Claim, text: string): Candidate {
  return { way, claim: { ...claim, text }, said: difference(claim.text, text) };
}

export function matchesOutsideTags(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)].filter(
    ({ index }) => text.lastIndexOf("<", index) <= text.lastIndexOf(">", index),
  );
}

/** Another text from `start` to `end`; the spaces, a capital at the beginning and the article before it follow. */
export function replaceAt(text: string, start: number, end: number, replacement: string): string {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const rest = replacement ? replacement + after : /(?:^|[\s>])$/.test(before) ? after.trimStart() : after;
  const head = /^[\s,.;]/.test(rest) ? before.trimEnd() : before;
  const whole =
    head.replace(
      /\b([Aa])n?( (?:<\w+>)?)$/,
      (_, a: string, gap: string) => a + (startsWithVowel(rest) ? "n" : "") + gap,
    ) + rest;
  return start === 0 ? capitalised(whole) : whole;
}

function startsWithVowel(text: string): boolean {
  return /^[aeiou]/i.test(text) && !/^(U[SK]\b|Uni|Eu|one\b)/i.test(text);
}

export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** What differs, with a word on either side. */
export function difference(before: string, after: string): string {
  const from = before.split(" ");
  const to = after.split(" ");
  let first = 0;
  while (first < Math.min(from.length, to.length) && from[first] === to[first]) first++;
  let last = 0;
  while (last < Math.min(from.length, to.length) - first && from.at(-1 - last) === to.at(-1 - last)) last++;
  const part = (words: string[]) => words.slice(Math.max(0, first - 1), words.length - Math.max(0, last - 1)).join(" ");
  return `“${part(from)}” → “${part(to)}”`;
}

export function withoutTags(text: string): string {
  return text.replace(/<[^>]*>/g, "");
}
