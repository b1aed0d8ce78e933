import { type Row as Cells, table } from "../../scripts/table.ts";
import type { Figures } from "./measure.ts";
import { median, type Spread } from "./spread.ts";

/** One page in one browser, as a row of the table. */
export interface ReadingRow extends Figures {
  readonly page: string;
  readonly browser: string;
}

export const READING_LEGEND = `Reading: from the page to painted marks. Medians in ms of interleaved turns, and ratios.
floor       the least that anything must do that reads names across tags: one walk that joins the text of each block, and one message of these strings
bare        a TreeWalker over all text nodes that adds up their lengths, for comparison
gate, walk  parts of ours: whether the page is an article, beside the floor in the last row, and page to blocks
ours        gate, walk, sending to the real worker, painting; the page's main thread only, without waiting for the answer, the browser's own reading
            of which is charged as one structuredClone. cold: each time on a freshly loaded page, as is its floor, and as a reader has it; warm: again
            and again on one page, whose classes are known by then
hit         one look which mark is under a point, the mean over 900 points of the window
longest     our longest stretch without a break, cold
worker      finding the names in what was sent; measured beside the page, in the same engine, since the worker's clock is too coarse
peers       the same names on the main thread, warm, as multiples of ours: an Aho-Corasick automaton painting highlights, one regex painting highlights,
            one regex wrapping in <mark>, mark.js 8.11.1 (exactly, acrossElements). Getting ready for the names is not in their times.
            ≥: mark.js was ended after ten seconds, before it had come to the last name
marks       painted by us / by mark.js, which also marks surnames that nobody in the article bears, and text around the article
±           half the distance between the quartiles, in hundredths of the median
All run as content scripts of the extension, in the world where it lives; what the browser lays out and paints afterwards is in no figure.
Pages come from 127.0.0.1 under script-src 'none', with the network closed, isolated for a finer clock.`;

const HEAD: Cells = [
  "page",
  "kB",
  "bare",
  "floor",
  "gate",
  "walk",
  "ours",
  "cold",
  "warm",
  "longest",
  "hit",
  "worker",
  "aho",
  "regex",
  "<mark>",
  "mark.js",
  "marks",
];

/** A table for each browser, and the medians of the ratios over its pages. */
export function readingTables(rows: readonly ReadingRow[]): string {
  const browsers = [...new Set(rows.map(({ browser }) => browser))];
  return browsers
    .map((name) => {
      const own = rows.filter(({ browser }) => browser === name);
      return `${name}\n${table([HEAD, ...own.map(cellsOf), medians(own)])}`;
    })
    .join("\n\n");
}

export function ratiosOf({ warm, cold }: Figures) {
  const ours = warm.mark.median;
  return {
    cold: cold.mark.median / cold.floor.median,
    warm: ours / warm.floor.median,
    gate: warm.gate.median / warm.floor.median,
    aho: warm.ahoPaint.median / ours,
    regex: warm.regexPaint.median / ours,
    wrap: warm.regexWrap.median / ours,
    markJs: warm.markJs.median / ours,
  };
}

function cellsOf(row: ReadingRow): Cells {
  const { page, chars, warm, longest, hitTest, marks, isMarkJsCut } = row;
  const { cold, warm: again, aho, regex, wrap, markJs } = ratiosOf(row);
  return [
    page.replace(/\.html$/, ""),
    (chars / 1000).toFixed(0),
    ms(warm.bare.median),
    within(warm.floor),
    ms(warm.gate.median),
    ms(warm.walk.median),
    within(warm.mark),
    times(cold),
    times(again),
    ms(longest),
    hitTest.toFixed(3),
    ms(warm.worker.median),
    times(aho),
    times(regex),
    times(wrap),
    `${isMarkJsCut ? "≥" : ""}${times(markJs)}`,
    `${marks.mark ?? 0}/${isMarkJsCut ? "–" : (marks.markJs ?? 0)}`,
  ];
}

function medians(rows: readonly ReadingRow[]): Cells {
  const all = rows.map(ratiosOf);
  const over = (read: (one: ReturnType<typeof ratiosOf>) => number) => times(median(all.map(read)));
  const longest = Math.max(...rows.map((row) => row.longest));
  return [
    `median of ${rows.length}`,
    "",
    "",
    "",
    over(({ gate }) => gate),
    "",
    "",
    over(({ cold }) => cold),
    over(({ warm }) => warm),
    `≤ ${ms(longest)}`,
    median(rows.map(({ hitTest }) => hitTest)).toFixed(3),
    "",
    over(({ aho }) => aho),
    over(({ regex }) => regex),
    over(({ wrap }) => wrap),
    `${rows.some(({ isMarkJsCut }) => isMarkJsCut) ? "≥" : ""}${over(({ markJs }) => markJs)}`,
    "",
  ];
}

/** Three digits say all that such a time means. */
export function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

export function within({ median: middle, low, high }: Spread): string {
  return `${ms(middle)} ±${((50 * (high - low)) / middle).toFixed(0)}`;
}

export function times(ratio: number): string {
  return `×${ratio.toFixed(ratio < 10 ? 2 : ratio < 100 ? 1 : 0)}`;
}
