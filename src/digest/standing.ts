import type { Claim, Digest } from "./schema.ts";
import { isBefore } from "./tenure.ts";

/** How claims of a digest stand to time and to each other. */
export interface Standing {
  /** Speaks of a time after the page's day; of one that gives no time, was told after it. */
  isLater(claim: Claim, published: string | undefined): boolean;
  /** Something newer on the same matter had been told by the page's day. */
  isOvertaken(claim: Claim, published: string | undefined): boolean;
  /** The claims of other sources that say the same. */
  alike(claim: Claim): Claim[];
  /** How many sources that do not rest on each other say so, its own with them: 1 where nobody else does. */
  independent(claim: Claim): number;
  /** The claims that contradict it, and on what that rests. */
  against(claim: Claim): { claim: Claim; basis: string }[];
}

export function standingOf({ claims, links, sources }: Digest): Standing {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const source = new Map(sources.map((one) => [one.id, one]));
  const sourceOf = (claim: Claim | undefined) => source.get(claim?.citations[0]?.source ?? "");
  const timeOf = (claim: Claim) => claim.when?.start ?? sourceOf(claim)?.published.date;
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
        return type === "updates" && to === id && !(published && told && isBefore(published, told));
      }),
    alike,
    independent: (claim) => new Set([claim, ...alike(claim)].map((one) => sourceOf(one)?.independence)).size,
    against: (claim) => linked(claim, "contradicts"),
  };
}
