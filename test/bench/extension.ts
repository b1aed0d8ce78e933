import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build as bundle } from "esbuild";
import { build, dataFiles } from "../../scripts/build.ts";
import { imports } from "../../scripts/imports.ts";
import type { Digest } from "../../src/digest/schema.ts";
import type { NamedActors } from "../../src/mentions/forms.ts";

/** What is said of somebody of whom nothing is said. */
const SILENT = { description: "", tenures: [], facts: [] };

/**
 * Writes the extension for each browser below `dist`, with the bench in place of its content script: worker and manifest are the real ones.
 * @param actors in place of those of the bundled digest, which then says nothing of them
 */
export async function buildBench(dist: string, actors?: readonly NamedActors["actors"][number][]): Promise<void> {
  await build({ dist });
  const { outputFiles } = await bundle({
    entryPoints: ["test/bench/page-side.ts"],
    bundle: true,
    format: "iife",
    minify: true,
    ...imports(),
    write: false,
  });
  for (const target of ["chrome", "firefox"]) {
    const folder = join(dist, target);
    writeFileSync(join(folder, "content.js"), outputFiles[0]?.contents ?? "");
    if (!actors) continue;
    const digest: Digest = JSON.parse(readFileSync(join(folder, "digest.json"), "utf8"));
    const named = actors.map((actor) => ({ ...SILENT, name: actor.names[0]?.form ?? actor.id, ...actor }));
    for (const [name, contents] of dataFiles({ ...digest, actors: named, claims: [], links: [], events: [] }))
      writeFileSync(join(folder, name), contents);
  }
}
