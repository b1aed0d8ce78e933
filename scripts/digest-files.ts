import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { Fault } from "../src/digest/references.ts";
import { aboutFileSchema, actorsFileSchema, type Digest, sourceFileSchema } from "../src/digest/schema.ts";
import { type Checked, checkDigest, checkShape } from "../src/digest/validate.ts";

/** One file of a digest as people write it, with the way back from a value to its line. */
interface DigestFile {
  readonly path: string;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** Faults in digest files, one readable line each: file, line, path, what was expected. */
export class DigestError extends Error {
  override readonly name = "DigestError";
}

/**
 * The YAML files of `folder` → one digest of the published format.
 * @throws DigestError naming file, line and path of every fault
 */
export function readDigestFiles(folder: string): Digest {
  const about = readFile(join(folder, "digest.yaml"));
  const actors = readFile(join(folder, "actors.yaml"));
  const sources = sourceNames(join(folder, "sources"))
    .sort()
    .map((name) => readFile(join(folder, "sources", name)));

  const aboutData = shaped(about, checkShape(aboutFileSchema, about.document.toJS()));
  const actorsData = shaped(actors, checkShape(actorsFileSchema, actors.document.toJS()));
  const written = sources.map((file) => ({
    file,
    ...shaped(file, checkShape(sourceFileSchema, file.document.toJS())),
  }));

  const claims = written.flatMap(({ file, source, claims }) =>
    claims.map(({ paragraphs, ...claim }, index) => ({
      file,
      index,
      claim: { ...claim, citations: [{ source: source.id, paragraphs }] },
    })),
  );
  const checked = checkDigest({
    ...aboutData,
    ...actorsData,
    sources: written.map(({ source }) => source),
    claims: claims.map(({ claim }) => claim),
  });
  if ("value" in checked) return checked.value;

  /** A path in the whole digest → the file it was written in and the path there. */
  const origin = ([list, index, ...rest]: Fault["path"]): [DigestFile, Fault["path"]] => {
    if (list === "actors") return [actors, ["actors", index as number, ...rest]];
    if (list === "sources") return [(written[index as number] as { file: DigestFile }).file, ["source", ...rest]];
    if (list !== "claims") return [about, index === undefined ? [list as string] : [list as string, index, ...rest]];
    const { file, index: local } = claims[index as number] as (typeof claims)[number];
    const [field, , key, ...inner] = rest;
    const inFile = field === "citations" && key === "paragraphs" ? ["paragraphs", ...inner] : rest;
    return [file, ["claims", local, ...inFile]];
  };
  throw new DigestError(
    checked.faults
      .map((fault) => {
        const [file, path] = origin(fault.path);
        return line(file, { ...fault, path });
      })
      .join("\n"),
  );
}

/** A digest of actors and their names needs no sources. */
function sourceNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".yaml")) : [];
}

function readFile(path: string): DigestFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines, prettyErrors: false });
  const file = { path: relative(".", path), document, lines };
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new DigestError(`${file.path}:${line}:${col}: YAML syntax: ${error.message}`);
  }
  return file;
}

function shaped<T>(file: DigestFile, checked: Checked<T>): T {
  if ("value" in checked) return checked.value;
  throw new DigestError(checked.faults.map((fault) => line(file, fault)).join("\n"));
}

function line({ path: name, document, lines }: DigestFile, { path, message }: Fault): string {
  let depth = path.length;
  let node = document.getIn(path, true);
  while (!isNode(node) && depth > 0) node = document.getIn(path.slice(0, --depth), true);
  const at = isNode(node) && node.range ? `:${lines.linePos(node.range[0]).line}` : "";
  const where = path.reduce<string>(
    (all, key) => (typeof key === "number" ? `${all}[${key}]` : all ? `${all}.${key}` : key),
    "",
  );
  return `${name}${at}: ${where || "file"}: ${message}`;
}
