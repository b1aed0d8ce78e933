import type { Claim, Digest } from "../../../src/digest/schema.ts";
import { viaOf } from "../speaker.ts";

/** Actors tied to those of a claim: by a relation, by a post in an organisation, or because it came through them. */
export function tiesOf(claim: Claim, digest: Digest): Set<string> {
  const ids = new Set(claim.actors.map(({ id }) => id));
  const posts = digest.actors.flatMap(({ id, tenures }) =>
    tenures.map(({ organisation }) => [id, organisation] as const),
  );
  const pairs = [...digest.relations.map(({ from, to }) => [from, to] as const), ...posts];
  const tied = pairs.flatMap(([a, b]) => [ids.has(a) ? b : undefined, b && ids.has(b) ? a : undefined]);
  const via = viaOf(claim);
  const carriers = digest.actors.filter(({ names }) =>
    names.some(({ form, strength }) => strength === "strong" && via.includes(form)),
  );
  return new Set([...tied.filter((id) => id !== undefined), ...carriers.map(({ id }) => id)]);
}
