import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Driver, until } from "../../scripts/drive.ts";
import { type Row as Cells, table } from "../../scripts/table.ts";
import type { Actor } from "../../src/digest/schema.ts";
import { buildBench } from "./extension.ts";
import { askPage } from "./in-page.ts";
import { NAME_COUNTS, withNames } from "./names.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { times, within } from "./table.ts";
import type { Sample } from "./tasks.ts";

export const GROWTH_LEGEND = `Growth: one page, read through the real worker with digests of so many names, in ms.
main        the page's main thread, from the page to painted marks, on a freshly loaded page
asleep      question and answer about one paragraph where the worker has been stopped: its start, the digest from disk, and the index
awake       the same again`;

export interface GrowthRow {
  readonly browser: string;
  readonly names: number;
  readonly main: Spread;
  readonly asleep: Spread;
  readonly awake: Spread;
}

/** Writes an extension for each number of names below `folder`. */
export async function buildGrown(folder: string, actors: readonly Actor[]): Promise<void> {
  for (const names of NAME_COUNTS) {
    const dist = join(folder, String(names));
    mkdirSync(dist, { recursive: true });
    await buildBench(dist, withNames(actors, names));
  }
}

/** All numbers of names in every run. */
export async function benchGrowth(
  drivers: ReadonlyMap<number, Driver>,
  url: string,
  browser: string,
  runs: number,
): Promise<GrowthRow[]> {
  const samples = new Map(
    [...drivers.keys()].map((names) => [
      names,
      { main: [] as number[], asleep: [] as number[], awake: [] as number[] },
    ]),
  );
  for (let run = 0; run < runs; run++) {
    for (const [names, driver] of drivers) {
      const page = await driver.open(url);
      const turn = (which: "mark" | "roundTrip") => askPage(page, "cold", which);
      const own = samples.get(names);
      await turn("roundTrip");
      own?.main.push((await turn("mark")).ms);
      await driver.stopBackground();
      own?.asleep.push((await answered(turn)).ms);
      own?.awake.push((await turn("roundTrip")).ms);
      await page.close();
    }
  }
  return [...samples].map(([names, { main, asleep, awake }]) => ({
    browser,
    names,
    main: spreadOf(main),
    asleep: spreadOf(asleep),
    awake: spreadOf(awake),
  }));
}

function answered(turn: (which: "roundTrip") => Promise<Sample>): Promise<Sample> {
  return until("an answer", () => turn("roundTrip"));
}

export function growthTable(rows: readonly GrowthRow[]): string {
  const cells = rows.map(({ browser, names, main, asleep, awake }): Cells => {
    const least = rows.find((row) => row.browser === browser) as GrowthRow;
    return [
      `${browser}: ${names.toLocaleString("en")} names`,
      within(main),
      times(main.median / least.main.median),
      within(asleep),
      within(awake),
    ];
  });
  return table([["digest", "main", "growth", "asleep", "awake"], ...cells]);
}
