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
asleep      question and answer about one paragraph where the worker has been stopped: its start, and the names from disk
awake       the same again
card        the first entry of a card after that, for which the digest is loaded; and the next one`;

/** What the extension is built with, by the names that its digest has. */
export const DIGESTS = [...NAME_COUNTS.map((names) => `${names.toLocaleString("en")} names`), "bundled digest"];

type Figure = "main" | "asleep" | "awake" | "firstCard" | "nextCard";

export interface GrowthRow extends Readonly<Record<Figure, Spread>> {
  readonly browser: string;
  /** One of `DIGESTS`. */
  readonly digest: string;
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
  const samples = DIGESTS.map(
    (): Record<Figure, number[]> => ({ main: [], asleep: [], awake: [], firstCard: [], nextCard: [] }),
  );
  for (let run = 0; run < runs; run++) {
    for (const [i, driver] of drivers.entries()) {
      const own = samples[i];
      const page = await driver.open(url);
      const turn = async (which: "mark" | "roundTrip" | "entry") => (await askPage(page, "cold", which)).ms;
      await turn("roundTrip");
      own?.main.push(await turn("mark"));
      await driver.stopBackground();
      own?.asleep.push(await turn("roundTrip"));
      own?.awake.push(await turn("roundTrip"));
      own?.firstCard.push(await turn("entry"));
      own?.nextCard.push(await turn("entry"));
      await page.close();
    }
  }
  return samples.map(({ main, asleep, awake, firstCard, nextCard }, i) => ({
    browser,
    digest: DIGESTS[i] as string,
    main: spreadOf(main),
    asleep: spreadOf(asleep),
    awake: spreadOf(awake),
    firstCard: spreadOf(firstCard),
    nextCard: spreadOf(nextCard),
  }));
}

export function growthTable(rows: readonly GrowthRow[]): string {
  const cells = rows.map(({ browser, digest, main, asleep, awake, firstCard, nextCard }): Cells => {
    const least = rows.find((row) => row.browser === browser) as GrowthRow;
    return [
      `${browser}: ${digest}`,
      within(main),
      times(main.median / least.main.median),
      within(asleep),
      within(awake),
      within(firstCard),
      within(nextCard),
    ];
  });
  return table([["digest", "main", "growth", "asleep", "awake", "first card", "next card"], ...cells]);
}
