import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildBench } from "../test/bench/extension.ts";
import { benchGrowth, buildGrown, DIGESTS, GROWTH_LEGEND, type GrowthRow, growthTable } from "../test/bench/growth.ts";
import { benchLiving, LIVING_LEGEND, LIVING_PAGE, type LivingRow, livingTable } from "../test/bench/living.ts";
import { measure } from "../test/bench/measure.ts";
import { benchNames } from "../test/bench/names.ts";
import { READING_LEGEND, type ReadingRow, readingTables } from "../test/bench/table.ts";
import { benchWeight, WEIGHT_LEGEND, type WeightRow, weightTable } from "../test/bench/weight.ts";
import { type Browser, type BrowserName, ensureBrowser } from "./browsers.ts";
import { build } from "./build.ts";
import { readDigestFiles } from "./digest-files.ts";
import { type Driver, launch } from "./drive.ts";
import { type Served, serve } from "./serve.ts";
import { readCases } from "./spot-cases.ts";

const USAGE = `Usage: npm run bench [-- options]
  --pages DIR      measure on all .html files of this folder; default is the project's own test/pages
  --browser NAME   chromium or firefox; default is both
  --runs N         runs of each turn, 9 by default
  --only A,B       of reading, growth (on the first of the pages), living (on a page of its own), weight (in Chromium) and names
                   (without a browser); default is all
  --json FILE      writes the figures there, too, but for those of names`;

/** By the name on the command line, which installed browsers will do. */
const BROWSERS: Record<string, readonly BrowserName[]> = {
  chromium: ["chromium", "chrome", "edge"],
  firefox: ["firefox"],
};
const CHAPTERS = ["reading", "growth", "living", "weight", "names"] as const;
type Chapter = (typeof CHAPTERS)[number];
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

interface Figures {
  readonly reading: ReadingRow[];
  readonly growth: GrowthRow[];
  readonly living: LivingRow[];
  readonly weight: WeightRow[];
}

/** Prints a table for each chapter; the answer is how many pages could not be measured. */
async function bench({ folder, pages, browsers, runs, chapters, json }: Choice): Promise<number> {
  const { actors } = readDigestFiles("assets/digest");
  const scratch = mkdtempSync(join(tmpdir(), "dramatis-bench-"));
  // Also on Ctrl+C, where nothing below is reached.
  process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
  const sites = [await serve(folder, { headers: HEADERS }), await serve({ "/living.html": LIVING_PAGE })] as const;
  const figures: Figures = { reading: [], growth: [], living: [], weight: [] };
  const failed: string[] = [];
  try {
    for (const name of browsers) {
      const browser = ensureBrowser(BROWSERS[name]);
      for (const chapter of chapters) await measureChapter(chapter, browser);
    }
  } finally {
    for (const site of sites) await site.close();
  }
  print(figures);
  if (chapters.includes("names")) benchNames(runs, actors, prose());
  if (json) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
  return failed.length;

  async function measureChapter(chapter: Chapter, browser: Browser): Promise<void> {
    const [site, living] = sites;
    const [page = ""] = pages;
    const ours = join(scratch, "ours");
    const version = browser.name;
    if (chapter === "reading") {
      await buildBench(join(scratch, "bench"));
      await within([join(scratch, "bench")], browser, async ([driver]) => {
        for (const page of pages)
          await tryTo(page, async () => {
            const measured = await measure(driver as Driver, at(site, page), actors, runs);
            figures.reading.push({ page, browser: version, ...measured });
          });
      });
    } else if (chapter === "growth") {
      await buildGrown(join(scratch, "grown"), actors);
      const folders = DIGESTS.map((_, i) => join(scratch, "grown", String(i)));
      await within(folders, browser, async (drivers) => {
        figures.growth.push(...(await benchGrowth(drivers, at(site, page), version, runs)));
      });
    } else if (chapter === "living") {
      await build({ dist: ours });
      await within([ours, undefined], browser, async ([driver, alone]) => {
        figures.living.push(...(await benchLiving(driver as Driver, alone as Driver, living, version, runs)));
      });
    } else if (chapter === "weight" && browser.kind === "chrome") {
      await build({ dist: ours });
      await within([ours, undefined], browser, async ([driver, alone]) => {
        for (const page of pages)
          await tryTo(page, async () => {
            figures.weight.push(await benchWeight(driver as Driver, alone as Driver, at(site, page), page, runs));
          });
      });
    }
  }

  async function tryTo(page: string, measured: () => Promise<void>): Promise<void> {
    try {
      await measured();
    } catch (error) {
      failed.push(page);
      console.error(`${page}: ${(error as Error).message}`);
    }
  }
}

function at({ origin }: Served, page: string): string {
  return `${origin}/${encodeURIComponent(page)}`;
}

/** A browser for each extension, and, for undefined, one without; all end with `use`. */
async function within(
  extensions: readonly (string | undefined)[],
  browser: Browser,
  use: (drivers: readonly Driver[]) => Promise<void>,
): Promise<void> {
  const drivers: Driver[] = [];
  try {
    for (const dist of extensions) {
      const extension = dist && join(dist, browser.kind);
      drivers.push(await launch({ browser, extension, viewport: VIEWPORT }));
    }
    await use(drivers);
  } finally {
    for (const driver of drivers) await driver.close();
  }
}

function print({ reading, growth, living, weight }: Figures): void {
  if (reading.length) console.log(`${READING_LEGEND}\n\n${readingTables(reading)}\n`);
  if (growth.length) console.log(`${GROWTH_LEGEND}\n\n${growthTable(growth)}\n`);
  if (living.length) console.log(`${LIVING_LEGEND}\n\n${livingTable(living)}\n`);
  if (weight.length) console.log(`${WEIGHT_LEGEND}\n\n${weightTable(weight)}\n`);
}

try {
  if ((await bench(readChoice(process.argv.slice(2)))) > 0) process.exitCode = 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
