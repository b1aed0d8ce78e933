import { describe, expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { searchActors, standsIn } from "../../src/mentions/search.ts";
import { indexForSearch } from "../../src/mentions/search-index.ts";

const named = (id: string, ...forms: [string, ...string[]]) => ({
  id,
  name: forms[0],
  description: "",
  tenures: [],
  names: forms.map((form) => ({ form, language: "en", strength: "strong" as const })),
});
const indexOf = (actors: Parameters<typeof indexForSearch>[0], ...silent: string[]) =>
  indexForSearch(actors, "en", (id) => silent.includes(id));
const small = indexOf([
  named("vucic", "Aleksandar Vučić", "Александр Вучич", "亞歷山大·武契奇"),
  named("eu", "European Union", "EU", "Europe des Vingt-Sept"),
  named("kim", "Kim Jong-un", "김정은", "Little Rocket Man"),
  named("al", "al-Assad, Bashar"),
]);
const ids = (query: string, index = small) => searchActors(query, index).map(({ id }) => id);

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
    ["kimjongun", ["kim"]],
    ["kimjong", ["kim"]],
    ["亞歷山大武契奇", ["vucic"]],
    ['"kim jong un"', ["kim"]],
    ["„Kim“ (Jong-un)!", ["kim"]],
    ["<kim>", ["kim"]],
  ])("finds by any name, at the beginning of a word: %s", (query, expected) => {
    expect(ids(query)).toEqual(expected);
  });

  it("gives all, by name, where nothing is asked", () => {
    expect(ids("")).toEqual(["al", "vucic", "eu", "kim"]);
    for (const query of ["  ", '"', ".*"]) expect(ids(query)).toEqual(ids(""));
  });

  it("tells by which other name it was found, and puts those after the chief ones", () => {
    const index = indexOf([named("a", "Anna Berg", "Kim Berg"), named("b", "Kim Chol")]);
    expect(searchActors("kim", index)).toEqual([{ id: "b" }, { id: "a", form: "Kim Berg" }]);
  });

  it("puts the best first: a whole name, words side by side, in one name, in several, in what somebody is", () => {
    const index = indexOf([
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
    const index = indexOf([{ ...named("a", "Anna Berg"), tenures }, named("b", "Bea Berg")]);
    expect(searchActors("berg defense", index)).toEqual([{ id: "a", tenure: tenures[0] }]);
  });

  it("tells by which role it was found, the last of several, where neither names nor description do", () => {
    const tenures = ["1999", "2005", "2012"].map((asOf) => ({ post: "Minister", asOf, citations: [] }));
    const described = { ...named("b", "Bea Berg"), description: "A minister", tenures };
    const index = indexOf([{ ...named("a", "Anna Berg"), tenures }, described]);
    expect(searchActors("minister", index)).toEqual([{ id: "a", tenure: tenures[2] }, { id: "b" }]);
  });

  it("finds by a name in its other cases, and tells the name as it is listed", () => {
    const names = [{ form: "Путин", language: "ru", strength: "strong" as const, inflected: ["Путина", "Путину"] }];
    const index = indexOf([{ ...named("a", "Vladimir Putin"), names }]);
    expect(searchActors("путина", index)).toEqual([{ id: "a", form: "Путин" }]);
  });

  it("puts a whole word of description or role before what begins a name in another language", () => {
    const foreign = { form: "Ministerium", language: "de", strength: "strong" as const };
    const index = indexOf([
      { ...named("foreign", "Anna"), names: [foreign] },
      { ...named("about", "Bea"), description: "Minister of war" },
      named("own", "Chol", "Ministerial Council"),
    ]);
    expect(ids("minister", index)).toEqual(["own", "about", "foreign"]);
    expect(ids("ministerium", index)).toEqual(["foreign"]);
  });

  it("puts those of whom nothing is said last among equals, but not in the list of all", () => {
    const index = indexOf([named("a", "Kim A"), named("b", "Kim B"), named("c", "Ada", "Kim C")], "a");
    expect(ids("kim", index)).toEqual(["b", "a", "c"]);
    expect(ids("", index)).toEqual(["c", "a", "b"]);
  });
});

it("finds any text by the beginnings of its words", () => {
  const found = ["mail", '"MailOnline"', "online", "arms online", ""].map((query) =>
    standsIn(query, "Arms: MailOnline"),
  );
  expect(found).toEqual([true, true, false, false, true]);
});

const { actors } = readDigestFiles("assets/digest");

it("finds every actor of the bundled digest by each of its names in each case", () => {
  const lost = actors.flatMap((actor) => {
    const index = indexOf([actor]);
    return actor.names
      .flatMap(({ form, inflected = [] }) => [form, ...inflected])
      .filter((form) => !searchActors(form, index).length);
  });
  expect(lost).toEqual([]);
});
