import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { build } from "../../scripts/build.ts";
import { DigestError, readDigestFiles } from "../../scripts/digest-files.ts";
import { checkDigest } from "../../src/digest/validate.ts";

const ACTORS = "actors.yaml";
const PAPER = "sources/paper.yaml";
const FILES = {
  "digest.yaml": `id: small
title: Small
topics:
  - { id: talks, label: Talks }
`,
  [ACTORS]: `actors:
  - id: ann
    kind: person
    name: Ann Example
    names:
      - { form: Ann Example }
    tenures:
      - post: Mayor
        asOf: "2024-01-01"
        outside: { basis: public record }
  - id: town
    kind: state
    name: Town
    names: [{ form: Town }]
`,
  [PAPER]: `source:
  id: paper
  title: What the paper wrote
  outlet: Paper
  language: en
  published: { date: "2024-01-01", precision: day, basis: printed }
  kind: report
  independence: paper
  hash: sha256:${"0".repeat(64)}
  paragraphs: 3
claims:
  - id: ann-spoke
    text: Ann spoke in Town.
    kind: fact
    actors: [{ id: ann, part: subject }]
    speaker: { actor: ann }
    when: { start: "2024-01-01", end: "2024-01" }
    topics: [talks]
    paragraphs: [1, 3]
`,
};

interface Fault {
  readonly what: string;
  readonly file: keyof typeof FILES;
  /** What is written instead of what. */
  readonly change: readonly [written: string, instead: string];
  /** Line, path and what is wrong. */
  readonly says: string;
  /** Tried with the whole build as well. */
  readonly stopsBuild?: true;
}

// biome-ignore format: a table reads best with a case on a line
const FAULTS: readonly Fault[] = [
  { what: "an unknown actor", stopsBuild: true, file: PAPER, change: ["{ id: ann, part", "{ id: bob, part"], says: "15: claims[0].actors[0].id: no actor has the id bob" },
  { what: "an unknown speaker", file: PAPER, change: ["actor: ann", "actor: bob"], says: "16: claims[0].speaker.actor: no actor has the id bob" },
  { what: "an unknown topic", file: PAPER, change: ["[talks]", "[talk]"], says: "18: claims[0].topics[0]: no topic has the id talk" },
  { what: "a citation beyond the last paragraph", stopsBuild: true, file: PAPER, change: ["[1, 3]", "[1, 4]"], says: "19: claims[0].paragraphs[1]: paper ends at paragraph 3, named is 4" },
  { what: "no citation", file: PAPER, change: ["[1, 3]", "[]"], says: "19: claims[0].paragraphs: expected at least one paragraph, found none" },
  { what: "one id twice", stopsBuild: true, file: ACTORS, change: ["id: town", "id: ann"], says: "11: actors[1].id: ann stands twice among the actors" },
  { what: "a date that is none", stopsBuild: true, file: PAPER, change: ['date: "2024-01-01"', 'date: "2024-02-30"'], says: '6: source.published.date: expected a date that exists in the calendar, found "2024-02-30"' },
  { what: "a date in words", file: PAPER, change: ['date: "2024-01-01"', "date: May 2024"], says: '6: source.published.date: expected a date: YYYY, YYYY-MM or YYYY-MM-DD, found "May 2024"' },
  { what: "a year without quotes", file: PAPER, change: ['date: "2024-01-01"', "date: 2024"], says: "6: source.published.date: expected a date in quotes: YYYY, YYYY-MM or YYYY-MM-DD, found 2024" },
  { what: "an end before the start", file: PAPER, change: ['end: "2024-01"', 'end: "2023"'], says: "17: claims[0].when.end: 2023 lies before the start, 2024-01-01" },
  { what: "a tenure without asOf", stopsBuild: true, file: ACTORS, change: ['        asOf: "2024-01-01"\n', ""], says: "8: actors[0].tenures[0].asOf: is missing" },
  { what: "a tenure that rests on nothing", file: ACTORS, change: ["        outside: { basis: public record }\n", ""], says: "8: actors[0].tenures[0]: expected citations, or outside: what it rests on" },
  { what: "YAML that is none", stopsBuild: true, file: ACTORS, change: ["names: [{ form: Town }]", "names: [{ form: Town ]"], says: "14:26: YAML: Flow map in block collection must be sufficiently indented and end with a }" },
  { what: "an alias of nothing", stopsBuild: true, file: PAPER, change: ["id: ann, part", "id: *nobody, part"], says: "15:20: YAML: no anchor before has the name nobody" },
  { what: "one key twice", file: ACTORS, change: ["    kind: state", "    kind: state\n    kind: state"], says: "13:5: YAML: Map keys must be unique" },
  { what: "a tag that nobody knows", file: ACTORS, change: ["kind: state", "kind: !town state"], says: "12:11: YAML: Unresolved tag: !town" },
  { what: "a source of another name", stopsBuild: true, file: PAPER, change: ["id: paper", "id: sheet"], says: "2: source.id: expected paper, as the file is called, found sheet" },
  { what: "a fact that ends before it starts", file: ACTORS, change: ["    tenures:", '    facts: [{ text: Won, when: { start: "2024", end: "2023" }, outside: { basis: known } }]\n    tenures:'], says: "7: actors[0].facts[0].when.end: 2023 lies before the start, 2024" },
  { what: "a relation that ends before it starts", file: "digest.yaml", change: ["topics:", 'relations: [{ from: ann, to: town, type: rules, when: { start: "2024", end: "2023" }, outside: { basis: known } }]\ntopics:'], says: "3: relations[0].when.end: 2023 lies before the start, 2024" },
  { what: "an uncited paragraph beyond the last", file: PAPER, change: ["  paragraphs: 3", "  paragraphs: 3\n  uncited: [{ paragraphs: [2, 4], reason: an advertisement }]"], says: "11: source.uncited[0].paragraphs[1]: paper ends at paragraph 3, named is 4" },
  { what: "an unknown key", file: ACTORS, change: ["    kind: state", "    kind: state\n    colour: red"], says: "13: actors[1].colour: a key that the format does not know" },
  { what: "an unknown kind", file: ACTORS, change: ["kind: state", "kind: town"], says: '12: actors[1].kind: expected one of "person", "state", "organisation", "agreement", found "town"' },
  { what: "a missing name", file: ACTORS, change: ["    name: Town\n", ""], says: "11: actors[1].name: is missing" },
  { what: "an empty name", file: ACTORS, change: ["name: Town\n", 'name: ""\n'], says: '13: actors[1].name: expected text that is not empty, found ""' },
  { what: "a version without quotes", file: "digest.yaml", change: ["title: Small", "version: 1.0"], says: "2: version: expected text in quotes, found 1" },
  { what: "a list that is none", file: ACTORS, change: ["names: [{ form: Town }]", "names:"], says: "14: actors[1].names: expected a list, found nothing" },
  { what: "an address that is none", file: PAPER, change: ["  language: en", "  language: en\n  address: www.example.org"], says: '6: source.address: expected a web address, found "www.example.org"' },
];

let assets: string;
let folder: string;

beforeEach(() => {
  assets = mkdtempSync(join(tmpdir(), "dramatis-"));
  folder = join(assets, "digest");
  for (const [name, text] of Object.entries(FILES)) write(name, text);
});
afterEach(() => rmSync(assets, { recursive: true }));

describe("digest files", () => {
  it("are one digest", () => {
    const { id, actors, claims } = readDigestFiles(folder);
    expect({ id, actors: actors.map((actor) => actor.id) }).toEqual({ id: "small", actors: ["ann", "town"] });
    expect(claims.map(({ citations }) => citations)).toEqual([[{ source: "paper", paragraphs: [1, 3] }]]);
  });

  it("have the words of topics in a file for each language", () => {
    write("topics/en.yaml", "talks: [summit, handshake]\n");
    write("topics/de.yaml", "talks: [Gipfel]\n");
    const { topics } = readDigestFiles(folder);
    expect(topics).toEqual([{ id: "talks", label: "Talks", words: { en: ["summit", "handshake"], de: ["Gipfel"] } }]);
  });

  it("have the words of terms in a file for each language", () => {
    write(
      "digest.yaml",
      FILES["digest.yaml"].replace("topics:", "terms: [{ id: ship, said: [ship, vessel] }]\ntopics:"),
    );
    write("terms/de.yaml", "ship: [Schiff-, Kahn]\n");
    expect(readDigestFiles(folder).terms).toEqual([
      { id: "ship", said: ["ship", "vessel"], words: { de: ["Schiff-", "Kahn"] } },
    ]);
    write("terms/de.yaml", "shop: [Laden]\n");
    expect(() => readDigestFiles(folder)).toThrow(
      new DigestError(`${pathOf("terms/de.yaml")}:1: shop: no term has this id`),
    );
  });

  const topicFaults: [what: string, text: string, says: string][] = [
    ["a topic that the digest does not have", "talks: [summit]\ntalk: [chat]\n", "2: talk: no topic has this id"],
    ["words that are no list", "talks: summit\n", '1: talks: expected a list, found "summit"'],
    ["a year without quotes", "talks: [summit, 2024]\n", "1: talks[1]: expected text in quotes, found 2024"],
  ];
  it.each(topicFaults)("tell of words for topics: %s", (_, text, says) => {
    write("topics/en.yaml", text);
    expect(() => readDigestFiles(folder)).toThrow(new DigestError(`${pathOf("topics/en.yaml")}:${says}`));
  });

  it("need no sources", () => {
    rmSync(join(folder, "sources"), { recursive: true });
    expect(readDigestFiles(folder)).toMatchObject({ sources: [], claims: [] });
  });

  it.each(["digest.yaml", ACTORS])("without %s say so", (name) => {
    rmSync(join(folder, name));
    expect(() => readDigestFiles(folder)).toThrow(new DigestError(`${pathOf(name)}: is missing`));
  });

  it("that cannot be read say so", () => {
    rmSync(join(folder, ACTORS));
    mkdirSync(join(folder, ACTORS));
    expect(() => readDigestFiles(folder)).toThrow(new DigestError(`${pathOf(ACTORS)}: cannot be read (EISDIR)`));
  });

  it("overlook no file among the sources but hidden ones", () => {
    write("sources/.DS_Store", "");
    readDigestFiles(folder);
    write("sources/sheet.yml", FILES[PAPER]);
    const message = `${pathOf("sources/sheet.yml")}: expected a file called <source id>.yaml`;
    expect(() => readDigestFiles(folder)).toThrow(new DigestError(message));
  });

  it("with sources that are no folder say so", () => {
    rmSync(join(folder, "sources"), { recursive: true });
    write("sources", "");
    expect(() => readDigestFiles(folder)).toThrow(new DigestError(`${pathOf("sources")}: cannot be read (ENOTDIR)`));
  });

  it("that grow without end when aliases are followed say so", () => {
    const rows = [..."bcdefghi"].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefghi"[i]}`)}]`);
    write("digest.yaml", ["a: &a [1]", ...rows].join("\n"));
    expect(() => readDigestFiles(folder)).toThrow(
      new DigestError(`${pathOf("digest.yaml")}: YAML: Excessive alias count indicates a resource exhaustion attack`),
    );
  });

  it.each(FAULTS)("with $what say so in one line", (fault) => {
    const message = damage(fault);
    expect(() => readDigestFiles(folder)).toThrow(new DigestError(message));
  });

  it.each(FAULTS.filter(({ stopsBuild }) => stopsBuild))("with $what leave no build", async (fault) => {
    const message = damage(fault);
    const dist = join(assets, "dist");
    mkdirSync(join(dist, "chrome"), { recursive: true });
    await expect(build({ assets, dist })).rejects.toThrow(new DigestError(message));
    expect(existsSync(dist)).toBe(false);
  });
});

describe("a digest", () => {
  it("of actors and their names is enough", () => {
    const checked = checkDigest({ actors: [{ id: "ann", kind: "person", name: "Ann", names: [{ form: "Ann" }] }] });
    expect(checked).toMatchObject({ value: { actors: [{ id: "ann", tenures: [] }], sources: [], claims: [] } });
  });

  it("without actors is none", () => {
    expect(checkDigest({ actors: [] })).toEqual({
      faults: [{ path: ["actors"], message: "expected at least one actor, found none" }],
    });
  });
});

/** @returns what is to be said of the fault */
function damage({ file, change: [written, instead], says }: Fault): string {
  const text = FILES[file];
  if (text.split(written).length !== 2) throw new Error(`${file} has to hold once: ${written}`);
  write(file, text.replace(written, instead));
  return `${pathOf(file)}:${says}`;
}

function pathOf(name: string): string {
  return relative(".", join(folder, name));
}

function write(name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
