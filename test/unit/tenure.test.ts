import { describe, expect, it } from "vitest";
import type { Tenure } from "../../src/digest/schema.ts";
import { type Role, roleOn } from "../../src/digest/tenure.ts";

const ENERGY = tenure("minister", { start: "2012-05-21", end: "2020-11", asOf: "2020-11" });
const DEPUTY = tenure("deputy", { start: "2020-11-10", asOf: "2024-06-18" });
const CAREER = [ENERGY, DEPUTY];
const LEADER = [tenure("leader", { asOf: "2023-09" })];
const PAST = [tenure("spokesman", { end: "2021", asOf: "2024-01" })];
const TWO = [tenure("adviser", { end: "2019", asOf: "2024" }), tenure("editor", { end: "2022", asOf: "2024" })];

describe("the role on a day", () => {
  const holds = { state: "holds", outside: false } as const;
  const held = { state: "held", outside: false } as const;
  const cases: [what: string, day: string | undefined, tenures: readonly Tenure[], role: Role | null][] = [
    ["none known", "2024-06-18", [], null],
    ["before the first began", "2012-05-20", CAREER, null],
    ["on the first day", "2012-05-21", CAREER, { post: "minister", ...holds, start: "2012-05-21", end: "2020-11" }],
    [
      "in the month of its end",
      "2020-11-09",
      CAREER,
      { post: "minister", ...holds, start: "2012-05-21", end: "2020-11" },
    ],
    ["the latest begun of two", "2020-11-10", CAREER, { post: "deputy", ...holds, start: "2020-11-10" }],
    ["on the last day vouched for", "2024-06-18", CAREER, { post: "deputy", ...holds, start: "2020-11-10" }],
    [
      "later: as of that day",
      "2024-06-19",
      CAREER,
      { post: "deputy", ...holds, start: "2020-11-10", asOf: "2024-06-18" },
    ],
    [
      "no day: as of the last",
      undefined,
      CAREER,
      { post: "deputy", ...holds, start: "2020-11-10", asOf: "2024-06-18" },
    ],
    [
      "ended and followed by nothing",
      "2021-01-01",
      [ENERGY],
      { post: "minister", ...held, start: "2012-05-21", end: "2020-11" },
    ],
    ["no day, all ended", undefined, [ENERGY], { post: "minister", ...held, start: "2012-05-21", end: "2020-11" }],
    ["of unknown start, before it is vouched for", "2023-08-31", LEADER, null],
    ["of unknown start, in the month vouched for", "2023-09-30", LEADER, { post: "leader", ...holds }],
    ["of unknown start, later", "2023-10-01", LEADER, { post: "leader", ...holds, asOf: "2023-09" }],
    ["of unknown start, before the year of its end", "2020-12-31", PAST, null],
    ["of unknown start, after its end", "2022-01-01", PAST, { post: "spokesman", ...held, end: "2021" }],
    ["the last that ended, whatever the order", "2024-01-01", TWO, { post: "editor", ...held, end: "2022" }],
  ];
  it.each(cases)("%s", (_, day, tenures, role) => {
    expect(roleOn(day, tenures)).toEqual(role);
    expect(roleOn(day, [...tenures].reverse())).toEqual(role);
  });

  it("tells the organisation, and whether it is known from outside the sources", () => {
    const chair = { ...tenure("chair", { asOf: "2024" }), organisation: "sco", outside: { basis: "known" } };
    expect(roleOn("2024-05-05", [chair])).toEqual({
      post: "chair",
      organisation: "sco",
      state: "holds",
      outside: true,
    });
  });

  const cited = [{ source: "daily", paragraphs: [1] }];
  const minister = {
    ...tenure("minister", { start: "2012", end: "2024-05-12", asOf: "2024-05-12" }),
    citations: cited,
  };
  const spokesman = { ...tenure("spokesman", { start: "2012", asOf: "2023-09" }), citations: cited };
  const secretary = tenure("secretary", { start: "2024-05-12", asOf: "2025-06" });
  const governor = tenure("governor", { start: "2024-05", asOf: "2025-06" });
  const envoy = { ...tenure("envoy", { start: "2024", end: "2024", asOf: "2025" }), citations: cited };
  const member = tenure("member", { start: "2015-05-07", asOf: "2025-06" });
  const atOnce: [what: string, day: string | undefined, tenures: readonly Tenure[], post: string][] = [
    ["the one that a source names", "2024-05-11", [minister, member], "minister"],
    ["the one that a source names, on its last day too", "2024-05-12", [minister, member], "minister"],
    ["the one that begins when that ends", "2024-05-12", [minister, secretary], "secretary"],
    ["the one that begins after that was last vouched for", "2024-05-12", [spokesman, secretary], "secretary"],
    ["the one that begins after that, without a day", undefined, [spokesman, secretary], "secretary"],
    ["the one that begins in the year in which that ends", "2024-06-01", [envoy, secretary], "secretary"],
    ["the one that a source names, begun and ended in one year", "2024-06-01", [envoy, member], "envoy"],
    ["the one that surely lasts, not the one that may have begun", "2024-05-11", [minister, governor], "minister"],
  ];
  it.each(atOnce)("of those held at once, %s", (_, day, tenures, post) => {
    expect(roleOn(day, tenures)?.post).toBe(post);
    expect(roleOn(day, [...tenures].reverse())?.post).toBe(post);
  });

  const outside: [fields: NonNullable<Tenure["outside"]>["fields"], whileHeld: boolean, whenOver: boolean][] = [
    [undefined, true, true],
    [["post"], true, true],
    [["organisation"], true, true],
    [["start"], false, false],
    [["end"], false, true],
    [["start", "end"], false, true],
    [["asOf"], true, false],
  ];
  it.each(outside)("is marked as from outside where %s of what is shown is", (fields, whileHeld, whenOver) => {
    const known = { ...ENERGY, outside: { basis: "known", ...(fields && { fields }) } };
    expect(roleOn("2019-01-01", [known])?.outside).toBe(whileHeld);
    expect(roleOn("2021-01-01", [known])?.outside).toBe(whenOver);
  });
});

function tenure(post: string, dates: Pick<Tenure, "start" | "end" | "asOf">): Tenure {
  return { post, ...dates, citations: [] };
}
