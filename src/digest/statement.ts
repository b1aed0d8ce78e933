import type { Ranked } from "./rank.ts";
import type { Claim, ClaimKind, Digest, Precision, Source } from "./schema.ts";
import { type Standing, standingOf } from "./standing.ts";

/** A claim as a card shows it: plain data; the text may hold a little markup. */
export interface Statement {
  readonly id: string;
  readonly text: string;
  readonly kind: ClaimKind;
  /** Who says it where that is not the outlet itself. */
  readonly speaker?: string;
  /** The way by which the speaker's words came: an agency, a spokesman, a letter. */
  readonly via?: string;
  /** It speaks of a time after the page's day. */
  readonly isLater: boolean;
  /** The source leaves open who says it. */
  readonly isOpen: boolean;
  /** Id of its source. */
  readonly source: string;
  readonly paragraphs: readonly number[];
}

/** A statement with those who say so, too. */
export interface SharedStatement extends Statement {
  /** The same from other sources. */
  readonly alike: readonly Statement[];
  /** How many sources that do not rest on each other say so, its own with them. */
  readonly independent: number;
}

/** A statement with what others say to it. */
export interface LinkedStatement extends SharedStatement {
  /** Whether it has anything to do with what the reader has before the eyes. */
  readonly fits: boolean;
  /** What contradicts it, and how the digest puts that. */
  readonly against: readonly { readonly statement: SharedStatement; readonly basis: string }[];
}

/** Where statements stand, as a reader may want to check it. */
export interface SourceDetails {
  readonly title: string;
  /** Tag of the language that it is written in. */
  readonly language: string;
  readonly outlet: string;
  /** From what the outlet was inferred, where the text does not name it. */
  readonly outletBasis?: string;
  readonly published: { readonly date: string; readonly precision: Precision; readonly basis: string };
  readonly kind: Source["kind"];
  /** What a reader should know of its quality. */
  readonly notes: readonly string[];
  readonly copy?: string;
  readonly address?: string;
}

/**
 * Claims in the order of their rank → statements in the same order. What contradicts a statement, or is the same as either from
 * an independent source, stands with it only.
 */
export function statementsOf(
  ranked: readonly Ranked[],
  digest: Digest,
  published: string | undefined,
): LinkedStatement[] {
  const standing = standingOf(digest);
  const shown: LinkedStatement[] = [];
  const told = new Set<string>();
  for (const { claim, fits } of ranked) {
    if (told.has(claim.id)) continue;
    const linked = { ...linkedStatement(claim, digest, standing, published), fits };
    shown.push(linked);
    for (const { id } of withLinked(linked)) told.add(id);
  }
  return shown;
}

/** Each claim as a statement, in their order; what contradicts one stands with it only. */
export function eachStatement(claims: readonly Claim[], digest: Digest): LinkedStatement[] {
  const standing = standingOf(digest);
  const told = new Set<string>();
  return claims.flatMap((claim) => {
    if (told.has(claim.id)) return [];
    const linked = { ...linkedStatement(claim, digest, standing, undefined), fits: true };
    for (const { statement } of linked.against) told.add(statement.id);
    return [linked];
  });
}

/** A statement and all that stands with it. */
export function withLinked(linked: LinkedStatement): Statement[] {
  return [linked, ...linked.against.map(({ statement }) => statement)].flatMap((one) => [one, ...one.alike]);
}

/** The sources that statements and what is linked to them stand in, by id. */
export function sourcesOf(statements: readonly LinkedStatement[], { sources }: Digest): Record<string, SourceDetails> {
  const ids = new Set(statements.flatMap(withLinked).map(({ source }) => source));
  return Object.fromEntries(sources.filter(({ id }) => ids.has(id)).map((source) => [source.id, detailsOf(source)]));
}

function linkedStatement(
  claim: Claim,
  digest: Digest,
  standing: Standing,
  published: string | undefined,
): Omit<LinkedStatement, "fits"> {
  const shape = (one: Claim) => statementOf(one, digest, standing.isLater(one, published));
  const shared = (one: Claim): SharedStatement => ({
    ...shape(one),
    alike: standing.alike(one).map(shape),
    independent: standing.independent(one),
  });
  return {
    ...shared(claim),
    against: standing.against(claim).map(({ claim: other, basis }) => ({ statement: shared(other), basis })),
  };
}

function statementOf({ id, text, kind, speaker, citations }: Claim, digest: Digest, isLater: boolean): Statement {
  const [{ source, paragraphs }] = citations as [Claim["citations"][number]];
  const said = speakerName(digest, speaker);
  return {
    id,
    text,
    kind,
    ...(said && { speaker: said }),
    ...(typeof speaker === "object" && "via" in speaker && { via: speaker.via }),
    isLater,
    isOpen: typeof speaker === "object" && "open" in speaker,
    source,
    paragraphs,
  };
}

export function detailsOf({
  title,
  language,
  outlet,
  outletBasis,
  published,
  kind,
  notes,
  copy,
  address,
}: Source): SourceDetails {
  return {
    title,
    language,
    outlet,
    ...(outletBasis && { outletBasis }),
    published,
    kind,
    notes,
    ...(copy && { copy }),
    ...(address && { address }),
  };
}

function speakerName(digest: Digest, speaker: Claim["speaker"]): string | undefined {
  if (speaker === "outlet" || "open" in speaker) return undefined;
  return "actor" in speaker ? nameOf(digest, speaker.actor) : speaker.name;
}

export function nameOf(digest: Digest, id: string): string {
  return digest.actors.find((actor) => actor.id === id)?.name ?? id;
}
