import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build as bundle, type Metafile } from "esbuild";
import { readDigestFiles } from "./digest-files.ts";

const TARGETS = ["chrome", "firefox"] as const;
type Target = (typeof TARGETS)[number];

/** Oldest browsers that have all the APIs used; the manifest says the same. */
const SYNTAX = ["chrome131", "firefox149"];
const kB = 1000;
/** Every entry, with the most that it may weigh in bytes: content.js runs in every tab. */
const ENTRIES: Record<string, { minified: number; gzip?: number }> = {
  content: { minified: 30 * kB, gzip: 12 * kB },
  card: { minified: 60 * kB },
  background: { minified: 100 * kB },
};
const COPIED = ["highlight.css", "icons", "_locales"];

export interface BuildOptions {
  /** Folder with digest, styles, icons and words. */
  readonly assets?: string;
  readonly dist?: string;
  readonly log?: (line: string) => void;
}

/**
 * Writes the extension for each browser.
 * @returns esbuild's account of what is in which bundle
 * @throws Error where the digest is faulty or an entry too heavy; then no folder is written
 */
export async function build({
  assets = "assets",
  dist = "dist",
  log = () => {},
}: BuildOptions = {}): Promise<Metafile> {
  rmSync(dist, { recursive: true, force: true });
  const digest = JSON.stringify(readDigestFiles(join(assets, "digest")));
  const { metafile, outputFiles } = await bundle({
    entryPoints: Object.keys(ENTRIES).map((entry) => `src/${entry}.ts`),
    outdir: ".",
    bundle: true,
    format: "iife",
    minify: true,
    legalComments: "none",
    target: SYNTAX,
    loader: { ".css": "text" },
    metafile: true,
    write: false,
  });
  const scripts = outputFiles.map(({ path, contents }) => ({ name: path.slice(path.lastIndexOf("/") + 1), contents }));
  weigh(scripts, log);
  log(`digest.json    ${format(digest.length)}`);
  for (const target of TARGETS) {
    const folder = join(dist, target);
    mkdirSync(folder, { recursive: true });
    for (const { name, contents } of scripts) writeFileSync(join(folder, name), contents);
    for (const name of COPIED) cpSync(join(assets, name), join(folder, name), { recursive: true });
    writeFileSync(join(folder, "digest.json"), digest);
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifestFor(target), null, 2));
  }
  return metafile;
}

/** @throws Error naming every entry over its budget */
function weigh(scripts: readonly { name: string; contents: Uint8Array }[], log: (line: string) => void): void {
  const over: string[] = [];
  for (const { name, contents } of scripts) {
    const budget = ENTRIES[name.replace(".js", "")] as (typeof ENTRIES)[string];
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
