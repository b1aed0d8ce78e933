import { describe, expect, it } from "vitest";
import type { Claim, Digest } from "../../src/digest/schema.ts";
import { standingOf } from "../../src/digest/standing.ts";
import { SUDLAND } from "../digest/paper.ts";

const [paper] = SUDLAND.sources;
const [visit, noShip, ferries] = SUDLAND.claims as [Claim, Claim, Claim];
if (!paper) throw new Error("no source");

/** The ferries as a second paper tells of them, a month later, with another link between the two. */
function linked(type: Digest["links"][number]["type"], independence = "sheet"): { digest: Digest; later: Claim } {
  const published = { ...paper?.published, date: "2024-06-16" } as (typeof SUDLAND.sources)[number]["published"];
  const later = { ...ferries, id: "later", citations: [{ source: "sheet", paragraphs: [4] }] };
  const sources = [
    ...SUDLAND.sources,
    { ...SUDLAND.sources[0], id: "sheet", independence, published },
  ] as Digest["sources"];
  const links = [{ from: "later", to: "ferries", type, basis: "Ferries." }];
  return { digest: { ...SUDLAND, sources, claims: [...SUDLAND.claims, later], links }, later };
}

describe("a claim stands to time", () => {
  const { isLater } = standingOf(SUDLAND);
  const cases: [what: string, claim: Claim, published: string | undefined, expected: boolean][] = [
    ["later than a page of the day before", visit, "2024-05-14", true],
    ["not later than a page of its day", visit, "2024-05-15", false],
    ["not later than a page without a day", visit, undefined, false],
    ["by the day it was told where it has none", noShip, "2024-05-01", true],
    ["and not before that day", noShip, "2024-05-16", false],
  ];
  it.each(cases)("%s", (_, claim, published, expected) => {
    expect(isLater(claim, published)).toBe(expected);
  });
});

describe("a claim that tells no more than month or week", () => {
  const rough: Claim = { ...visit, kind: "fact", when: { start: "2024-05", precision: "month" } };
  const week: Claim = { ...rough, when: { start: "2024-05-16", precision: "week" } };
  const foretold: Claim = { ...rough, kind: "forecast" };
  const held = { id: "visit", label: "A visit", when: { start: "2024-05-15", precision: "day" as const }, actors: [] };
  const { isLater } = standingOf({ ...SUDLAND, events: [{ ...held, claims: [visit.id] }] });
  const cases: [what: string, claim: Claim, published: string, expected: boolean][] = [
    ["is later than a page before its event", rough, "2024-05-14", true],
    ["is not later than a page after its event", rough, "2024-05-20", false],
    ["is not later than a page of its event's day, though its week begins after", week, "2024-05-15", false],
    ["is later where it was foretold once the event had begun", foretold, "2024-05-14", true],
  ];
  it.each(cases)("%s", (_, claim, published, expected) => {
    expect(isLater(claim, published)).toBe(expected);
  });

  it("keeps its own time where it foretells the event", () => {
    const ahead = { ...held, when: { start: "2024-05-20", precision: "day" as const }, claims: [visit.id] };
    expect(standingOf({ ...SUDLAND, events: [ahead] }).isLater(foretold, "2024-05-10")).toBe(false);
  });
});

describe("a claim stands to others", () => {
  it("overtaken by what had happened by the page's day, even where that was told later", () => {
    const { digest, later } = linked("updates");
    const happened: Claim = { ...later, kind: "fact", when: { start: "2024-05-20", precision: "day" } };
    const claims = digest.claims.map((claim) => (claim.id === later.id ? happened : claim));
    const { isOvertaken } = standingOf({ ...digest, claims });
    expect(isOvertaken(ferries, "2024-05-21")).toBe(true);
    expect(isOvertaken(ferries, "2024-05-20")).toBe(false);
  });

  it("overtaken once something newer had been told by the page's day", () => {
    const { digest } = linked("updates");
    const { isOvertaken } = standingOf(digest);
    expect(isOvertaken(ferries, "2024-06-01")).toBe(false);
    expect(isOvertaken(ferries, "2024-06-16")).toBe(true);
    expect(isOvertaken(ferries, undefined)).toBe(true);
    expect(isOvertaken(visit, "2024-06-16")).toBe(false);
  });

  it("with the same from other sources, in both directions, which count once where they rest on each other", () => {
    const { digest, later } = linked("corroborates");
    const { alike, independent } = standingOf(digest);
    expect([ferries, later, visit].map(alike)).toEqual([[later], [ferries], []]);
    expect([ferries, later, visit].map(independent)).toEqual([2, 2, 1]);
    const same = linked("corroborates", "paper");
    expect(standingOf(same.digest).independent(ferries)).toBe(1);
    expect(standingOf(linked("contradicts").digest).independent(ferries)).toBe(1);
  });

  it("contradicted, with what that rests on, in both directions", () => {
    const { digest, later } = linked("contradicts");
    const { against } = standingOf(digest);
    expect(against(ferries)).toEqual([{ claim: later, basis: "Ferries." }]);
    expect(against(later)).toEqual([{ claim: ferries, basis: "Ferries." }]);
    expect(against(visit)).toEqual([]);
    expect(standingOf(linked("updates").digest).against(ferries)).toEqual([]);
  });
});
