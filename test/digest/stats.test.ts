import { describe, expect, it } from "vitest";
import { statsOf } from "../../scripts/stats.ts";
import { SUDLAND } from "./paper.ts";

/** The cells of the row that begins so, in the table below a title. */
function row(text: string, title: string, first: string): string[] {
  const [, table = ""] = text.split(`\n${title}\n`);
  const line = table.split("\n").find((line) => line.startsWith(`${first} `));
  return line?.trim().split(/ {2,}/) ?? [];
}

const stats = statsOf(SUDLAND);

describe("what a digest holds", () => {
  it("is told in all", () => {
    expect(stats).toMatch(/^Sudland: 1 sources, 4 actors, 3 claims, 1 links, 1 events, 1 relations\n/);
  });

  it("is told by source, kind, speaker and actor", () => {
    expect(row(stats, "By source", "paper")).toEqual(["paper", "3", "3", "0", "2", "0"]);
    expect(row(stats, "By kind of claim", "all")).toEqual(["all", "1", "1", "0", "0", "1", "0"]);
    expect(row(stats, "Who speaks", "Paul Roth")).toEqual(["Paul Roth", "1"]);
    expect(row(stats, "Who speaks", "(left open)")).toEqual(["(left open)", "1"]);
    const sudland = ["sudland", "3", "3", "0", "2", "0", "1", "1", "0", "0", "1", "0", "0", "0"];
    expect(row(stats, "By actor", "sudland")).toEqual(sudland);
  });

  it("is told by the language of the names", () => {
    expect(row(stats, "Names by language", "sudland")).toEqual(["sudland", "2"]);
    expect(row(stats, "Names by language", "all")).toEqual(["all", "6"]);
  });

  it("is told beside what is left out", () => {
    expect(stats).toMatch(/\npaper, of 5:\n {2}1: headline\n {2}5: furniture$/);
  });

  it("counts as corroborated what another independent source says, not the same one twice", () => {
    const link = { from: "no-ship", to: "ferries", type: "corroborates", basis: "Ships." } as const;
    expect(row(statsOf({ ...SUDLAND, links: [link] }), "By source", "paper")[3]).toBe("0");
    const [paper] = SUDLAND.sources;
    if (!paper) throw new Error("no source");
    const other = { ...paper, id: "sheet", independence: "sheet" };
    const claims = SUDLAND.claims.map((claim) =>
      claim.id === "ferries" ? { ...claim, citations: [{ source: "sheet", paragraphs: [4] }] } : claim,
    );
    const two = { ...SUDLAND, sources: [paper, other], claims, links: [link] };
    expect(row(statsOf(two), "By source", "sheet")[3]).toBe("1");
    expect(
      row(statsOf({ ...two, sources: [paper, { ...other, independence: "paper" }] }), "By source", "sheet")[3],
    ).toBe("0");
  });
});
