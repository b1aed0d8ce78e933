import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import { minify } from "terser";
import type { Digest } from "../src/digest/schema.ts";
import { writeDictionary } from "../src/mentions/write-dictionary.ts";
import { readDigestFiles } from "./digest-files.ts";
import { imports } from "./imports.ts";
import { licenceTexts } from "./licences.ts";
import { joinSheet } from "./styles.ts";

const TARGETS = ["chrome", "firefox"] as const;
type Target = (typeof TARGETS)[number];

/** Oldest browsers that have all the APIs used; the manifest says the same. */
const SYNTAX = ["chrome132", "firefox149"];
const kB = 1000;
/** The most that an entry may weigh, in bytes. */
interface Budget {
  readonly minified: number;
  readonly gzip?: number;
}
type Budgets = Readonly<
  Record<"content" | "card" | "overview" | "background" | "popup" | "options" | "digest" | "welcome", Budget>
>;
/** Every entry has one: content.js runs in every tab. */
const BUDGETS: Budgets = {
  content: { minified: 30 * kB, gzip: 12 * kB },
  card: { minified: 60 * kB },
  overview: { minified: 10 * kB },
  background: { minified: 110 * kB },
  popup: { minified: 70 * kB },
  options: { minified: 90 * kB },
  digest: { minified: 60 * kB },
  welcome: { minified: 60 * kB },
};
/** The sheets that pages are linked to. */
const SHEETS = ["highlight", "pages", "popup", "tab", "options", "digest"];
const COPIED = ["popup.html", "options.html", "digest.html", "welcome.html", "icons", "_locales"];

export interface BuildOptions {
  /** Folder with digest, styles, icons and words. */
  readonly assets?: string;
  readonly dist?: string;
  readonly budgets?: Budgets;
  readonly log?: (line: string) => void;
}

/** The entries' bundles, and esbuild's account of what is in which. */
export function bundleScripts(entries: readonly string[] = Object.keys(BUDGETS)) {
  return bundle({
    entryPoints: entries.map((entry) => `src/${entry}.ts`),
    outdir: ".",
    bundle: true,
    format: "iife",
    minify: true,
    legalComments: "none",
    target: SYNTAX,
    ...imports(SYNTAX),
    metafile: true,
    write: false,
  });
}

/**
 * Writes the extension for each browser.
 * @throws Error where the digest is faulty, an entry too heavy or a file missing; then no folder is left, old or half
 */
export async function build({ dist = "dist", ...options }: BuildOptions = {}): Promise<void> {
  // Beside its place, as a folder cannot be renamed from one disk to another.
  const half = `${resolve(dist)}.${process.pid}.tmp`;
  try {
    await write(half, options);
    remove(dist);
    renameSync(half, dist);
  } catch (error) {
    remove(half);
    remove(dist);
    throw error;
  }
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

async function write(
  dist: string,
  { assets = "assets", budgets = BUDGETS, log = () => {} }: Omit<BuildOptions, "dist">,
): Promise<void> {
  const digest = readDigestFiles(join(assets, "digest"));
  const { metafile, outputFiles } = await bundleScripts(Object.keys(budgets));
  const scripts = await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const name = path.slice(path.lastIndexOf("/") + 1);
      return { name, contents: Buffer.from(name === IN_EVERY_PAGE ? await smaller(text) : text) };
    }),
  );
  weigh(scripts, budgets, log);
  const sheets = await Promise.all(
    SHEETS.map(async (name) => [`${name}.css`, await joinSheet(join(assets, `${name}.css`), SYNTAX)] as const),
  );
  const data = dataFiles(digest);
  for (const [name, contents] of data) log(`${name.padEnd(14)} ${format(contents.length)}`);
  // The bundles themselves come without, as `legalComments` would have content.js carry them into every tab.
  const licences = licenceTexts(metafile);
  for (const target of TARGETS) {
    const folder = join(dist, target);
    mkdirSync(folder, { recursive: true });
    for (const { name, contents } of scripts) writeFileSync(join(folder, name), contents);
    for (const [name, text] of sheets) writeFileSync(join(folder, name), text);
    for (const name of COPIED) cpSync(join(assets, name), join(folder, name), { recursive: true });
    for (const [name, contents] of data) writeFileSync(join(folder, name), contents);
    cpSync("LICENSE", join(folder, "LICENSE"));
    writeFileSync(join(folder, "LICENSES.txt"), licences);
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifestFor(target), null, 2));
  }
}

/** What the worker loads: the names for every page that it searches, the whole for cards and our own pages. */
export function dataFiles(digest: Digest): ReadonlyMap<string, Buffer> {
  return new Map([
    ["names.txt", Buffer.from(writeDictionary(digest))],
    ["digest.json", Buffer.from(JSON.stringify(digest))],
  ]);
}

/** What every page has to bear. */
const IN_EVERY_PAGE = "content.js";

/** Fields that content.js alone has, and calls by a letter: no browser knows any of these names, nor do messages and scripts that it shares objects with. */
export const OWN_FIELDS = [
  "surroundings",
  "containers",
  "doubts",
  "blocksIn",
  "blockOf",
  "wantsFurniture",
  "isFirstPass",
  "onRootless",
  "onFrame",
  "onTorn",
  "hasLeft",
  "isFresh",
  "isLate",
  "isRead",
  "rewritten",
  "renewed",
  "areIn",
  "linked",
  "onFound",
  "revise",
  "weigh",
  "core",
  "around",
  "learn",
  "outer",
  "onDone",
  "began",
  "erase",
  "hasLine",
  "unwatch",
  "leaveAll",
  "dirty",
  "fresh",
  "visibilityChecker",
  "minContentLength",
  "minScore",
  "okMaybeItsACandidate",
  "unlikelyCandidates",
];

/** What terser finds beyond esbuild: some three in a hundred bytes. None of our functions is a constructor that an arrow cannot be. */
async function smaller(script: string): Promise<string> {
  const compress = { passes: 10, ecma: 2020, hoist_funs: true, unsafe_arrows: true } as const;
  const properties = { regex: new RegExp(`^(?:${OWN_FIELDS.join("|")})$`) };
  const { code = script } = await minify(script, { module: true, compress, mangle: { properties } });
  return code;
}

/** @throws Error naming every entry over its budget */
function weigh(
  scripts: readonly { name: string; contents: Uint8Array }[],
  budgets: Budgets,
  log: (line: string) => void,
): void {
  const over: string[] = [];
  for (const { name, contents } of scripts) {
    const budget = budgets[name.replace(".js", "") as keyof Budgets];
    const size = { minified: contents.length, gzip: gzipSync(contents, { level: 9 }).length };
    log(
      `${name.padEnd(14)} ${format(size.minified)}, ${format(size.gzip)} gzip (at most ${format(budget.minified)}${budget.gzip ? `, ${format(budget.gzip)} gzip` : ""})`,
    );
    if (size.minified > budget.minified || size.gzip > (budget.gzip ?? Number.POSITIVE_INFINITY)) over.push(name);
  }
  if (over.length) throw new Error(`over budget: ${over.join(", ")}`);
}

/** Each browser warns of the other's keys: the one manifest holds both, each build its own. */
function manifestFor(target: Target): object {
  const { background, minimum_chrome_version, browser_specific_settings, ...both } = JSON.parse(
    readFileSync("manifest.json", "utf8"),
  );
  return target === "chrome"
    ? { ...both, minimum_chrome_version, background: { service_worker: background.service_worker } }
    : { ...both, browser_specific_settings, background: { scripts: background.scripts } };
}

function format(bytes: number): string {
  return `${(bytes / kB).toFixed(1)} kB`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    await build({ log: console.log });
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
