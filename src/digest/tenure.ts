import type { Tenure } from "./schema.ts";

/** A role as it stood on a day. */
export interface Role {
  readonly post: string;
  readonly organisation?: string;
  /** Held on that day, or no longer. */
  readonly state: "holds" | "held";
  readonly start?: string;
  readonly end?: string;
  /** The last date for which the digest vouches, given where the day lies after it or is not known. */
  readonly asOf?: string;
  /** Whether something shown of it is from no source of the digest. */
  readonly outside: boolean;
}

/**
 * The role to show for a day, YYYY-MM-DD; null where none had begun. Without a day: the latest, said as of its date.
 * Of several held at once, one that begins when another ends takes its place; then those that a source names come first, then
 * the latest begun. Where none is held any more: the last that ended.
 */
export function roleOn(day: string | undefined, tenures: readonly Tenure[]): Role | null {
  const begun = tenures.filter(({ start, end, asOf }) => day === undefined || !isAfter(start ?? end ?? asOf, day));
  const held = begun.filter(({ end }) => !end || (day !== undefined && !isBefore(end, day)));
  const lasting = preferring(held, (tenure) => !held.some((next) => follows(next, tenure, day)));
  const cited = preferring(lasting, ({ citations }) => citations.length > 0);
  const [latest] = held.length ? newestFirst(cited, ({ start }) => start) : newestFirst(begun, ({ end }) => end);
  if (!latest) return null;
  const { post, organisation, start, end, asOf, outside } = latest;
  const vouched = end !== undefined || (day !== undefined && !isAfter(day, asOf));
  return {
    post,
    ...(organisation && { organisation }),
    state: held.length ? "holds" : "held",
    ...(start && { start }),
    ...(end && { end }),
    ...(!vouched && { asOf }),
    outside: outside !== undefined && restsOutside(outside, held.length > 0),
  };
}

/** The start is never shown, the end only of what is over, and that it was held so long only of what is held. */
function restsOutside({ fields }: NonNullable<Tenure["outside"]>, holds: boolean): boolean {
  if (!fields || fields.includes("post") || fields.includes("organisation")) return true;
  return fields.includes(holds ? "asOf" : "end");
}

/** Whether the next begins when a role ends, or was last vouched for, and that day has come. */
function follows(next: Tenure, { start, end, asOf }: Tenure, day: string | undefined): boolean {
  const last = end ?? asOf;
  if (next.start === undefined || next.start === start) return false;
  return !isBefore(next.start, last) && !(day && isBefore(day, last));
}

/** Those of which it is true, or all where it is true of none. */
function preferring(tenures: readonly Tenure[], isTrue: (tenure: Tenure) => boolean): readonly Tenure[] {
  const preferred = tenures.filter(isTrue);
  return preferred.length ? preferred : tenures;
}

/** Compared as far as both are known: 2024-05 is neither before nor after 2024-05-12. */
export function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

function isAfter(a: string, b: string): boolean {
  return isBefore(b, a);
}

function newestFirst(tenures: readonly Tenure[], date: (tenure: Tenure) => string | undefined): Tenure[] {
  return [...tenures].sort((a, b) => (date(b) ?? "").localeCompare(date(a) ?? ""));
}
