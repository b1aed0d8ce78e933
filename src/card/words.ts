import type { ActorKind, ClaimKind } from "../digest/schema.ts";

/** The words of the interface, in the reader's language; `{1}` and `{2}` stand for what is filled in. */
export interface Words {
  /** Tag of the language that these words are in; dates and numbers follow it. */
  readonly language: string;
  readonly kinds: Readonly<Record<ActorKind, string>>;
  /** What a statement is where it is no plain report. */
  readonly claimKinds: Readonly<Record<Exclude<ClaimKind, "fact">, string>>;
  /** {1} post, {2} day. */
  readonly roleAsOf: string;
  readonly roleFormer: string;
  readonly roleFormerUndated: string;
  readonly outside: string;
  /** Above facts that are from no source of the digest. */
  readonly facts: string;
  readonly noStatements: string;
  /** {1} number of sources, {2} title of the digest. */
  readonly sources: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
  /** {1} name. */
  readonly label: string;
  readonly unnamedSpeaker: string;
  /** Of a statement that speaks of a time after the article. */
  readonly later: string;
}

export function fill(pattern: string, ...values: string[]): string {
  return pattern.replace(/\{(\d)\}/g, (_, place: string) => values[Number(place) - 1] ?? "");
}
