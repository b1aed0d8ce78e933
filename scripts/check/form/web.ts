import type { Fault } from "../../../src/digest/references.ts";
import type { Claim, Digest, Period } from "../../../src/digest/schema.ts";
import { isBefore } from "../../../src/digest/tenure.ts";
import { fault } from "../fault.ts";
import { tiesOf } from "../ties.ts";

type Claims = ReadonlyMap<string, Claim>;

/** Links, events and relations: what they tie together must have to do with each other. */
export function webFaults(digest: Digest): Fault[] {
  const claims = new Map(digest.claims.map((claim) => [claim.id, claim]));
  return [...linkFaults(digest, claims), ...eventFaults(digest, claims), ...relationFaults(digest, claims)];
}

/** A pair is linked once and holds in both directions; an update leads from the later claim to the earlier one. */
function linkFaults(digest: Digest, claims: Claims): Fault[] {
  const { links, sources } = digest;
  const published = new Map(sources.map(({ id, published }) => [id, published.date]));
  const told = ({ citations }: Claim) => published.get(citations[0]?.source ?? "") ?? "";
  const pairs = new Set<string>();
  return links.flatMap(({ from, to, type }, i): Fault[] => {
    const [a, b] = [claims.get(from), claims.get(to)];
    if (!a || !b) return [];
    const expected: string[] = [];
    const pair = [from, to].sort().join(" ");
    if (pairs.has(pair)) expected.push("one link between the two, which holds in both directions");
    pairs.add(pair);
    const actors = actorsOf(a);
    const ties = tiesOf(actors, digest);
    if (!actorsOf(b).some((id) => actors.includes(id) || ties.has(id))) expected.push("an actor that both speak of");
    if (type === "updates" && isBefore(told(a), told(b))) expected.push("the later claim first");
    return expected.map((what) => fault(["links", i], `${from} – ${to}`, "link", what));
  });
}

function eventFaults({ events }: Digest, claims: Claims): Fault[] {
  return events.flatMap(({ id, actors, claims: told, when, outside }, i): Fault[] => {
    const own = actors.map((actor) => actor.id);
    const spoken = told.flatMap((claim) => actorsOf(claims.get(claim)));
    const unsaid = own.filter((actor) => !spoken.includes(actor));
    const strange = told.filter((claim) => !actorsOf(claims.get(claim)).some((actor) => own.includes(actor)));
    const isTold =
      outside !== undefined ||
      areTold(
        told.map((claim) => claims.get(claim)),
        when,
      );
    return [
      ...(isTold
        ? []
        : [
            fault(
              ["events", i, "when"],
              id,
              "event",
              `a claim of the event that tells ${when.start}, or outside: what it rests on`,
            ),
          ]),
      ...unsaid.map((actor) =>
        fault(["events", i, "actors"], id, "event", `a claim of the event that speaks of ${actor}`),
      ),
      ...strange.map((claim) =>
        fault(["events", i, "claims"], id, "event", `${claim} to speak of one of the event's actors`),
      ),
    ];
  });
}

function relationFaults({ relations }: Digest, claims: Claims): Fault[] {
  return relations.flatMap(({ from, to, claims: told, when, outside }, i) => {
    const silent = told.filter((claim) => ![from, to].every((id) => actorsOf(claims.get(claim)).includes(id)));
    const isTold =
      !when ||
      outside !== undefined ||
      areTold(
        told.map((claim) => claims.get(claim)),
        when,
      );
    const pair = `${from} – ${to}`;
    return [
      ...silent.map((claim) => fault(["relations", i, "claims"], pair, "relation", `${claim} to speak of both`)),
      ...(isTold
        ? []
        : [
            fault(
              ["relations", i, "when"],
              pair,
              "relation",
              `a claim that tells ${when.start}, or outside: what it rests on`,
            ),
          ]),
    ];
  });
}

function tells(claim: Claim | undefined, date: string): boolean {
  return [claim?.when?.start, claim?.when?.end].some((told) => told?.startsWith(date));
}

/** Whether claims tell when it began, and when it ended where that is said. */
function areTold(claims: readonly (Claim | undefined)[], { start, end }: Period): boolean {
  return [start, end].every((date) => !date || claims.some((claim) => tells(claim, date)));
}

function actorsOf(claim: Claim | undefined): string[] {
  return claim?.actors.map(({ id }) => id) ?? [];
}
