import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build as bundle } from "esbuild";
import { build } from "../../scripts/build.ts";
import { sheetsAsText } from "../../scripts/styles.ts";

/** Writes the extension for each browser below `dist`, with the bench in place of its content script: worker, manifest and digest are the real ones. */
export async function buildBench(dist: string): Promise<void> {
  await build({ dist });
  const { outputFiles } = await bundle({
    entryPoints: ["test/bench/page-side.ts"],
    bundle: true,
    format: "iife",
    minify: true,
    plugins: [sheetsAsText()],
    write: false,
  });
  for (const target of ["chrome", "firefox"]) {
    writeFileSync(join(dist, target, "content.js"), outputFiles[0]?.contents ?? "");
  }
}
