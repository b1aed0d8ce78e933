import { join } from "node:path";
import type { Browser } from "../../scripts/browsers.ts";
import { build } from "../../scripts/build.ts";
import { type Driver, launch } from "../../scripts/drive.ts";
import type { Served } from "../../scripts/serve.ts";
import type { Actor } from "../../src/digest/schema.ts";
import { buildBench } from "./extension.ts";
import { benchGrowth, buildGrown, DIGESTS, GROWTH_LEGEND, type GrowthRow, growthTable } from "./growth.ts";
import { benchHover, HOVER_LEGEND, type HoverRow, hoverTable } from "./hover.ts";
import { benchIdle, IDLE_LEGEND, type IdleRow, idleTable } from "./idle.ts";
import { benchLiving, LIVING_LEGEND, type LivingRow, livingTable } from "./living.ts";
import { measure } from "./measure.ts";
import { benchSizes, SIZES_LEGEND, type SizeRow, sizesTable } from "./sizes.ts";
import { benchStart, START_LEGEND, type StartRow, startTable } from "./start.ts";
import { READING_LEGEND, type ReadingRow, readingTables } from "./table.ts";
import { benchWeight, WEIGHT_LEGEND, type WeightRow, weightTable } from "./weight.ts";

const VIEWPORT = { width: 1200, height: 800 };

export interface Figures {
  readonly reading: ReadingRow[];
  readonly start: StartRow[];
  readonly hover: HoverRow[];
  readonly growth: GrowthRow[];
  readonly sizes: SizeRow[];
  readonly living: LivingRow[];
  readonly idle: IdleRow[];
  readonly weight: WeightRow[];
}

/** What the chapters are measured with. */
export interface Bench {
  readonly actors: readonly Actor[];
  readonly runs: number;
  /** Of the site `saved`. */
  readonly pages: readonly string[];
  readonly sites: Readonly<Record<"saved" | "demo" | "sized" | "front" | "living", Served>>;
  /** A folder for built extensions. */
  readonly scratch: string;
  /** Filled by the chapters. */
  readonly figures: Figures;
  /** Measures a page; if that fails, the others are measured nevertheless. */
  tryTo(page: string, measured: () => Promise<void>): Promise<void>;
}

/** What is measured in a browser. */
export const IN_BROWSER = {
  async reading({ actors, runs, pages, sites, scratch, figures, tryTo }, browser) {
    await buildBench(join(scratch, "bench"));
    await within([join(scratch, "bench")], browser, async ([driver]) => {
      for (const page of pages)
        await tryTo(page, async () => {
          const measured = await measure(driver as Driver, at(sites.saved, page), actors, runs);
          figures.reading.push({ page, browser: browser.name, ...measured });
        });
    });
  },
  async start({ runs, pages, sites, scratch, figures }, browser) {
    await within([await ours(scratch)], browser, async ([driver]) => {
      figures.start.push(...(await benchStart(driver as Driver, at(sites.saved, pages[0] ?? ""), browser.name, runs)));
    });
  },
  async hover({ runs, sites, scratch, figures }, browser) {
    await within([await ours(scratch)], browser, async ([driver]) => {
      figures.hover.push(...(await benchHover(driver as Driver, at(sites.demo, "demo.html"), browser.name, runs)));
    });
  },
  async growth({ actors, runs, pages, sites, scratch, figures }, browser) {
    await buildGrown(join(scratch, "grown"), actors);
    const folders = DIGESTS.map((_, i) => join(scratch, "grown", String(i)));
    await within(folders, browser, async (drivers) => {
      figures.growth.push(...(await benchGrowth(drivers, at(sites.saved, pages[0] ?? ""), browser.name, runs)));
    });
    // The last digest is the bundled one.
    await within(folders.slice(-1), browser, async ([driver]) => {
      figures.sizes.push(...(await benchSizes(driver as Driver, sites.sized.origin, browser.name, runs)));
    });
  },
  async living({ runs, sites, scratch, figures }, browser) {
    await within([await ours(scratch), undefined], browser, async ([driver, alone]) => {
      figures.living.push(...(await benchLiving(driver as Driver, alone as Driver, sites.living, browser.name, runs)));
    });
  },
  async idle({ runs, sites, scratch, figures }, browser) {
    await buildBench(join(scratch, "bench"));
    await within([await ours(scratch), join(scratch, "bench")], browser, async ([driver, bench]) => {
      const { origin } = sites.front;
      figures.idle.push(...(await benchIdle(driver as Driver, bench as Driver, origin, browser.name, runs)));
    });
  },
  async weight({ runs, pages, sites, scratch, figures, tryTo }, browser) {
    // Only Chromium tells of heaps.
    if (browser.kind !== "chrome") return;
    await within([await ours(scratch), undefined], browser, async ([driver, alone]) => {
      for (const page of pages)
        await tryTo(page, async () => {
          figures.weight.push(await benchWeight(driver as Driver, alone as Driver, at(sites.saved, page), page, runs));
        });
    });
  },
} satisfies Record<string, (bench: Bench, browser: Browser) => Promise<void>>;

/** Legend and table of each chapter that has been measured. */
export function report({ reading, start, hover, growth, sizes, living, idle, weight }: Figures): string {
  const parts = [
    reading.length && `${READING_LEGEND}\n\n${readingTables(reading)}\n`,
    start.length && `${START_LEGEND}\n\n${startTable(start)}\n`,
    hover.length && `${HOVER_LEGEND}\n\n${hoverTable(hover)}\n`,
    growth.length && `${GROWTH_LEGEND}\n\n${growthTable(growth)}\n`,
    sizes.length && `${SIZES_LEGEND}\n\n${sizesTable(sizes)}\n`,
    living.length && `${LIVING_LEGEND}\n\n${livingTable(living)}\n`,
    idle.length && `${IDLE_LEGEND}\n\n${idleTable(idle)}\n`,
    weight.length && `${WEIGHT_LEGEND}\n\n${weightTable(weight)}\n`,
  ];
  return parts.filter((part) => part).join("\n");
}

/** The extension as its readers have it. */
async function ours(scratch: string): Promise<string> {
  const dist = join(scratch, "ours");
  await build({ dist });
  return dist;
}

function at({ origin }: Served, page: string): string {
  return `${origin}/${encodeURIComponent(page)}`;
}

/** A browser for each extension, and, for undefined, one without; all end with `use`. */
async function within(
  extensions: readonly (string | undefined)[],
  browser: Browser,
  use: (drivers: readonly Driver[]) => Promise<void>,
): Promise<void> {
  const drivers: Driver[] = [];
  try {
    for (const dist of extensions) {
      const extension = dist && join(dist, browser.kind);
      drivers.push(await launch({ browser, extension, viewport: VIEWPORT }));
    }
    await use(drivers);
  } finally {
    for (const driver of drivers) await driver.close();
  }
}
