import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { f1, judge, precision, recall, type Score, sum } from "../../scripts/score.ts";
import type { Spotted } from "../../scripts/spot.ts";
import { readArticles, readCases, type SpotCase } from "../../scripts/spot-cases.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("labels in a text", () => {
  type Label = readonly [start: number, end: number, actor: string];
  // biome-ignore format: a table reads best with a case on a line
  const examples: [what: string, labelled: string, text: string, labels: readonly Label[]][] = [
    ["none", "Nobody came.", "Nobody came.", []],
    ["at both ends", "[Ann](ann) met [Bob Roe](bob-2)", "Ann met Bob Roe", [[0, 3, "ann"], [8, 15, "bob-2"]]],
    ["side by side", "[Ann](ann)[Ann](ann)", "AnnAnn", [[0, 3, "ann"], [3, 6, "ann"]]],
    ["in a later paragraph", "One.\n\n[Ann](ann) left.\n[She](ann) ran.\n", "One.\n\nAnn left.\nShe ran.", [[6, 9, "ann"], [16, 19, "ann"]]],
    ["of two lines", "Then [Ann\nRoe](ann).", "Then Ann\nRoe.", [[5, 12, "ann"]]],
    ["after an astral character", "😀𝒫 [Ann 😀](ann)", "😀𝒫 Ann 😀", [[5, 11, "ann"]]],
    ["after escaped brackets", "So \\[sic\\] said [Ann](ann).", "So [sic] said Ann.", [[14, 17, "ann"]]],
    ["with escaped brackets inside", "[Ann \\[the\\] Roe](ann) left.", "Ann [the] Roe left.", [[0, 13, "ann"]]],
    ["between escaped brackets", "\\[[Ann](ann)\\] left.", "[Ann] left.", [[1, 4, "ann"]]],
    ["between parentheses", "([Ann](ann)) (44)", "(Ann) (44)", [[1, 4, "ann"]]],
    ["that are none: escaped", "\\[Ann](ann) left.", "[Ann](ann) left.", []],
    ["that are none: no actor behind", "[Ann] (ann) left.", "[Ann] (ann) left.", []],
    ["beside a backslash", "C:\\dir [Ann](ann) \\o/", "C:\\dir Ann \\o/", [[7, 10, "ann"]]],
  ];
  it.each(examples)("%s", (_, labelled, text, labels) => {
    write("cases.yaml", stringify([caseOf({ text: labelled })]));
    const [read] = readCases(folder);
    expect(read).toMatchObject({ text, mentions: labels.map(([start, end, actor]) => ({ start, end, actor })) });
  });
});

describe("labelled cases", () => {
  it("come from every YAML file in order, named by file and place", () => {
    write("b.yaml", stringify([caseOf({ title: "A title", published: "2024-05" })]));
    write("a.yaml", stringify([caseOf({ language: "de" }), caseOf({ level: "hard" })]));
    write("notes.md", "Nothing of this counts.");
    const mentions = [{ start: 0, end: 3, actor: "ann" }];
    const common = { tests: "a name", level: "plain", lang: "en", text: "Ann left.", mentions };
    expect(readCases(folder)).toEqual([
      { ...common, name: "a.yaml[0]", lang: "de" },
      { ...common, name: "a.yaml[1]", level: "hard" },
      { ...common, name: "b.yaml[0]", title: "A title", published: "2024-05" },
    ]);
  });

  // biome-ignore format: a table reads best with a case on a line
  const faults: [what: string, yaml: string, says: string][] = [
    ["without a text", stringify([caseOf(), caseOf({ text: undefined })]), "1.text: "],
    ["of an unknown level", stringify([caseOf(), caseOf(), caseOf({ level: "easy" })]), "2.level: "],
    ["with an unknown key", stringify([caseOf({ lang: "en" })]), "0.lang: "],
    ["with a year without quotes", stringify([caseOf({ published: 2024 })]), "0.published: "],
    ["that are no list", stringify(caseOf()), ""],
    ["that are no YAML", "- tests: [a name\n  level: plain\n", ""],
  ];
  it.each(faults)("%s name file and case", (_, yaml, says) => {
    write("good.yaml", stringify([caseOf()]));
    write("wrong.yaml", yaml);
    expect(() => readCases(folder)).toThrow(`${join(folder, "wrong.yaml")}: ${says}`);
  });
});

describe("labelled source articles", () => {
  const HEAD = "paragraph\toffset\ttext\tactor";
  const read = () => readArticles(join(folder, "labels"), join(folder, "articles"));

  it("have their labels at the offsets of the whole text, blank lines and margins gone", () => {
    write("articles/paper.txt", "  😀 Ann Roe came.\r\n\r\n \t\r\nThen Bob left, Bob and Ann.\r\n");
    write("labels/paper.tsv", `${HEAD}\n1\t3\tAnn Roe\tann\n2\t5\tBob\tbob\n2\t15\tBob\tbob\n2\t23\tAnn\tann\n`);
    write("labels/notes.md", "Nothing of this counts.");
    const [article, ...others] = read();
    expect(others).toEqual([]);
    expect(article).toMatchObject({ name: "paper.tsv", level: "article", lang: "en" });
    expect(article?.text).toBe("😀 Ann Roe came.\nThen Bob left, Bob and Ann.");
    expect(article?.mentions).toEqual([
      { start: 3, end: 10, actor: "ann" },
      { start: 22, end: 25, actor: "bob" },
      { start: 32, end: 35, actor: "bob" },
      { start: 40, end: 43, actor: "ann" },
    ]);
  });

  it("may have no labels", () => {
    write("articles/paper.txt", "Nobody came.\n");
    write("labels/paper.tsv", `${HEAD}\n`);
    expect(read()).toMatchObject([{ text: "Nobody came.", mentions: [] }]);
  });

  it("are none where the articles are not there", () => {
    write("labels/paper.tsv", `${HEAD}\n1\t0\tAnn\tann\n`);
    expect(read()).toEqual([]);
  });

  it.each([
    ["at a wrong offset", "2\t4\tBob\tbob", "paragraph 2 has no Bob at 4"],
    ["of another text", "1\t0\tBob\tbob", "paragraph 1 has no Bob at 0"],
    ["beyond the last paragraph", "3\t0\tBob\tbob", "paragraph 3 has no Bob at 0"],
    ["in no paragraph", "\t\tBob\tbob", "paragraph  has no Bob at "],
  ])("with a label %s name file and line", (_, row, says) => {
    write("articles/paper.txt", "Ann came.\nThen Bob left.\n");
    write("labels/paper.tsv", `${HEAD}\n1\t0\tAnn\tann\n${row}\n`);
    expect(read).toThrow(`${join(folder, "labels/paper.tsv")}:3: ${says}`);
  });

  it("without their text name the file", () => {
    write("articles/other.txt", "Ann came.\n");
    write("labels/paper.tsv", `${HEAD}\n1\t0\tAnn\tann\n`);
    expect(read).toThrow(join(folder, "articles/paper.txt"));
  });
});

describe("what is found is judged", () => {
  const ANN = mention(10, 20, "ann");
  const LATER = mention(30, 35, "ann");
  const BOB = mention(40, 43, "bob");

  // biome-ignore format: a table reads best with a case on a line
  const examples: [what: string, labels: Spotted[], found: Spotted[], score: Score][] = [
    ["nothing in nothing", [], [], { right: 0, wrong: 0, missed: 0, exact: 0 }],
    ["all of it, to the letter", [ANN, BOB], [ANN, BOB], { right: 2, wrong: 0, missed: 0, exact: 2 }],
    ["nothing of it", [ANN, LATER, BOB], [], { right: 0, wrong: 0, missed: 3, exact: 0 }],
    ["nobody there", [], [ANN, BOB], { right: 0, wrong: 2, missed: 0, exact: 0 }],
    ["shorter and longer than labelled", [ANN, BOB], [mention(15, 20, "ann"), mention(39, 44, "bob")], { right: 2, wrong: 0, missed: 0, exact: 0 }],
    ["one end right", [ANN, BOB], [mention(10, 21, "ann"), mention(42, 43, "bob")], { right: 2, wrong: 0, missed: 0, exact: 0 }],
    ["one letter in common", [ANN], [mention(19, 25, "ann")], { right: 1, wrong: 0, missed: 0, exact: 0 }],
    ["touching only", [ANN], [mention(20, 25, "ann"), mention(5, 10, "ann")], { right: 0, wrong: 2, missed: 1, exact: 0 }],
    ["another actor at the place", [ANN], [mention(10, 20, "bob")], { right: 0, wrong: 1, missed: 1, exact: 0 }],
    ["the actor at another place", [ANN, BOB], [LATER, BOB], { right: 1, wrong: 1, missed: 1, exact: 1 }],
    ["some of each", [ANN, LATER, BOB], [ANN, mention(29, 33, "ann"), mention(50, 55, "bob")], { right: 2, wrong: 1, missed: 1, exact: 1 }],
  ];
  it.each(examples)("%s", (_, labels, found, score) => {
    expect(sum([judge(article(labels), found)], () => true)).toEqual(score);
  });

  it("with every mention in its list", () => {
    const near = mention(31, 36, "ann");
    const nobody = mention(50, 55, "bob");
    const judged = judge(article([ANN, LATER, BOB]), [ANN, near, nobody]);
    expect(judged).toMatchObject({ right: [ANN, near], wrong: [nobody], missed: [BOB], exact: [ANN] });
  });

  it("over several articles, of the mentions that count", () => {
    const judged = [
      judge(article([ANN, BOB], "de"), [ANN, mention(50, 55, "bob")]),
      judge(article([ANN, LATER]), [ANN, LATER, BOB]),
    ];
    expect(sum(judged, () => true)).toEqual({ right: 3, wrong: 2, missed: 1, exact: 3 });
    expect(sum(judged, ({ actor }) => actor === "bob")).toEqual({ right: 0, wrong: 2, missed: 1, exact: 0 });
    expect(sum(judged, (_, { lang }) => lang === "de")).toEqual({ right: 1, wrong: 1, missed: 1, exact: 1 });
    expect(sum([], () => true)).toEqual({ right: 0, wrong: 0, missed: 0, exact: 0 });
  });
});

describe("precision, recall and F1", () => {
  // biome-ignore format: a table reads best with a case on a line
  const examples: [what: string, counts: Omit<Score, "exact">, p: number, r: number, f: number][] = [
    ["of all right", { right: 4, wrong: 0, missed: 0 }, 1, 1, 1],
    ["of some wrong", { right: 3, wrong: 1, missed: 0 }, 0.75, 1, 6 / 7],
    ["of some missed", { right: 1, wrong: 0, missed: 3 }, 1, 0.25, 0.4],
    ["of both", { right: 3, wrong: 1, missed: 2 }, 0.75, 0.6, 2 / 3],
    ["of none right", { right: 0, wrong: 2, missed: 2 }, 0, 0, 0],
    ["of nothing in nothing", { right: 0, wrong: 0, missed: 0 }, 1, 1, 1],
    ["of nothing found", { right: 0, wrong: 0, missed: 2 }, 1, 0, 0],
    ["of nothing there", { right: 0, wrong: 2, missed: 0 }, 0, 1, 0],
  ];
  it.each(examples)("%s", (_, counts, p, r, f) => {
    const score = { ...counts, exact: 0 };
    expect(precision(score)).toBeCloseTo(p, 12);
    expect(recall(score)).toBeCloseTo(r, 12);
    expect(f1(score)).toBeCloseTo(f, 12);
  });
});

function caseOf(changes: object = {}): object {
  return { tests: "a name", level: "plain", language: "en", text: "[Ann](ann) left.\n", ...changes };
}

function mention(start: number, end: number, actor: string): Spotted {
  return { start, end, actor };
}

function article(mentions: readonly Spotted[], lang = "en"): SpotCase {
  return { name: "an article", tests: "judging", level: "plain", lang, text: "x".repeat(60), mentions };
}

function write(name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
