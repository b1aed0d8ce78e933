import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Digest } from "../src/digest/schema.ts";
import { indexNames } from "../src/mentions/name-index.ts";
import { readDigestFiles } from "./digest-files.ts";
import { f1, type Judged, judge, precision, recall, type Score, sum } from "./score.ts";
import { spot } from "./spot.ts";
import { LEVELS, readArticles, readCases, type SpotCase } from "./spot-cases.ts";

const USAGE = `Usage: npm run eval [-- --cases DIR --articles DIR --errors N]
  --cases DIR      labelled cases in YAML; default is test/spot
  --articles DIR   the texts of the digest's sources; default is ../shared/articles, where it is there
  --errors N       how many errors are listed, 40 by default`;
/** Characters around an error. */
const AROUND = 40;

/** Prints precision, recall and F1 by kind, level and language, then the errors. */
function evaluate(cases: readonly SpotCase[], { actors, ...digest }: Digest, most: number): void {
  const index = indexNames({ actors, ...digest });
  const kinds = new Map(actors.map(({ id, kind }) => [id, kind]));
  const judged = cases.map((article) => judge(article, spot(article, index)));
  const all = judged.length;
  console.log(`${all} cases, ${cases.reduce((sum, { mentions }) => sum + mentions.length, 0)} mentions\n`);
  console.log(`${"".padEnd(14)}    P %    R %   F1 %  right wrong missed  exact %`);
  const print = (name: string, score: Score) => {
    const { right, wrong, missed, exact } = score;
    if (right + wrong + missed === 0) return;
    const percents = [precision(score), recall(score), f1(score)].map((part) => (100 * part).toFixed(1).padStart(6));
    const counts = [right, wrong, missed].map((count) => String(count).padStart(6));
    console.log(
      `${name.padEnd(14)} ${percents.join(" ")} ${counts.join("")}   ${((100 * exact) / (right || 1)).toFixed(1)}`,
    );
  };
  print(
    "all",
    sum(judged, () => true),
  );
  for (const kind of new Set(kinds.values()))
    print(
      kind,
      sum(judged, ({ actor }) => kinds.get(actor) === kind),
    );
  console.log();
  for (const level of LEVELS)
    print(
      level,
      sum(judged, (_, article) => article.level === level),
    );
  console.log();
  for (const lang of [...new Set(cases.map(({ lang }) => lang))].sort())
    print(
      lang,
      sum(judged, (_, article) => article.lang === lang),
    );
  console.log();
  listErrors(judged, most);
}

function listErrors(judged: readonly Judged[], most: number): void {
  const lines = judged.flatMap(({ article, wrong, missed }) => [
    ...wrong.map((mention) => errorLine("wrong ", article, mention)),
    ...missed.map((mention) => errorLine("missed", article, mention)),
  ]);
  for (const line of lines.slice(0, most)) console.log(line);
  if (lines.length > most) console.log(`… ${lines.length - most} more: --errors ${lines.length}`);
}

function errorLine(
  what: string,
  { name, text, tests }: SpotCase,
  { start, end, actor }: { start: number; end: number; actor: string },
): string {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return `${what} ${name} ${actor}: …${before}[${text.slice(start, end)}]${after}… (${tests})`.replaceAll("\n", " ¶ ");
}

try {
  const options = { cases: { type: "string" }, articles: { type: "string" }, errors: { type: "string" } } as const;
  const { cases, articles, errors = "40" } = parseArgs({ options }).values;
  if (!/^\d+$/.test(errors)) throw new Error(`--errors wants a number, found ${JSON.stringify(errors)}`);
  // npm runs scripts in the project's folder; a path on the command line is meant from where the caller stands.
  const from = (path: string | undefined, own: string) =>
    path === undefined ? own : resolve(process.env["INIT_CWD"] ?? ".", path);
  const all = [
    ...readCases(from(cases, "test/spot")),
    ...(cases ? [] : readArticles("test/spot/articles", from(articles, "../shared/articles"))),
  ];
  evaluate(all, readDigestFiles("assets/digest"), Number(errors));
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 1;
}
