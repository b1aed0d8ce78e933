import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { text as readAll } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import * as v from "valibot";
import { namedActorsSchema } from "../src/digest/file-schemas.ts";
import { checkShape } from "../src/digest/validate.ts";
import { findMentions } from "../src/mentions/find-mentions.ts";
import { NO_EVIDENCE, type Page } from "../src/mentions/mention.ts";
import { indexNames, type NameIndex } from "../src/mentions/name-index.ts";
import { readDigestFiles } from "./digest-files.ts";

const USAGE = `Usage: npm run -s spot -- [--digest FILE] < LINES
  Each line is JSON: {"id", "text", "lang"?, "title"?, "published"?}; a text is one article, its lines are its paragraphs.
  Each answer is JSON: {"id", "mentions": [{"start", "end", "actor"}]}, offsets in UTF-16 units of the text.
  --digest FILE    a digest in the published format; default is the bundled one`;

const BYTE_ORDER_MARK = /^\ufeff/;

const articleSchema = v.object({
  id: v.union([v.string(), v.number()], "text or a number"),
  text: v.string("text"),
  lang: v.nullish(v.string("text")),
  title: v.nullish(v.string("text")),
  published: v.nullish(
    v.pipe(v.string("text"), v.regex(/^\d{4}(-\d{2}(-\d{2}(T.*)?)?)?$/, "a date: YYYY, YYYY-MM or YYYY-MM-DD")),
  ),
});

export interface Article {
  readonly text: string;
  readonly lang?: string | null | undefined;
  readonly title?: string | null | undefined;
  readonly published?: string | null | undefined;
}

export interface Spotted {
  readonly start: number;
  readonly end: number;
  readonly actor: string;
}

/** One article → its mentions, in order, found as the worker finds them; offsets in UTF-16 units of the whole text. */
export function spot({ text, lang, title, published }: Article, index: NameIndex): Spotted[] {
  const page: Page = {
    title: title ?? "",
    ...(lang && { language: lang }),
    ...(published && { published: published.slice(0, "YYYY-MM-DD".length) }),
  };
  let offset = 0;
  const passages = text.split("\n").map((line, id) => {
    const passage = { id, text: line, offset };
    offset += line.length + 1;
    return passage;
  });
  const { mentions } = findMentions(passages, page, NO_EVIDENCE, index);
  return passages.flatMap(({ id, offset }) =>
    (mentions[id] ?? []).map(({ start, end, actor }) => ({ start: start + offset, end: end + offset, actor })),
  );
}

/** @throws Error that says what the file lacks */
function readIndex(file: string | undefined): NameIndex {
  if (file === undefined) return indexNames(readDigestFiles("assets/digest"));
  // npm runs scripts in the project's folder; a path on the command line is meant from where the caller stands.
  const path = resolve(process.env["INIT_CWD"] ?? ".", file);
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8").replace(BYTE_ORDER_MARK, ""));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
  const checked = checkShape(namedActorsSchema, data);
  if ("value" in checked) return indexNames(checked.value);
  const lines = checked.faults.map(({ path, message }) => `${file}: ${path.join(".") || "digest"}: ${message}`);
  throw new Error(lines.join("\n"));
}

/** @throws Error that says what the line lacks */
function readArticle(line: string): v.InferOutput<typeof articleSchema> {
  const checked = checkShape(articleSchema, JSON.parse(line));
  if ("value" in checked) return checked.value;
  throw new Error(checked.faults.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`).join("; "));
}

async function main(args: string[]): Promise<void> {
  const index = readIndex(parseArgs({ args, options: { digest: { type: "string" } } }).values.digest);
  const lines = (await readAll(process.stdin)).replace(BYTE_ORDER_MARK, "").split("\n");
  lines.forEach((line, i) => {
    if (!line.trim()) return;
    try {
      const article = readArticle(line);
      print({ id: article.id, mentions: spot(article, index) });
    } catch (error) {
      const fault = (error as Error).message;
      console.error(`line ${i + 1}: ${fault}`);
      print({ id: null, error: fault });
      process.exitCode = 1;
    }
  });
}

function print(answer: object): void {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exitCode = 1;
  }
}
