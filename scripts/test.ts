import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensureBrowser } from "./browsers.ts";
import { build } from "./build.ts";

/** Folder with articles and saved news pages that some tests read; it is no part of the project. */
const SHARED = "../shared";
const ARTICLES = `${SHARED}/articles`;

try {
  const args = process.argv.slice(2);
  if (needBrowsers(args)) {
    for (const names of [["chromium", "chrome", "edge"], ["firefox"]] as const) {
      const { name, path } = ensureBrowser(names);
      console.log(`testing in ${name}: ${path}`);
    }
  }
  if (!existsSync(SHARED)) console.log(`${SHARED} is not there: the tests on its articles and news pages are left out`);
  run("tsc");
  run("biome", "check", ".");
  await build({ log: console.log });
  run("tsx", "scripts/digest.ts", "check", ...(existsSync(ARTICLES) ? ["--articles", resolve(ARTICLES)] : []));
  run("vitest", "run", "--config", "test/vitest.config.ts", ...args);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** Of all projects, `unit` alone does without. */
function needBrowsers(args: readonly string[]): boolean {
  const { project: projects = [] } = parseArgs({
    args: [...args],
    options: { project: { type: "string", multiple: true } },
    strict: false,
  }).values;
  return [projects].flat().join() !== "unit";
}

/** @throws Error where the command fails; what it said is on the screen by then */
function run(command: string, ...args: string[]): void {
  console.log(`\n> ${[command, ...args].join(" ")}`);
  const { status, error } = spawnSync("npx", ["--no-install", command, ...args], { stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} failed`);
}
