import type { Claim, Digest } from "./schema.ts";
import { isBefore } from "./tenure.ts";

/** How claims of a digest stand to time and to each other. */
export interface Standing {
  /** Speaks of a time after the page's day; of one that gives no time, was told after it. */
  isLater(claim: Claim, published: string | undefined): boolean;
  /** Something newer on the same matter had been told, or had happened, by the page's day. */
  isOvertaken(claim: Claim, published: string | undefined): boolean;
  /** The claims of other sources that say the same. */
  alike(claim: Claim): Claim[];
  /** How many sources that do not rest on each other say so, its own with them: 1 where nobody else does. */
  independent(claim: Claim): number;
  /** The claims that contradict it, and on what that rests. */
  against(claim: Claim): { claim: Claim; basis: string }[];
}

export function standingOf({ claims, links, sources, events }: Digest): Standing {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const source = new Map(sources.map((one) => [one.id, one]));
  const sourceOf = (claim: Claim | undefined) => source.get(claim?.citations[0]?.source ?? "");
  /** To the day where the claim's event tells it so finely; what was foretold before the event keeps its own time. */
  const timeOf = (claim: Claim) => {
    const told = sourceOf(claim)?.published;
    const held = events.find(({ when, claims }) => when.precision === "day" && claims.includes(claim.id))?.when.start;
    const isForetold = claim.kind === "forecast" && !(held && told?.precision === "day" && told.date >= held);
    return claim.when ? finest(claim.when, isForetold ? undefined : held) : told?.date;
  };
  const hasPassed = (claim: Claim | undefined, published: string | undefined) => {
    const time = claim && claim.kind !== "forecast" ? timeOf(claim) : undefined;
    return published !== undefined && time !== undefined && isBefore(time, published);
  };
  const linked = ({ id }: Claim, wanted: Digest["links"][number]["type"]) =>
    links.flatMap(({ type, from, to, basis }) => {
      const other = type === wanted && (from === id ? known.get(to) : to === id && known.get(from));
      return other ? [{ claim: other, basis }] : [];
    });
  const alike = (claim: Claim) =>
    linked(claim, "corroborates")
      .map((link) => link.claim)
      .filter((other) => sourceOf(other) !== sourceOf(claim));
  return {
    isLater: (claim, published) => {
      const time = timeOf(claim);
      return published !== undefined && time !== undefined && isBefore(published, time);
    },
    isOvertaken: ({ id }, published) =>
      links.some(({ type, from, to }) => {
        const told = sourceOf(known.get(from))?.published.date;
        const isTold = !(published && told && isBefore(published, told));
        return type === "updates" && to === id && (isTold || hasPassed(known.get(from), published));
      }),
    alike,
    independent: (claim) => new Set([claim, ...alike(claim)].map((one) => sourceOf(one)?.independence)).size,
    against: (claim) => linked(claim, "contradicts"),
  };
}

/** A known day of a time that is told to the week, month or year; a week is somewhere in its month. */
function finest({ start, precision }: NonNullable<Claim["when"]>, day: string | undefined): string {
  if (precision === "day") return start;
  const rough = precision === "week" ? start.slice(0, "YYYY-MM".length) : start;
  return day?.startsWith(rough) ? day : rough;
}
