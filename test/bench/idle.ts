import { type Driver, visit } from "../../scripts/drive.ts";
import { type Row as Cells, table } from "../../scripts/table.ts";
import { askPage, markCount } from "./in-page.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { CAME } from "./start.ts";
import { times, within } from "./table.ts";

/** Of HTML. */
const SIZES_KB = [50, 500, 2700] as const;

export const IDLE_LEGEND = `Idle: what content.js costs a page that is no article, in ms of its main thread: generated front pages, teasers and menus, nothing declared, so
that all that could be an article's paragraph is looked at. Each time on a freshly loaded page, both in turn.
script  the one stretch in which the real content.js runs and judges the page, from the event by which it says that it has come to the end of its
        script, where the page's microtasks get their turn. Such a page is judged so once more a second and a half later
floor   as in the chapter reading: the least that reads names across tags`;

export interface IdleRow {
  readonly browser: string;
  readonly kB: number;
  readonly script: Spread;
  readonly floor: Spread;
}

/** A site with the front pages. */
export function frontPages(): Record<string, string> {
  return Object.fromEntries(SIZES_KB.map((kB) => [pathOf(kB), frontPage(kB)]));
}

/** @param ours with the real extension @param bench with the bench in place of its content script @param origin where `frontPages` are served */
export async function benchIdle(
  ours: Driver,
  bench: Driver,
  origin: string,
  browser: string,
  runs: number,
): Promise<IdleRow[]> {
  const samples = SIZES_KB.map((): Record<"script" | "floor", number[]> => ({ script: [], floor: [] }));
  // A browser's first page is slower than any other.
  for (let run = -1; run < runs; run++) {
    for (const [i, kB] of SIZES_KB.entries()) {
      const script = await scriptOn(ours, origin + pathOf(kB));
      const floor = await floorOn(bench, origin + pathOf(kB));
      if (run < 0) continue;
      samples[i]?.script.push(script);
      samples[i]?.floor.push(floor);
    }
  }
  return samples.map(({ script, floor }, i) => ({
    browser,
    kB: SIZES_KB[i] as number,
    script: spreadOf(script),
    floor: spreadOf(floor),
  }));
}

export function idleTable(rows: readonly IdleRow[]): string {
  const cells = rows.map(
    ({ browser, kB, script, floor }): Cells => [
      `${browser}: ${kB} kB`,
      within(floor),
      within(script),
      times(script.median / floor.median),
    ],
  );
  return table([["page", "floor", "script", "ratio"], ...cells]);
}

async function scriptOn({ puppet }: Driver, url: string): Promise<number> {
  const page = await puppet.newPage();
  try {
    await page.evaluateOnNewDocument(watchScript, CAME);
    await visit(page, url);
    const ms = await page.evaluate(() => (globalThis as unknown as { script: Promise<number> }).script);
    if (await markCount(page)) throw new Error(`${url} is taken for an article`);
    return ms;
  } finally {
    await page.close();
  }
}

async function floorOn(driver: Driver, url: string): Promise<number> {
  const page = await driver.open(url);
  const { ms } = await askPage(page, "cold", "floor");
  await page.close();
  return ms;
}

/** Runs in the page before anything else does. */
function watchScript(came: string): void {
  const script = new Promise<number>((resolve) => {
    document.addEventListener(
      came,
      () => {
        const begin = performance.now();
        queueMicrotask(() => resolve(performance.now() - begin));
      },
      { once: true },
    );
  });
  Object.assign(globalThis, { script });
}

function pathOf(kB: number): string {
  return `/front-${kB}.html`;
}

function frontPage(kB: number): string {
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The morning's news</title></head><body>
<nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav><main>`;
  const teasers: string[] = [];
  for (let length = head.length; length < kB * 1000; length += teasers.at(-1)?.length ?? 0)
    teasers.push(teaser(teasers.length));
  return `${head}${teasers.join("\n")}</main></body></html>`;
}

function teaser(i: number): string {
  return `<section class="teaser teaser--small" data-place="${i}"><a class="teaser__link" href="/world/report-${i}">
<h3 class="teaser__title">Talks on the harbour go on for another week</h3></a>
<p class="teaser__text">Kim Jong Un was named in the first report, but nobody expects much.</p>
<span class="teaser__time">Report ${i}</span></section>`;
}
