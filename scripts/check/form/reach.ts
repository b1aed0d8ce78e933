import type { Fault } from "../../../src/digest/references.ts";
import type { Digest } from "../../../src/digest/schema.ts";
import { termsOf } from "../../../src/digest/term-evidence.ts";
import { fault } from "../fault.ts";

/** What nobody would find: actors of whom nothing is said, topics and terms without claims, paragraphs that are neither cited nor left out with a reason. */
export function reachFaults(digest: Digest): Fault[] {
  const spoken = new Set([
    ...digest.claims.flatMap(({ actors }) => actors.map(({ id }) => id)),
    ...digest.relations.flatMap(({ from, to }) => [from, to]),
    ...digest.actors.filter(({ facts }) => facts.length).map(({ id }) => id),
  ]);
  const topics = new Set(digest.claims.flatMap(({ topics }) => topics));
  const terms = new Set(digest.claims.flatMap((claim) => [...termsOf(claim, digest.terms, digest.language)]));
  const unspoken = [...digest.actors.entries()].filter(([, { id }]) => !spoken.has(id));
  const unused = [...digest.topics.entries()].filter(([, { id }]) => !topics.has(id));
  const unsaid = [...digest.terms.entries()].filter(([, { id }]) => !terms.has(id));
  return [
    ...unspoken.map(([i, { id }]) =>
      fault(["actors", i], id, "reach", `a claim, a fact or a relation that speaks of ${id}`),
    ),
    ...unused.map(([i, { id }]) => fault(["topics", i], id, "reach", "a claim with this topic")),
    ...unsaid.map(([i, { id }]) => fault(["terms", i], id, "reach", "a claim that says it")),
    ...digest.sources.flatMap((source, i) => paragraphFaults(source.id, i, digest)),
  ];
}

function paragraphFaults(id: string, i: number, { sources, claims }: Digest): Fault[] {
  const cited = citedParagraphs(id, claims);
  const { paragraphs, uncited } = sources[i] as Digest["sources"][number];
  const left = new Set(uncited.flatMap((group) => group.paragraphs));
  const faults: Fault[] = [];
  for (let n = 1; n <= paragraphs; n++) {
    const both = cited.has(n) && left.has(n);
    if (cited.has(n) !== left.has(n)) continue;
    const expected = both
      ? `paragraph ${n} not to be uncited: a claim cites it`
      : `paragraph ${n} to be cited, or uncited with a reason`;
    faults.push(fault(["sources", i, "uncited"], id, "reach", expected));
  }
  return faults;
}

/** The paragraphs of a source that claims cite. */
export function citedParagraphs(id: string, claims: Digest["claims"]): Set<number> {
  const citations = claims.flatMap(({ citations }) => citations).filter(({ source }) => source === id);
  return new Set(citations.flatMap(({ paragraphs }) => paragraphs));
}
