import { describe, expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { indexForSearch, searchActors } from "../../src/mentions/search.ts";

const named = (id: string, ...forms: [string, ...string[]]) => ({
  id,
  name: forms[0],
  description: "",
  tenures: [],
  names: forms.map((form) => ({ form, language: "en", strength: "strong" as const })),
});
const small = indexForSearch([
  named("vucic", "Aleksandar Vučić", "Александр Вучич", "亞歷山大·武契奇"),
  named("eu", "European Union", "EU", "Europe des Vingt-Sept"),
  named("kim", "Kim Jong-un", "김정은", "Little Rocket Man"),
  named("al", "al-Assad, Bashar"),
]);
const ids = (query: string) => searchActors(query, small).map(({ id }) => id);

describe("a search for actors", () => {
  it.each([
    ["vucic", ["vucic"]],
    ["VUČIĆ", ["vucic"]],
    ["ＶＵＣＩＣ", ["vucic"]],
    ["вучич", ["vucic"]],
    ["武契奇", ["vucic"]],
    ["정은", ["kim"]],
    ["kim jong un", ["kim"]],
    ["Jong‑un", ["kim"]],
    ["rocket", ["kim"]],
    ["eu", ["eu"]],
    ["euro un", ["eu"]],
    ["un jong kim", ["kim"]],
    ["rocket jong", ["kim"]],
    ["Вучич aleks", ["vucic"]],
    ["김 rocket", ["kim"]],
    ["rocket vucic", []],
    ["ssad", []],
    ["assad", ["al"]],
    ["  bashar ", ["al"]],
    ["ucic", []],
    ["nobody", []],
    ["<b>", []],
    [".*", []],
    ["*", []],
  ])("finds by any name, at the beginning of a word: %s", (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it("gives all, by name, where nothing is asked", () => {
    expect(ids("")).toEqual(["al", "vucic", "eu", "kim"]);
    expect(ids("  ")).toEqual(ids(""));
  });

  it("tells by which other name it was found, and puts those after the chief ones", () => {
    const index = indexForSearch([named("a", "Anna Berg", "Kim Berg"), named("b", "Kim Chol")]);
    expect(searchActors("kim", index)).toEqual([{ id: "b" }, { id: "a", form: "Kim Berg" }]);
  });

  it("puts the best first: a whole name, words side by side, in one name, in several, in what somebody is", () => {
    const index = indexForSearch([
      { ...named("about", "Anna Berg"), description: "Rival of Min Chol" },
      named("several", "Bo Min", "Chol Berg"),
      named("apart", "Chol Bo Min"),
      named("beside", "Do Min Chol"),
      named("other", "Eva", "Min Chol"),
      named("whole", "Min Chol"),
    ]);
    expect(searchActors("min chol", index)).toEqual([
      { id: "whole" },
      { id: "other", form: "Min Chol" },
      { id: "beside" },
      { id: "apart" },
      { id: "several", form: "Chol Berg" },
      { id: "about" },
    ]);
  });

  it("finds somebody by a role, with a word of the name", () => {
    const tenures = [{ post: "Minister of Défense", asOf: "2024", citations: [] }];
    const index = indexForSearch([{ ...named("a", "Anna Berg"), tenures }, named("b", "Bea Berg")]);
    expect(searchActors("berg defense", index)).toEqual([{ id: "a" }]);
  });
});

const { actors } = readDigestFiles("assets/digest");

it("finds every actor of the bundled digest by each of its names", () => {
  const lost = actors.flatMap((actor) => {
    const index = indexForSearch([actor]);
    return actor.names.filter(({ form }) => !searchActors(form, index).length).map(({ form }) => form);
  });
  expect(lost).toEqual([]);
});
