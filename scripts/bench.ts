import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Bench, type Figures, IN_BROWSER, report } from "../test/bench/chapters.ts";
import { frontPages } from "../test/bench/idle.ts";
import { LIVING_PAGE } from "../test/bench/living.ts";
import { benchNames } from "../test/bench/names.ts";
import { sizedPages } from "../test/bench/sizes.ts";
import { type BrowserName, ensureBrowser } from "./browsers.ts";
import { readDigestFiles } from "./digest-files.ts";
import { serve } from "./serve.ts";
import { readCases } from "./spot-cases.ts";

const USAGE = `Usage: npm run bench [-- options]
  --pages DIR      measure on all .html files of this folder; default is the project's own test/pages
  --browser NAME   chromium or firefox; default is both
  --runs N         runs of each turn, 9 by default
  --only A,B       of reading, start and growth (on the first of the pages, growth on pages of its own, too), hover (on the demo page),
                   living and idle (on pages of their own), weight (in Chromium) and names (without a browser); default is all
  --json FILE      writes the figures there, too, but for those of names`;

/** By the name on the command line, which installed browsers will do. */
const BROWSERS: Record<string, readonly BrowserName[]> = {
  chromium: ["chromium", "chrome", "edge"],
  firefox: ["firefox"],
};
const CHAPTERS = [...(Object.keys(IN_BROWSER) as (keyof typeof IN_BROWSER)[]), "names"] as const;
type Chapter = (typeof CHAPTERS)[number];
/** Pages run no scripts, so that they stay as they are; an isolated page has a clock of 5 µs (Chromium) or 20 µs (Firefox). */
const HEADERS = {
  "Content-Security-Policy": "script-src 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

interface Choice {
  readonly folder: string;
  readonly pages: readonly string[];
  readonly browsers: readonly string[];
  readonly runs: number;
  readonly chapters: readonly Chapter[];
  readonly json?: string;
}

/** @throws Error that says what is wrong with the command line, and how it is used */
function readChoice(args: string[]): Choice {
  const options = {
    pages: { type: "string" },
    browser: { type: "string" },
    runs: { type: "string" },
    only: { type: "string" },
    json: { type: "string" },
  } as const;
  const { pages, browser, runs = "9", only, json } = parseArgs({ args, options }).values;
  if (browser !== undefined && !Object.hasOwn(BROWSERS, browser)) throw usage(`There is no browser “${browser}”.`);
  if (!/^[1-9]\d*$/.test(runs)) throw usage("--runs wants a number from 1.");
  const wanted = only?.split(",") ?? CHAPTERS;
  const unknown = wanted.find((name) => !CHAPTERS.includes(name as Chapter));
  if (unknown !== undefined) throw usage(`There is no chapter “${unknown}”.`);
  if (only === "weight" && browser === "firefox") throw usage("Only Chromium tells of heaps.");
  // npm runs scripts in the project's folder; a path on the command line is meant from where the caller stands.
  const fromCaller = (path: string) => resolve(process.env["INIT_CWD"] ?? ".", path);
  const folder = pages === undefined ? resolve("test/pages") : fromCaller(pages);
  const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
  if (!names.length) throw usage(`No .html files in ${pages ?? "test/pages"}.`);
  return {
    folder,
    pages: names.sort(),
    browsers: browser ? [browser] : Object.keys(BROWSERS),
    runs: Number(runs),
    chapters: wanted as readonly Chapter[],
    ...(json !== undefined && { json: fromCaller(json) }),
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

/** Prints a table for each chapter; the answer is how many pages could not be measured. */
async function bench({ folder, pages, browsers, runs, chapters, json }: Choice): Promise<number> {
  const { actors } = readDigestFiles("assets/digest");
  const scratch = mkdtempSync(join(tmpdir(), "dramatis-bench-"));
  // Also on Ctrl+C, where nothing below is reached.
  process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
  const sites = {
    saved: await serve(folder, { headers: HEADERS }),
    demo: await serve("test/pages", { headers: HEADERS }),
    sized: await serve(sizedPages(), { headers: HEADERS }),
    front: await serve(frontPages(), { headers: HEADERS }),
    living: await serve({ "/living.html": LIVING_PAGE }),
  };
  const figures: Figures = {
    reading: [],
    start: [],
    hover: [],
    growth: [],
    sizes: [],
    living: [],
    idle: [],
    weight: [],
  };
  const failed: string[] = [];
  const tryTo: Bench["tryTo"] = async (page, measured) => {
    try {
      await measured();
    } catch (error) {
      failed.push(page);
      console.error(`${page}: ${(error as Error).message}`);
    }
  };
  try {
    for (const name of browsers) {
      const browser = ensureBrowser(BROWSERS[name]);
      for (const chapter of chapters)
        if (chapter !== "names")
          await IN_BROWSER[chapter]({ actors, runs, pages, sites, scratch, figures, tryTo }, browser);
    }
  } finally {
    for (const site of Object.values(sites)) await site.close();
  }
  console.log(report(figures));
  if (chapters.includes("names")) benchNames(runs, actors, prose());
  if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
  return failed.length;
}

try {
  if ((await bench(readChoice(process.argv.slice(2)))) > 0) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
