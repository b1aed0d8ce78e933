import type { Claim, Digest } from "./schema.ts";
import { isBefore } from "./tenure.ts";

/** How claims of a digest stand to time and to each other. */
export interface Standing {
  /** Speaks of a time after the page's day; of one that gives no time, was told after it. */
  readonly isLater: (claim: Claim, published: string | undefined) => boolean;
  /** Something newer on the same matter had been told by the page's day. */
  readonly isOvertaken: (claim: Claim, published: string | undefined) => boolean;
  /** An independent source says the same. */
  readonly isCorroborated: (claim: Claim) => boolean;
}

export function standingOf({ claims, links, sources }: Digest): Standing {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const source = new Map(sources.map((one) => [one.id, one]));
  const sourceOf = (claim: Claim | undefined) => source.get(claim?.citations[0]?.source ?? "");
  const timeOf = (claim: Claim) => claim.when?.start ?? sourceOf(claim)?.published.date;
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
    isCorroborated: (claim) =>
      links.some(({ type, from, to }) => {
        if (type !== "corroborates" || (from !== claim.id && to !== claim.id)) return false;
        const other = known.get(from === claim.id ? to : from);
        return sourceOf(other)?.independence !== sourceOf(claim)?.independence;
      }),
  };
}
