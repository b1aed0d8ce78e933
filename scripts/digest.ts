import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { text } from "../src/digest/fields.ts";
import type { Digest } from "../src/digest/schema.ts";
import { checkShape } from "../src/digest/validate.ts";
import { type ArticleText, readArticleTexts } from "./articles.ts";
import { faithFaults } from "./check/faith.ts";
import { formFaults } from "./check/form.ts";
import { readNames } from "./check/naming.ts";
import { readWrittenDigest } from "./digest-files.ts";
import { statsOf } from "./stats.ts";
import { DigestError, faultLine, readFile } from "./yaml-file.ts";

const USAGE = `Usage: npm run digest -- check [--articles DIR] [--digest DIR]
       npm run digest -- stats [--digest DIR]
  check    form: ids, names, dates, wording, links; with the articles also whether each claim stands where it says
  stats    what the digest holds, by source, actor and language, and what of the articles it leaves out
  --articles DIR   folder with the texts that were read, as .txt
  --digest DIR     folder with the digest's files; default is the bundled one`;

const BUNDLED = "assets/digest";

interface CheckedFiles {
  readonly digest: Digest;
  /** Every fault, one line each. */
  readonly lines: readonly string[];
}

/**
 * A digest's files, checked; without articles for form alone.
 * @throws DigestError where the files are no digest
 */
export function checkDigestFiles(folder: string, texts: readonly ArticleText[] | undefined): CheckedFiles {
  const { digest, line } = readWrittenDigest(folder);
  const names = readNames(digest);
  const faults = [
    ...formFaults(digest, names, readLoadedWords(folder)),
    ...(texts ? faithFaults(digest, texts, names) : []),
  ];
  return { digest, lines: faults.map(line) };
}

/** Not every digest has such a list. @throws DigestError where it is no list of words */
function readLoadedWords(folder: string): string[] {
  const path = join(folder, "loaded-words.yaml");
  if (!existsSync(path)) return [];
  const file = readFile(path);
  const checked = checkShape(v.array(text), file.data);
  if ("value" in checked) return checked.value;
  throw new DigestError(checked.faults.map((fault) => faultLine(file, fault)).join("\n"));
}

/** @throws Error that says how the command is used */
function readArguments(args: string[]) {
  const options = { articles: { type: "string" }, digest: { type: "string" } } as const;
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function main(args: string[]): void {
  const { values, positionals } = readArguments(args);
  // npm runs scripts in the project's folder; a path on the command line is meant from where the caller stands.
  const fromCaller = (path: string) => resolve(process.env["INIT_CWD"] ?? ".", path);
  const folder = values.digest ? fromCaller(values.digest) : BUNDLED;
  const [command, ...others] = positionals;
  const isKnown = command === "check" || (command === "stats" && values.articles === undefined);
  if (others.length || !isKnown) throw new Error(USAGE);
  if (command === "stats") return console.log(statsOf(readWrittenDigest(folder).digest));

  const texts = values.articles === undefined ? undefined : readArticleTexts(fromCaller(values.articles));
  const { digest, lines } = checkDigestFiles(folder, texts);
  for (const line of lines) console.error(line);
  const { claims, sources } = digest;
  const checked = texts ? "form and faith" : "form alone, no articles given";
  const faults = `${lines.length} fault${lines.length === 1 ? "" : "s"}`;
  console.log(`${claims.length} claims of ${sources.length} sources: ${faults} (${checked})`);
  if (lines.length) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
