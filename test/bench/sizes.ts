import type { Driver } from "../../scripts/drive.ts";
import { type Row as Cells, table } from "../../scripts/table.ts";
import { askPage } from "./in-page.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { ms, times, within } from "./table.ts";
import type { Sample } from "./tasks.ts";

/** So many kB of HTML with so many mentions. */
interface Size {
  readonly kB: number;
  readonly mentions: number;
}

const SIZES: readonly Size[] = [
  { kB: 5, mentions: 0 },
  { kB: 5, mentions: 10 },
  { kB: 50, mentions: 100 },
  { kB: 500, mentions: 0 },
  { kB: 500, mentions: 1000 },
  { kB: 2700, mentions: 0 },
  { kB: 2700, mentions: 100 },
  { kB: 2700, mentions: 10_000 },
];

export const SIZES_LEGEND = `Growth with the page: generated articles, two fifths of them text, read through the real worker with the bundled digest, in ms of the main thread.
floor, ours  as in the chapter reading: the least that reads names across tags, and the page to painted marks; each on a freshly loaded page, in turn
longest      our longest stretch without a break, the median of the runs and the longest of all`;

export interface SizeRow extends Size {
  readonly browser: string;
  readonly floor: Spread;
  readonly ours: Spread;
  /** In ms. */
  readonly longest: { readonly usual: Spread; readonly ever: number };
}

/** A site with the generated pages. */
export function sizedPages(): Record<string, string> {
  return Object.fromEntries(SIZES.map((size) => [pathOf(size), pageOf(size)]));
}

/** All sizes in every run, floor and ours in turn. @param origin where `sizedPages` are served */
export async function benchSizes(driver: Driver, origin: string, browser: string, runs: number): Promise<SizeRow[]> {
  const samples = SIZES.map((): Record<"floor" | "mark", Sample[]> => ({ floor: [], mark: [] }));
  for (let run = 0; run < runs; run++) {
    for (const [i, size] of SIZES.entries()) {
      for (const contestant of run % 2 ? (["floor", "mark"] as const) : (["mark", "floor"] as const)) {
        const page = await driver.open(origin + pathOf(size));
        const sample = await askPage(page, "cold", contestant);
        if (contestant === "mark" && size.mentions && !sample.marks) throw new Error(`no marks on ${pathOf(size)}`);
        samples[i]?.[contestant].push(sample);
        await page.close();
      }
    }
  }
  return samples.map(({ floor, mark }, i) => {
    const stretches = mark.map(({ longest = 0 }) => longest);
    return {
      browser,
      ...(SIZES[i] as Size),
      floor: spreadOf(floor.map(({ ms }) => ms)),
      ours: spreadOf(mark.map(({ ms }) => ms)),
      longest: { usual: spreadOf(stretches), ever: Math.max(...stretches) },
    };
  });
}

export function sizesTable(rows: readonly SizeRow[]): string {
  const cells = rows.map(
    ({ browser, kB, mentions, floor, ours, longest }): Cells => [
      `${browser}: ${kB} kB, ${mentions.toLocaleString("en")} mentions`,
      within(floor),
      within(ours),
      times(ours.median / floor.median),
      `${ms(longest.usual.median)} ≤ ${ms(longest.ever)}`,
    ],
  );
  return table([["page", "floor", "ours", "ratio", "longest"], ...cells]);
}

function pathOf({ kB, mentions }: Size): string {
  return `/${kB}-${mentions}.html`;
}

/** An article as news sites write them: each paragraph with its wrapping, and a link in every second. */
function pageOf({ kB, mentions }: Size): string {
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A long report</title>
<meta property="og:type" content="article"></head><body><article><h1>A long report</h1>`;
  const paragraphs: string[] = [];
  const most = kB * 1000 - head.length;
  const usual = (paragraph(0, 0).length + paragraph(1, 0).length) / 2;
  // The mentions are spread evenly over the paragraphs that will fit.
  const count = Math.max(1, Math.floor((most - mentions * NAMED.length) / usual));
  for (let i = 0; i < count; i++) {
    const named = Math.floor(((i + 1) * mentions) / count) - Math.floor((i * mentions) / count);
    paragraphs.push(paragraph(i, named));
  }
  return `${head}${paragraphs.join("\n")}</article></body></html>`;
}

const NAMED = " Kim Jong Un was there as well.";

function paragraph(i: number, mentions: number): string {
  const link =
    i % 2 ? "the ministry" : `<a class="article__link" href="/report/part" data-track="body">the ministry</a>`;
  return `<div class="article__part article__part--text" data-part="${String(i).padStart(6, "0")}" data-kind="paragraph">
<p class="article__text">In the morning a spokesman of ${link} told reporters that the talks would go on for another week, and that nobody
should expect too much of them.${NAMED.repeat(mentions)}</p>
<div class="article__tools"><span class="icon icon--share" aria-hidden="true"></span></div></div>`;
}
