import { describe, expect, it } from "vitest";
import { describeActor, type Statement } from "../../src/digest/entry.ts";
import type { View } from "../../src/digest/rank.ts";
import { SMALL_DIGEST } from "./small-digest.ts";

const VIEW: View = { passage: "", title: "", published: "2024-06-18" };
const kim = describeActor(SMALL_DIGEST, "kim", VIEW);

describe("an entry", () => {
  it("says who it is, in which digest, and how many sources speak of the actor", () => {
    expect(kim.actor).toEqual({ id: "kim", kind: "person", name: "Kim Jong-un", description: "Leader" });
    expect(kim.digest).toEqual({ title: "A small digest", language: "en" });
    expect(kim.sources).toBe(2);
  });

  it("names the role on the page's day, with the organisation's name", () => {
    const held = { start: "2011-12", organisation: "North Korea", outside: true };
    expect(kim.role).toEqual({ post: "Leader", state: "holds", ...held });
    expect(describeActor(SMALL_DIGEST, "kim", { ...VIEW, published: "2010-05-01" }).role).toBeNull();
    expect(describeActor(SMALL_DIGEST, "putin", VIEW).role).toBeNull();
  });

  it("holds no statement for an actor that no claim is about", () => {
    expect(describeActor(SMALL_DIGEST, "putin", VIEW)).toMatchObject({ statements: [], sources: 0 });
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
      outlet: "Second Paper",
      title: "What Second Paper wrote",
      published: { date: "2024-06", precision: "month" },
      paragraphs: [2, 3],
    });
  });

  const speakers: [what: string, id: string, expected: Partial<Statement>][] = [
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
    expect(entry.statements).toEqual([]);
  });

  it("can be had of known actors only", () => {
    expect(() => describeActor(SMALL_DIGEST, "nobody", VIEW)).toThrow("no actor has the id nobody");
  });
});

function statement(id: string): Statement {
  const found = kim.statements.find((statement) => statement.id === id);
  if (!found) throw new Error(`no statement ${id}`);
  return found;
}
