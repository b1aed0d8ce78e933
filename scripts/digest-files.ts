import { existsSync, readdirSync } from "node:fs";
import { basename, join, relative } from "node:path";
import {
  aboutFileSchema,
  actorsFileSchema,
  namesFileSchema,
  sourceFileSchema,
  wordsFileSchema,
} from "../src/digest/file-schemas.ts";
import type { Fault } from "../src/digest/references.ts";
import type { Digest } from "../src/digest/schema.ts";
import { type Checked, checkDigest, checkShape } from "../src/digest/validate.ts";
import { nameActors } from "./name-files.ts";
import { withWords } from "./word-files.ts";
import { attempt, DigestError, type DigestFile, faultLine, readFile } from "./yaml-file.ts";

export { DigestError } from "./yaml-file.ts";

const EXTENSION = ".yaml";

export interface WrittenDigest {
  readonly digest: Digest;
  /** A fault in the digest → one line that begins with the file and line where that was written. */
  readonly line: (fault: Fault) => string;
}

/**
 * The YAML files of `folder` → one digest of the published format.
 * @throws DigestError naming file, line and path of every fault
 */
export function readDigestFiles(folder: string): Digest {
  return readWrittenDigest(folder).digest;
}

/**
 * The same, with the way back from a value to its line.
 * @throws DigestError naming file, line and path of every fault
 */
export function readWrittenDigest(folder: string): WrittenDigest {
  const about = readFile(join(folder, "digest.yaml"));
  const actors = readFile(join(folder, "actors.yaml"));
  const sources = yamlNames(join(folder, "sources"), "source id").map((name) =>
    readFile(join(folder, "sources", name)),
  );

  const aboutData = shaped(about, checkShape(aboutFileSchema, about.data));
  const actorsData = shaped(actors, checkShape(actorsFileSchema, actors.data));
  const byLanguage = (part: string) =>
    yamlNames(join(folder, part), "language").map((name) => ({
      file: readFile(join(folder, part, name)),
      language: basename(name, EXTENSION),
    }));
  const names = byLanguage("names").map(({ file, language }) => {
    return { file, language, names: shaped(file, checkShape(namesFileSchema, file.data)) };
  });
  const named = nameActors(actorsData.actors, names);
  const words = (part: string) =>
    byLanguage(part).map(({ file, language }) => {
      return { file, language, words: shaped(file, checkShape(wordsFileSchema, file.data)) };
    });
  const topics = withWords(aboutData.topics, words("topics"), "topic");
  const terms = withWords(aboutData.terms, words("terms"), "term");
  fail([...named.faults, ...topics.faults, ...terms.faults].map(({ file, ...fault }) => faultLine(file, fault)));
  const written = sources.map((file) => ({
    file,
    ...shaped(file, checkShape(sourceFileSchema, file.data)),
  }));
  fail(written.flatMap(({ file, source }) => misnamed(file, source.id)));

  const claims = written.flatMap(({ file, source, claims }) =>
    claims.map(({ paragraphs, ...claim }, index) => ({
      file,
      index,
      claim: { ...claim, citations: [{ source: source.id, paragraphs }] },
    })),
  );
  const checked = checkDigest({
    ...aboutData,
    topics: topics.lists,
    terms: terms.lists,
    actors: named.actors,
    sources: written.map(({ source }) => source),
    claims: claims.map(({ claim }) => claim),
  });

  /** A path in the whole digest → the file it was written in and the path there. */
  const origin = ([list, index, ...rest]: Fault["path"]): [DigestFile, Fault["path"]] => {
    if (list === "actors")
      return named.originOf(index as number, rest) ?? [actors, ["actors", index as number, ...rest]];
    if (list === "sources") return [(written[index as number] as { file: DigestFile }).file, ["source", ...rest]];
    if (list !== "claims") return [about, index === undefined ? [list as string] : [list as string, index, ...rest]];
    const { file, index: local } = claims[index as number] as (typeof claims)[number];
    const [field, , key, ...inner] = rest;
    const inFile = field === "citations" && key === "paragraphs" ? ["paragraphs", ...inner] : rest;
    return [file, ["claims", local, ...inFile]];
  };
  const line = (fault: Fault): string => {
    const [file, path] = origin(fault.path);
    return faultLine(file, { ...fault, path });
  };
  if ("value" in checked) return { digest: checked.value, line };
  throw new DigestError(checked.faults.map(line).join("\n"));
}

/** The files of a folder, sorted. A digest of actors and their names needs neither sources nor names by language. */
function yamlNames(folder: string, what: string): string[] {
  if (!existsSync(folder)) return [];
  // Hidden files are the system's or an editor's own.
  const names = attempt(folder, () => readdirSync(folder)).filter((name) => !name.startsWith("."));
  const strangers = names.filter((name) => !name.endsWith(EXTENSION));
  fail(strangers.map((name) => `${relative(".", join(folder, name))}: expected a file called <${what}>${EXTENSION}`));
  return names.sort();
}

/** A source is to be found by its id. */
function misnamed(file: DigestFile, id: string): string[] {
  const name = basename(file.path, EXTENSION);
  if (id === name) return [];
  return [faultLine(file, { path: ["source", "id"], message: `expected ${name}, as the file is called, found ${id}` })];
}

/** @throws DigestError where there is anything to say */
function fail(lines: readonly string[]): void {
  if (lines.length) throw new DigestError(lines.join("\n"));
}

function shaped<T>(file: DigestFile, checked: Checked<T>): T {
  if ("value" in checked) return checked.value;
  throw new DigestError(checked.faults.map((fault) => faultLine(file, fault)).join("\n"));
}
