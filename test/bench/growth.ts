import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Driver } from "../../scripts/drive.ts";
import { type Row as Cells, table } from "../../scripts/table.ts";
import type { Actor } from "../../src/digest/schema.ts";
import { buildBench } from "./extension.ts";
import { askPage } from "./in-page.ts";
import { NAME_COUNTS, withNames } from "./names.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { times, within } from "./table.ts";

export const GROWTH_LEGEND = `Growth: one page, read through the real worker with digests of so many names, in ms.
main        the page's main thread, from the page to painted marks, on a freshly loaded page
asleep      question and answer about one paragraph where the worker has been stopped: its start, the digest from disk, and the index
awake       the same again`;

/** What the extension is built with, by the names that its digest has. */
export const DIGESTS = [...NAME_COUNTS.map((names) => `${names.toLocaleString("en")} names`), "bundled digest"];

export interface GrowthRow {
  readonly browser: string;
  /** One of `DIGESTS`. */
  readonly digest: string;
  readonly main: Spread;
  readonly asleep: Spread;
  readonly awake: Spread;
}

/** Writes an extension for each of `DIGESTS` below `folder`, named by its place among them. */
export async function buildGrown(folder: string, actors: readonly Actor[]): Promise<void> {
  for (const i of DIGESTS.keys()) {
    const dist = join(folder, String(i));
    mkdirSync(dist, { recursive: true });
    const names = NAME_COUNTS[i];
    await buildBench(dist, names === undefined ? undefined : withNames(actors, names));
  }
}

/** All digests in every run. @param drivers in the order of `DIGESTS` */
export async function benchGrowth(
  drivers: readonly Driver[],
  url: string,
  browser: string,
  runs: number,
): Promise<GrowthRow[]> {
  const samples = DIGESTS.map(() => ({ main: [] as number[], asleep: [] as number[], awake: [] as number[] }));
  for (let run = 0; run < runs; run++) {
    for (const [i, driver] of drivers.entries()) {
      const own = samples[i];
      const page = await driver.open(url);
      const turn = async (which: "mark" | "roundTrip") => (await askPage(page, "cold", which)).ms;
      await turn("roundTrip");
      own?.main.push(await turn("mark"));
      await driver.stopBackground();
      own?.asleep.push(await turn("roundTrip"));
      own?.awake.push(await turn("roundTrip"));
      await page.close();
    }
  }
  return samples.map(({ main, asleep, awake }, i) => ({
    browser,
    digest: DIGESTS[i] as string,
    main: spreadOf(main),
    asleep: spreadOf(asleep),
    awake: spreadOf(awake),
  }));
}

export function growthTable(rows: readonly GrowthRow[]): string {
  const cells = rows.map(({ browser, digest, main, asleep, awake }): Cells => {
    const least = rows.find((row) => row.browser === browser) as GrowthRow;
    return [
      `${browser}: ${digest}`,
      within(main),
      times(main.median / least.main.median),
      within(asleep),
      within(awake),
    ];
  });
  return table([["digest", "main", "growth", "asleep", "awake"], ...cells]);
}
