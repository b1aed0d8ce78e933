import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { type Document, isNode, LineCounter, parseDocument, visit } from "yaml";
import type { Fault } from "../src/digest/references.ts";

/** One file of a digest as people write it, with the way back from a value to its line. */
export interface DigestFile {
  readonly path: string;
  /** What the file says, as plain data. */
  readonly data: unknown;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** Faults in digest files, one readable line each: file, line, path, what was expected. */
export class DigestError extends Error {
  override readonly name = "DigestError";
}

/** @throws DigestError where the file cannot be read or is no YAML, with the line where there is one */
export function readFile(path: string): DigestFile {
  const name = relative(".", path);
  const lines = new LineCounter();
  const text = attempt(path, () => readFileSync(path, "utf8"));
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [problem] = [...document.errors, ...document.warnings, ...loneAliases(document)];
  if (problem) {
    const { line, col } = lines.linePos(problem.pos[0]);
    throw new DigestError(`${name}:${line}:${col}: YAML: ${problem.message}`);
  }
  try {
    return { path: name, data: document.toJS(), document, lines };
  } catch (error) {
    throw new DigestError(`${name}: YAML: ${(error as Error).message}`);
  }
}

/** @returns what `read` does with the file or folder. @throws DigestError where it cannot be read */
export function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DigestError(`${relative(".", path)}: ${code === "ENOENT" ? "is missing" : `cannot be read (${code})`}`);
  }
}

/** A fault as one line: file, line, path, what was expected. */
export function faultLine({ path: name, document, lines }: DigestFile, { path, message }: Fault): string {
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

/** The parser takes them; it is the data that they are missing from. */
function loneAliases(document: Document.Parsed): { pos: readonly [number]; message: string }[] {
  const found: { pos: readonly [number]; message: string }[] = [];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      found.push({ pos: [alias.range?.[0] ?? 0], message: `no anchor before has the name ${alias.source}` });
    },
  });
  return found;
}
