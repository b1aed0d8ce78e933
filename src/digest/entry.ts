import { rankClaims, type View } from "./rank.ts";
import type { Actor, ActorKind, Claim, ClaimKind, Digest, Period, Precision, Source } from "./schema.ts";
import { standingOf } from "./standing.ts";
import { type Role, roleOn } from "./tenure.ts";

/** What a card shows of one actor, for one passage of one page: plain data. */
export interface Entry {
  readonly actor: {
    readonly id: string;
    readonly kind: ActorKind;
    readonly name: string;
    readonly description: string;
  };
  readonly role: Role | null;
  /** Most telling for the passage first; claim texts may hold a little markup. */
  readonly statements: readonly Statement[];
  /** What no source of the digest says: nearest in time to the page first. */
  readonly facts: readonly Fact[];
  /** How many sources of the digest speak of the actor. */
  readonly sources: number;
  readonly digest: { readonly title: string; readonly language: string };
}

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
  readonly outlet: string;
  readonly title: string;
  readonly published: { readonly date: string; readonly precision: Precision };
  readonly paragraphs: readonly number[];
}

export interface Fact {
  readonly text: string;
  readonly when?: Period;
}

/** @throws Error where the digest does not know the actor */
export function describeActor(digest: Digest, id: string, view: View): Entry {
  const actor = digest.actors.find((known) => known.id === id);
  if (!actor) throw new Error(`no actor has the id ${id}`);
  const claims = digest.claims.filter(({ actors }) => actors.some((part) => part.id === id));
  const role = roleOn(view.published, actor.tenures);
  const standing = standingOf(digest);
  const organisation = role?.organisation;
  return {
    actor: { id, kind: actor.kind, name: actor.name, description: actor.description },
    role: role && { ...role, ...(organisation && { organisation: nameOf(digest, organisation) }) },
    statements: rankClaims(claims, id, view, digest).map((claim) =>
      statement(digest, claim, standing.isLater(claim, view.published)),
    ),
    facts: factsFor(actor, view.published),
    sources: new Set(claims.flatMap(({ citations }) => citations.map(({ source }) => source))).size,
    digest: { title: digest.title, language: digest.language },
  };
}

/** A fact without a date is of any time; without a day of the page, the latest come first. */
function factsFor({ facts }: Actor, published: string | undefined): Fact[] {
  const day = Date.parse(published ?? LATEST);
  const distance = ({ when }: Fact) => (when ? Math.abs(Date.parse(when.start) - day) : 0);
  return [...facts]
    .sort((a, b) => distance(a) - distance(b))
    .map(({ text, when }) => ({ text, ...(when && { when }) }));
}
const LATEST = "9999";

function statement(digest: Digest, { id, text, kind, speaker, citations }: Claim, isLater: boolean): Statement {
  const [citation] = citations as [Claim["citations"][number]];
  const source = digest.sources.find((known) => known.id === citation.source) as Source;
  const { outlet, title, published } = source;
  const said = speakerName(digest, speaker);
  return {
    id,
    text,
    kind,
    ...(said && { speaker: said }),
    ...(typeof speaker === "object" && "via" in speaker && { via: speaker.via }),
    isLater,
    isOpen: typeof speaker === "object" && "open" in speaker,
    outlet,
    title,
    published: { date: published.date, precision: published.precision },
    paragraphs: citation.paragraphs,
  };
}

function speakerName(digest: Digest, speaker: Claim["speaker"]): string | undefined {
  if (speaker === "outlet" || "open" in speaker) return undefined;
  return "actor" in speaker ? nameOf(digest, speaker.actor) : speaker.name;
}

function nameOf(digest: Digest, id: string): string {
  return digest.actors.find((actor) => actor.id === id)?.name ?? id;
}
