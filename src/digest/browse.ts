import { type Companion, describeActor, type Entry } from "./entry.ts";
import type { Actor, ActorKind, Claim, Digest, Source } from "./schema.ts";
import { detailsOf, eachStatement, type LinkedStatement, type SourceDetails, sourcesOf } from "./statement.ts";

/** What a digest is, without what it says: plain data, as is all of this. */
export interface Summary extends Pick<Digest, "title" | "language" | "author" | "date" | "version"> {
  readonly actors: number;
  readonly claims: number;
  /** Newest first. */
  readonly sources: readonly SourceLine[];
}

export interface SourceLine extends SourceDetails {
  readonly id: string;
  /** How many claims it is cited for. */
  readonly claims: number;
}

export interface ActorLine {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly description: string;
  /** How many claims name the actor. */
  readonly claims: number;
}

/** All that a source is cited for, in the order in which it says it. */
export interface SourceEntry {
  readonly source: SourceLine;
  readonly statements: readonly LinkedStatement[];
  /** Its own and those of what contradicts it, by id. */
  readonly sources: Entry["sources"];
  /** Whom its claims name: most of them first. */
  readonly named: readonly Companion[];
  /** Tag of the language of all that is said. */
  readonly language: string;
}

export function summarise(digest: Digest): Summary {
  const { title, language, author, date, version, actors, claims, sources } = digest;
  const newestFirst = [...sources].sort((a, b) => b.published.date.localeCompare(a.published.date));
  return {
    title,
    language,
    ...(author && { author }),
    ...(date && { date }),
    ...(version && { version }),
    actors: actors.length,
    claims: claims.length,
    sources: newestFirst.map((source) => sourceLine(source, digest)),
  };
}

export function actorLine({ id, kind, name, description }: Actor, digest: Digest): ActorLine {
  return { id, kind, name, description, claims: claimsOn(id, digest).length };
}

/**
 * All that is said of an actor, whatever page it may be for.
 * @throws Error where the digest does not know the actor
 */
export function wholeEntry(digest: Digest, id: string): Entry {
  const entry = describeActor(digest, id, { passage: "", title: "" });
  const claims = claimsOn(id, digest);
  const statements = eachStatement(claims, digest);
  const companions = namedIn(claims, digest).filter((other) => other.id !== id);
  return { ...entry, statements, sources: sourcesOf(statements, digest), companions };
}

/** @throws Error where the digest does not know the source */
export function sourceEntry(digest: Digest, id: string): SourceEntry {
  const source = digest.sources.find((known) => known.id === id);
  if (!source) throw new Error(`no source has the id ${id}`);
  const first = (claim: Claim) => Math.min(...paragraphsIn(claim, id));
  const claims = claimsFrom(id, digest).sort((a, b) => first(a) - first(b));
  const statements = eachStatement(claims, digest);
  return {
    source: sourceLine(source, digest),
    statements,
    sources: sourcesOf(statements, digest),
    named: namedIn(claims, digest),
    language: digest.language,
  };
}

function sourceLine(source: Source, digest: Digest): SourceLine {
  return { ...detailsOf(source), id: source.id, claims: claimsFrom(source.id, digest).length };
}

function claimsOn(actor: string, { claims }: Digest): Claim[] {
  return claims.filter((claim) => names(claim, actor));
}

function namedIn(claims: readonly Claim[], { actors }: Digest): Companion[] {
  return actors
    .map(({ id, name }) => ({ id, name, statements: claims.filter((claim) => names(claim, id)).map(({ id }) => id) }))
    .filter(({ statements }) => statements.length)
    .sort((a, b) => b.statements.length - a.statements.length);
}

function names({ actors }: Claim, actor: string): boolean {
  return actors.some(({ id }) => id === actor);
}

function claimsFrom(source: string, { claims }: Digest): Claim[] {
  return claims.filter((claim) => paragraphsIn(claim, source).length);
}

function paragraphsIn({ citations }: Claim, source: string): number[] {
  return citations.flatMap((citation) => (citation.source === source ? citation.paragraphs : []));
}
