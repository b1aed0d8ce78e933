import { rankClaims, type View } from "./rank.ts";
import type { Actor, ActorKind, Claim, Digest, Period, Precision } from "./schema.ts";
import { type LinkedStatement, nameOf, type SourceDetails, sourcesOf, statementsOf, withLinked } from "./statement.ts";
import { isBefore, type Role } from "./tenure.ts";
import { roleIn } from "./who.ts";

/** What a card shows of one actor, for one passage of one page: plain data. */
export interface Entry {
  readonly actor: {
    readonly id: string;
    readonly kind: ActorKind;
    readonly name: string;
    readonly description: string;
  };
  readonly role: Role | null;
  /** Publication day of the page, where it is known. */
  readonly published?: string;
  /** Most telling for the passage first. */
  readonly statements: readonly LinkedStatement[];
  /** The sources of all that is said here, by id. */
  readonly sources: Readonly<Record<string, SourceDetails>>;
  /** Whom of the page's other actors statements name as well: most of them first. */
  readonly companions: readonly Companion[];
  /** What no source of the digest says: nearest in time to the page first. */
  readonly facts: readonly Fact[];
  readonly digest: {
    readonly title: string;
    readonly language: string;
    /** When the newest of all its sources was published. */
    readonly latest?: { readonly date: string; readonly precision: Precision };
  };
}

export interface Companion {
  readonly id: string;
  readonly name: string;
  /** Ids of the statements that name both, in their order. */
  readonly statements: readonly string[];
}

export interface Fact {
  readonly text: string;
  readonly when?: Period;
  /** It is of a time after the page's day. */
  readonly isLater: boolean;
}

/** @throws Error where the digest does not know the actor */
export function describeActor(digest: Digest, id: string, view: View): Entry {
  const actor = digest.actors.find((known) => known.id === id);
  if (!actor) throw new Error(`no actor has the id ${id}`);
  const claims = digest.claims.filter((claim) => names(claim, id));
  const statements = statementsOf(rankClaims(claims, id, view, digest), digest, view.published);
  const latest = latestOf(digest);
  return {
    actor: { id, kind: actor.kind, name: actor.name, description: actor.description },
    ...(view.published && { published: view.published }),
    role: roleIn(digest, actor, view.published),
    statements,
    sources: sourcesOf(statements, digest),
    companions: companionsOf(id, statements, digest, view.present ?? []),
    facts: factsFor(actor, view.published),
    digest: { title: digest.title, language: digest.language, ...(latest && { latest }) },
  };
}

function companionsOf(
  actor: string,
  statements: readonly LinkedStatement[],
  digest: Digest,
  present: readonly string[],
): Companion[] {
  const claims = new Map(digest.claims.map((claim) => [claim.id, claim]));
  const isOf = (statement: string, id: string) => names(claims.get(statement), id);
  return [...new Set(present)]
    .filter((id) => id !== actor)
    .map((id) => ({
      id,
      name: nameOf(digest, id),
      statements: statements.filter((own) => withLinked(own).some((one) => isOf(one.id, id))).map((own) => own.id),
    }))
    .filter((companion) => companion.statements.length)
    .sort((a, b) => b.statements.length - a.statements.length);
}

function names(claim: Claim | undefined, actor: string): boolean {
  return claim?.actors.some(({ id }) => id === actor) ?? false;
}

/** A fact without a date is of any time; without a day of the page, the latest come first. */
function factsFor({ facts }: Actor, published: string | undefined): Fact[] {
  const day = Date.parse(published ?? LATEST);
  const distance = ({ when }: Actor["facts"][number]) => (when ? Math.abs(Date.parse(when.start) - day) : 0);
  const isLater = (start: string | undefined) => !!(start && published && isBefore(published, start));
  return [...facts]
    .sort((a, b) => distance(a) - distance(b))
    .map(({ text, when }) => ({ text, ...(when && { when }), isLater: isLater(when?.start) }));
}
const LATEST = "9999";

function latestOf({ sources }: Digest): Entry["digest"]["latest"] {
  const [latest] = sources.map(({ published }) => published).sort((a, b) => b.date.localeCompare(a.date));
  return latest && { date: latest.date, precision: latest.precision };
}
