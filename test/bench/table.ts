import { type Figures, median } from "./measure.ts";

/** One page in one browser, as a row of the table. */
export interface Row extends Figures {
  readonly page: string;
  readonly browser: string;
}

const COLUMNS = [
  "page",
  "browser",
  "kB text",
  "bare walk",
  "our walk",
  "to marks",
  "first time",
  "worker",
  "mark.js",
  "marks",
] as const;
const WIDTHS = [28, 9, 8, 10, 18, 18, 11, 18, 20, 10];

export const LEGEND = `Medians in ms of interleaved runs of all contestants on one loaded page; ×n: times the bare walk, for mark.js times “to marks”.
bare walk   a TreeWalker over all text nodes, adding up their lengths
our walk    page to blocks, as at the first reading
to marks    page to painted marks: our walk, sending to the real worker, adding highlights; the page's main thread only, without waiting for the answer;
            the browser's own reading of the answer is charged as one structuredClone
first time  the same on the freshly loaded page, code and page cold; one sample
worker      finding the names in what was sent; measured beside the page, in the same engine, since the worker's clock is too coarse
mark.js     the same names by mark.js 8.11.1 (exactly, acrossElements), on the main thread; its runs in brackets where they are fewer
marks       painted by us / made by mark.js, which also marks surnames that nobody in the article bears, and text around the article
Times near the step of the browser's clock are means of several turns in a row.
All run as content scripts of the extension, in the world where it lives; what the browser lays out and paints afterwards is in no figure.
Pages come from 127.0.0.1 under script-src 'none', with the network closed, isolated for a finer clock.`;

export function headerLine(): string {
  return line(COLUMNS);
}

export function rowLine(row: Row): string {
  const { medians, marks, markJsRuns, runs } = row;
  const ratios = ratiosOf(row);
  return line([
    row.page.length < 28 ? row.page : `${row.page.slice(0, 26)}…`,
    row.browser,
    (row.chars / 1000).toFixed(0),
    ms(medians.bare),
    `${ms(medians.walk)} ${times(ratios.walk)}`,
    `${ms(medians.mark)} ${times(ratios.mark)}`,
    ms(row.firstMark),
    `${ms(medians.worker)} ${times(ratios.worker)}`,
    `${markJsRuns < runs ? `(${markJsRuns}) ` : ""}${ms(medians.markJs)} ${times(ratios.markJs)}`,
    `${marks.mark}/${marks.markJs}`,
  ]);
}

/** The median of each ratio over the pages. */
export function medianLine(name: string, rows: readonly Row[]): string {
  const ratios = rows.map(ratiosOf);
  const over = (read: (one: Ratios) => number) => times(median(ratios.map(read)));
  return line([
    `median of ${rows.length} rows`,
    name,
    "",
    "×1",
    over(({ walk }) => walk),
    over(({ mark }) => mark),
    "",
    over(({ worker }) => worker),
    over(({ markJs }) => markJs),
    "",
  ]);
}

type Ratios = ReturnType<typeof ratiosOf>;

function ratiosOf({ medians: { bare, walk, mark, worker, markJs } }: Row) {
  return { walk: walk / bare, mark: mark / bare, worker: worker / bare, markJs: markJs / mark };
}

function line(cells: readonly string[]): string {
  return cells.map((cell, i) => (i < 2 ? cell.padEnd(WIDTHS[i] ?? 0) : cell.padStart(WIDTHS[i] ?? 0))).join(" ");
}

/** Three digits say all that such a time means. */
function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

function times(ratio: number): string {
  return `×${ratio.toFixed(ratio < 100 ? 1 : 0)}`.padStart(6);
}
