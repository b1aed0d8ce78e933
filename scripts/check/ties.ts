import type { Digest } from "../../src/digest/schema.ts";

/** Actors tied to any of these by a relation or by a post in an organisation. */
export function tiesOf(ids: readonly string[], { relations, actors }: Digest): Set<string> {
  const posts = actors.flatMap(({ id, tenures }) =>
    tenures.flatMap(({ organisation: to }) => (to ? [{ from: id, to }] : [])),
  );
  return new Set(
    [...relations, ...posts].flatMap(({ from, to }) => [
      ...(ids.includes(from) ? [to] : []),
      ...(ids.includes(to) ? [from] : []),
    ]),
  );
}
