import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildBench } from "../test/bench/extension.ts";
import { measure } from "../test/bench/measure.ts";
import { benchSpot } from "../test/bench/names.ts";
import { LEGEND, type Row, readingTables } from "../test/bench/table.ts";
import { type BrowserName, ensureBrowser } from "./browsers.ts";
import { readDigestFiles } from "./digest-files.ts";
import { type Driver, launch } from "./drive.ts";
import { type Served, serve } from "./serve.ts";
import { readCases } from "./spot-cases.ts";

const USAGE = `Usage: npm run bench [-- options]
  --pages DIR      measure on all .html files of this folder; default is the project's own test/pages
  --browser NAME   chromium or firefox; default is both
  --runs N         runs a page, 9 by default
  --spot           instead: how the search for names grows with their number, without a browser`;

/** By the name on the command line, which installed browsers will do. */
const BROWSERS: Record<string, readonly BrowserName[]> = {
  chromium: ["chromium", "chrome", "edge"],
  firefox: ["firefox"],
};
/** Pages run no scripts, so that they stay as they are; an isolated page has a clock of 5 µs (Chromium) or 20 µs (Firefox). */
const HEADERS = {
  "Content-Security-Policy": "script-src 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
const VIEWPORT = { width: 1200, height: 800 };

interface Choice {
  readonly folder: string;
  readonly pages: readonly string[];
  readonly browsers: readonly string[];
  readonly runs: number;
  /** Only the search for names, in Node. */
  readonly spot: boolean;
}

/** @throws Error that says what is wrong with the command line, and how it is used */
function readChoice(args: string[]): Choice {
  const options = {
    pages: { type: "string" },
    browser: { type: "string" },
    runs: { type: "string" },
    spot: { type: "boolean" },
  } as const;
  const { pages, browser, runs = "9", spot = false } = parseArgs({ args, options }).values;
  if (browser !== undefined && !Object.hasOwn(BROWSERS, browser)) throw usage(`There is no browser “${browser}”.`);
  if (!/^[1-9]\d*$/.test(runs)) throw usage("--runs wants a number from 1.");
  // npm runs scripts in the project's folder; a path on the command line is meant from where the caller stands.
  const folder = pages === undefined ? resolve("test/pages") : resolve(process.env["INIT_CWD"] ?? ".", pages);
  const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
  if (!names.length) throw usage(`No .html files in ${pages ?? "test/pages"}.`);
  return {
    folder,
    pages: names.sort(),
    browsers: browser ? [browser] : Object.keys(BROWSERS),
    runs: Number(runs),
    spot,
  };
}

function usage(fault: string): Error {
  return new Error(`${fault}\n\n${USAGE}`);
}

/** Paragraphs of news, our own: the English texts that spotting is measured on. */
function prose(): string[] {
  const english = readCases("test/spot").filter(({ lang }) => lang.startsWith("en"));
  return english.flatMap(({ text }) => text.split("\n"));
}

/** Prints a row for each page and browser; the answer is how many could not be measured. */
async function bench({ folder, pages, browsers, runs }: Choice): Promise<number> {
  const { actors } = readDigestFiles("assets/digest");
  const dist = mkdtempSync(join(tmpdir(), "dramatis-bench-"));
  // Also on Ctrl+C, where nothing below is reached.
  process.on("exit", () => rmSync(dist, { recursive: true, force: true }));
  await buildBench(dist);
  const site = await serve(folder, { headers: HEADERS });
  const rows: Row[] = [];
  try {
    for (const name of browsers) {
      const browser = ensureBrowser(BROWSERS[name]);
      const driver = await launch({ browser, extension: join(dist, browser.kind), viewport: VIEWPORT });
      const version = await driver.puppet.version();
      try {
        for (const page of pages) {
          const row = await measureRow(driver, site, page, version);
          if (row) rows.push(row);
        }
      } finally {
        await driver.close();
      }
    }
  } finally {
    await site.close();
  }
  console.log(`${LEGEND}\n\n${readingTables(rows)}`);
  return browsers.length * pages.length - rows.length;

  async function measureRow(
    driver: Driver,
    { origin }: Served,
    page: string,
    browser: string,
  ): Promise<Row | undefined> {
    try {
      const figures = await measure(driver, `${origin}/${encodeURIComponent(page)}`, actors, runs);
      console.error(`${page} in ${browser}`);
      return { page, browser, ...figures };
    } catch (error) {
      console.error(`${page} in ${browser}: ${(error as Error).message}`);
      return undefined;
    }
  }
}

try {
  const choice = readChoice(process.argv.slice(2));
  if (choice.spot) benchSpot(choice.runs, readDigestFiles("assets/digest").actors, prose());
  else if ((await bench(choice)) > 0) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
