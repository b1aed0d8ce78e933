import { describe, expect, it } from "vitest";
import { describeActor } from "../../src/digest/entry.ts";
import type { View } from "../../src/digest/rank.ts";
import type { Digest } from "../../src/digest/schema.ts";
import type { LinkedStatement } from "../../src/digest/statement.ts";
import { SMALL_DIGEST } from "./small-digest.ts";

const VIEW: View = { passage: "", title: "", published: "2024-06-18" };
const kim = describeActor(SMALL_DIGEST, "kim", VIEW);

describe("an entry", () => {
  it("says who it is, in which digest, and how new its newest source is", () => {
    expect(kim.actor).toEqual({ id: "kim", kind: "person", name: "Kim Jong-un", description: "Leader" });
    const latest = { date: "2024-06", precision: "month" };
    expect(kim.digest).toEqual({ title: "A small digest", language: "en", latest });
  });

  it("names the role on the page's day, with the organisation's name", () => {
    const held = { start: "2011-12", organisation: "North Korea", outside: true };
    expect(kim.role).toEqual({ post: "Leader", state: "holds", ...held });
    expect(describeActor(SMALL_DIGEST, "kim", { ...VIEW, published: "2010-05-01" }).role).toBeNull();
    expect(describeActor(SMALL_DIGEST, "putin", VIEW).role).toBeNull();
  });

  it("holds no statement for an actor that no claim is about", () => {
    expect(describeActor(SMALL_DIGEST, "putin", VIEW)).toMatchObject({ statements: [], sources: {} });
  });

  it("begins with what fits the passage", () => {
    const { statements } = describeActor(SMALL_DIGEST, "kim", { ...VIEW, passage: "A satellite was launched." });
    expect(statements.map(({ id }) => id)).toHaveLength(4);
    expect(statements[0]?.id).toBe("satellite");
  });

  it("tells where a statement stands", () => {
    expect(statement("train")).toEqual({
      id: "train",
      text: "The guest came by train, it is said.",
      kind: "fact",
      isLater: false,
      isOpen: true,
      source: "second-paper",
      paragraphs: [2, 3],
      alike: [],
      independent: 1,
      fits: false,
      against: [],
    });
    expect(Object.keys(kim.sources)).toEqual(["first-paper", "second-paper"]);
    expect(kim.sources["second-paper"]).toEqual({
      title: "What Second Paper wrote",
      language: "en",
      outlet: "Second Paper",
      published: { date: "2024-06", precision: "month", basis: "printed" },
      kind: "report",
      notes: [],
    });
  });

  it("has what contradicts a statement beside it, once, and where that stands", () => {
    const { statements } = describeActor(linked("contradicts"), "kim", { ...VIEW, passage: "A satellite." });
    expect(statements.map(({ id }) => id)).not.toContain("train");
    const [first] = statements;
    expect(first?.id).toBe("satellite");
    expect(first?.against).toMatchObject([{ statement: { id: "train", source: "second-paper" }, basis: "Told." }]);
    const { statements: others } = describeActor(linked("contradicts"), "kim", {
      ...VIEW,
      passage: "The guest's train.",
    });
    expect(others[0]).toMatchObject({ id: "train", against: [{ statement: { id: "satellite" } }] });
  });

  it("says which statements have to do with the text: by topic or company in the passage", () => {
    const fitting = (view: Partial<View>) =>
      describeActor(linked("updates"), "kim", { ...VIEW, language: "en", ...view })
        .statements.filter(({ fits }) => fits)
        .map(({ id }) => id)
        .sort();
    expect(fitting({})).toEqual([]);
    // A page of a hundred paragraphs names nearly everybody.
    expect(fitting({ present: ["putin", "north-korea"] })).toEqual([]);
    expect(fitting({ actors: ["north-korea"] })).toEqual(["nothing", "satellite"]);
    // Without topics of its own, a claim has its words.
    expect(fitting({ passage: "He came by train." })).toEqual(["train"]);
  });

  it("counts the independent sources of a statement, has theirs, and does not repeat them", () => {
    const { statements, sources } = describeActor(linked("corroborates"), "putin", VIEW);
    expect(statements).toMatchObject([{ id: "satellite", independent: 2, alike: [{ id: "train" }] }]);
    expect(Object.keys(sources)).toEqual(["first-paper", "second-paper"]);
  });

  it("counts for what contradicts a statement as well, names who says so, and repeats none of it", () => {
    const digest = linked("contradicts");
    const entry = describeActor(
      { ...digest, links: [...digest.links, { from: "shells", to: "train", type: "corroborates", basis: "Both." }] },
      "kim",
      { ...VIEW, passage: "A satellite.", present: ["prigozhin"] },
    );
    const [first, ...others] = entry.statements;
    // Whichever of the two is ranked first.
    const sides = [first, ...(first?.against ?? []).map(({ statement }) => statement)];
    expect(sides.find((side) => side?.id === "satellite")).toMatchObject({ independent: 1, alike: [] });
    expect(sides.find((side) => side?.id === "train")).toMatchObject({ independent: 2, alike: [{ id: "shells" }] });
    expect(others.map(({ id }) => id)).toEqual(["nothing"]);
    expect(Object.keys(entry.sources).sort()).toEqual(["first-paper", "second-paper"]);
  });

  it("names whom of the page's others its statements name, most of them first", () => {
    const { companions } = describeActor(linked("contradicts"), "kim", {
      ...VIEW,
      present: ["prigozhin", "north-korea", "putin", "kim"],
    });
    expect(companions).toEqual([
      { id: "north-korea", name: "North Korea", statements: ["train", "nothing"] },
      { id: "putin", name: "Vladimir Putin", statements: ["train"] },
    ]);
    expect(kim.companions).toEqual([]);
  });

  const speakers: [what: string, id: string, expected: Partial<LinkedStatement>][] = [
    ["the outlet itself", "nothing", { isOpen: false }],
    ["an actor, by name", "shells", { speaker: "Vladimir Putin", kind: "allegation", isOpen: false }],
    [
      "somebody named in words, and the way by which they came",
      "satellite",
      { speaker: "an aide", via: "a letter", isOpen: false },
    ],
    ["nobody, where the source leaves it open", "train", { isOpen: true }],
  ];
  it.each(speakers)("has for a speaker %s", (_, id, expected) => {
    expect(statement(id)).toMatchObject(expected);
    expect("speaker" in statement(id)).toBe("speaker" in expected);
  });

  const facts: [published: string | undefined, texts: string[]][] = [
    ["2023-07-01", ["Mutinied", "Died", "Born"]],
    ["1970-01-01", ["Born", "Mutinied", "Died"]],
    [undefined, ["Died", "Mutinied", "Born"]],
  ];
  it.each(facts)("has the facts nearest in time to a page of %s first", (published, texts) => {
    const view = { passage: "", title: "", ...(published && { published }) };
    const entry = describeActor(SMALL_DIGEST, "prigozhin", view);
    expect(entry.facts.map(({ text }) => text)).toEqual(texts);
    expect(entry.facts.map(({ isLater }) => isLater)).toEqual(texts.map((text) => isLater(published, text)));
    expect(entry.statements).toEqual([]);
  });

  it("can be had of known actors only", () => {
    expect(() => describeActor(SMALL_DIGEST, "nobody", VIEW)).toThrow("no actor has the id nobody");
  });
});

function statement(id: string): LinkedStatement {
  const found = kim.statements.find((statement) => statement.id === id);
  if (!found) throw new Error(`no statement ${id}`);
  return found;
}

/** The small digest with a link, and with more than one actor in some of its claims. */
function linked(type: Digest["links"][number]["type"]): Digest {
  const others: Record<string, string[]> = { satellite: ["putin", "north-korea"], nothing: ["north-korea"] };
  const claims = SMALL_DIGEST.claims.map((claim) => ({
    ...claim,
    actors: [...claim.actors, ...(others[claim.id] ?? []).map((id) => ({ id, part: "mentioned" as const }))],
  }));
  return { ...SMALL_DIGEST, claims, links: [{ from: "train", to: "satellite", type, basis: "Told." }] };
}

function isLater(published: string | undefined, fact: string): boolean {
  const year = { Born: "1961", Mutinied: "2023-06", Died: "2023-08" }[fact] ?? "";
  return published !== undefined && year > published;
}
