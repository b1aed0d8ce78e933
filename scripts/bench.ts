import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildBench } from "../test/bench/extension.ts";
import { measure } from "../test/bench/measure.ts";
import { headerLine, LEGEND, medianLine, type Row, rowLine } from "../test/bench/table.ts";
import { type BrowserName, ensureBrowser } from "./browsers.ts";
import { readDigestFiles } from "./digest-files.ts";
import { launch } from "./drive.ts";
import { serve } from "./serve.ts";

const USAGE = `Usage: npm run bench [-- options]
  --pages DIR      measure on all .html files of this folder; default is the project's own test/pages
  --browser NAME   chromium or firefox; default is both
  --runs N         runs a page, 9 by default`;

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
}

/** @throws Error that says what is wrong with the command line */
function readChoice(args: string[]): Choice {
  const options = { pages: { type: "string" }, browser: { type: "string" }, runs: { type: "string" } } as const;
  const { pages, browser, runs = "9" } = parseArgs({ args, options }).values;
  if (browser !== undefined && !Object.hasOwn(BROWSERS, browser)) throw new Error(`There is no browser “${browser}”.`);
  if (!/^[1-9]\d*$/.test(runs)) throw new Error("--runs wants a number from 1.");
  // npm runs scripts in the project's folder; a path on the command line is meant from where the caller stands.
  const folder = pages === undefined ? resolve("test/pages") : resolve(process.env["INIT_CWD"] ?? ".", pages);
  const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
  if (!names.length) throw new Error(`No .html files in ${pages ?? "test/pages"}.`);
  return { folder, pages: names.sort(), browsers: browser ? [browser] : Object.keys(BROWSERS), runs: Number(runs) };
}

async function bench({ folder, pages, browsers, runs }: Choice): Promise<void> {
  const { actors } = readDigestFiles("assets/digest");
  const dist = mkdtempSync(join(tmpdir(), "dramatis-bench-"));
  const site = await serve(folder, { headers: HEADERS });
  const rows: Row[] = [];
  try {
    await buildBench(dist);
    console.log(`${LEGEND}\n\n${headerLine()}`);
    for (const name of browsers) {
      const browser = ensureBrowser(BROWSERS[name]);
      const driver = await launch({ browser, extension: join(dist, browser.kind), viewport: VIEWPORT });
      try {
        for (const page of pages) {
          const url = `${site.origin}/${encodeURIComponent(page)}`;
          const figures = await measure(driver, url, actors, runs);
          rows.push({ page, browser: name, ...figures });
          console.log(rowLine(rows.at(-1) as Row));
        }
        const clock = Math.max(...rows.filter((row) => row.browser === name).map(({ clockStep }) => clockStep));
        console.log(`${await driver.puppet.version()}, ${runs} runs a page, clock of ${Math.round(clock * 1000)} µs`);
      } finally {
        await driver.close();
      }
    }
    for (const name of browsers) {
      const own = rows.filter(({ browser }) => browser === name);
      console.log(medianLine(name, own));
    }
    if (browsers.length > 1) console.log(medianLine("all", rows));
  } finally {
    await site.close();
    rmSync(dist, { recursive: true, force: true });
  }
}

try {
  await bench(readChoice(process.argv.slice(2)));
} catch (error) {
  console.error(`${(error as Error).message}\n\n${USAGE}`);
  process.exitCode = 1;
}
