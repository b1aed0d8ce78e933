import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { parse } from "yaml";
import { text } from "../src/digest/fields.ts";
import { type ArticleText, readArticleTexts } from "./articles.ts";
import { faithFaults } from "./check/faith.ts";
import { formFaults } from "./check/form.ts";
import { readNames } from "./check/naming.ts";
import { readWrittenDigest } from "./digest-files.ts";
import { statsOf } from "./stats.ts";

const USAGE = `Usage: npm run digest -- check [--articles DIR] [--digest DIR]
       npm run digest -- stats [--digest DIR]
  check    form: ids, names, dates, wording, links; with the articles also whether each claim stands where it says
  stats    what the digest holds, by source, actor and language, and what of the articles it leaves out
  --articles DIR   folder with the texts that were read, as .txt
  --digest DIR     folder with the digest's files; default is the bundled one`;

export const BUNDLED = "assets/digest";

/**
 * Every fault of a digest's files, one line each; without articles those of form alone.
 * @throws DigestError where the files are no digest
 */
export function checkDigestFiles(folder: string, texts: readonly ArticleText[] | undefined): string[] {
  const { digest, line } = readWrittenDigest(folder);
  const names = readNames(digest);
  const faults = [
    ...formFaults(digest, names, readLoadedWords(folder)),
    ...(texts ? faithFaults(digest, texts, names) : []),
  ];
  return faults.map(line);
}

/** Not every digest has such a list. @throws Error where it is no list of words */
export function readLoadedWords(folder: string): string[] {
  const file = join(folder, "loaded-words.yaml");
  return existsSync(file)
    ? v.parse(v.array(text, `${file}: expected a list of words`), parse(readFileSync(file, "utf8")))
    : [];
}

function main(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { articles: { type: "string" }, digest: { type: "string" } },
  });
  // npm runs scripts in the project's folder; a path on the command line is meant from where the caller stands.
  const fromCaller = (path: string) => resolve(process.env["INIT_CWD"] ?? ".", path);
  const folder = values.digest ? fromCaller(values.digest) : BUNDLED;
  const [command, ...others] = positionals;
  if (others.length || (command !== "check" && command !== "stats")) throw new Error(USAGE);
  if (command === "stats") return console.log(statsOf(readWrittenDigest(folder).digest));

  const texts = values.articles === undefined ? undefined : readArticleTexts(fromCaller(values.articles));
  const lines = checkDigestFiles(folder, texts);
  for (const line of lines) console.error(line);
  const { claims, sources } = readWrittenDigest(folder).digest;
  const checked = texts ? "form and faith" : "form alone, no articles given";
  console.log(`${claims.length} claims of ${sources.length} sources: ${lines.length} faults (${checked})`);
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
