import { build } from "esbuild";
import type { Page } from "puppeteer-core";
import { imports } from "../../scripts/imports.ts";

declare global {
  /** The stages of the page side, in pages that `inject` has prepared. */
  var stages: typeof import("./stages.ts");
}
let bundled: Promise<string> | undefined;

/** Puts the page side's stages into a page without the extension. */
export async function inject(page: Page): Promise<void> {
  bundled ??= bundle();
  await page.evaluate(await bundled);
  // Else how fast the machine is would tell how much is done in one turn.
  await page.evaluate(() => {
    const now = Date.now();
    Date.now = () => now;
  });
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["test/dom/stages.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "stages",
    ...imports(),
  });
  // A `var` of an evaluated script is no global in every browser's sandbox.
  return `${outputFiles[0]?.text ?? ""}; globalThis.stages = stages;`;
}
