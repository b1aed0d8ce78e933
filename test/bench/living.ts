import type { Page } from "puppeteer-core";
import { type Driver, until } from "../../scripts/drive.ts";
import type { Served } from "../../scripts/serve.ts";
import { type Row as Cells, table } from "../../scripts/table.ts";
import { median, type Spread, spreadOf } from "./spread.ts";
import { times, within } from "./table.ts";

const MARKS = 2000;
/** Each load in so many batches, every one a task of its own with its layout. */
const BATCHES = 100;
const LOADS = ["10,000 nodes added", "5,000 removed", "1,000 text edits"] as const;
type Load = (typeof LOADS)[number];
/** Changes are read half a second after the first of them at the latest; the answer and its painting come after that. */
const TAIL_MS = 1500;
/** In the tail, shorter gaps between two tasks of the page are the browser's own way from one to the next, in ms. */
const LEAST_GAP_MS = 0.5;

export const LIVING_LEGEND = `Living page: the main thread's time for changes to a page with ${MARKS} marks, beside the page alone, in ms.
Each load comes in ${BATCHES} batches, one task each with its layout; the time is that of these tasks and of all that runs between them and, for ${TAIL_MS} ms
after, of every gap over ${LEAST_GAP_MS} ms between empty tasks that follow each other at once. The page alone is shown by the same browser without the extension.`;

export interface LivingRow {
  readonly browser: string;
  readonly load: Load;
  readonly alone: Spread;
  readonly ours: Spread;
  /** Of each run with its neighbour. */
  readonly ratio: number;
}

/** An article with as many names of the digest as marks are wanted, one a paragraph. */
export const LIVING_PAGE = `<!doctype html><html lang="en"><head><title>Names upon names</title>
<meta property="og:type" content="article"></head><body><article><h1>Names upon names</h1>
${Array.from({ length: MARKS }, (_, i) => `<p>In line ${i} of this long list the name of Kim Jong Un stands among other words.</p>`).join("\n")}
</article></body></html>`;

/** Every load on pages of their own, with and without the extension in turn. */
export async function benchLiving(
  ours: Driver,
  alone: Driver,
  site: Served,
  browser: string,
  runs: number,
): Promise<LivingRow[]> {
  const url = `${site.origin}/living.html`;
  const rows: LivingRow[] = [];
  for (const load of LOADS) {
    const busy: Record<"alone" | "ours", number[]> = { alone: [], ours: [] };
    for (let run = 0; run < runs; run++) {
      for (const which of run % 2 ? (["ours", "alone"] as const) : (["alone", "ours"] as const)) {
        const page = await (which === "ours" ? ours : alone).open(url);
        if (which === "ours") await allMarked(page);
        busy[which].push(await page.evaluate(change, LOADS.indexOf(load), BATCHES, TAIL_MS, LEAST_GAP_MS));
        await page.close();
      }
    }
    const ratio = median(busy.ours.map((ms, i) => ms / (busy.alone[i] as number)));
    rows.push({ browser, load, alone: spreadOf(busy.alone), ours: spreadOf(busy.ours), ratio });
  }
  return rows;
}

/** Marks are painted near the window: once the last of them is, all are known. */
async function allMarked(page: Page): Promise<void> {
  for (const nth of [":last-of-type", ":first-of-type"]) {
    await page.$eval(`p${nth}`, (line) => line.scrollIntoView());
    await until(`the mark of the line ${nth}`, () =>
      page.$eval(`p${nth}`, (line) =>
        [...(CSS.highlights.get("dramatis-underline") ?? [])].some(({ startContainer }) =>
          line.contains(startContainer),
        ),
      ),
    );
  }
}

export function livingTable(rows: readonly LivingRow[]): string {
  const cells = rows.map(
    ({ browser, load, alone, ours, ratio }): Cells => [
      `${browser}: ${load}`,
      within(alone),
      within(ours),
      times(ratio),
    ],
  );
  return table([["load", "page alone", "with Dramatis", "ratio"], ...cells]);
}

/** Runs in the page. The answer is how long its main thread was busy, in ms. */
async function change(load: number, batches: number, tailMs: number, leastGapMs: number): Promise<number> {
  const article = document.querySelector("article") as HTMLElement;
  const lines = [...article.querySelectorAll("p")];
  const channel = new MessageChannel();
  // As methods: functions with names of their own would be compiled to ones that the page does not know.
  const page = {
    line(i: number) {
      return `New line ${i}, where ${i % 10 ? "nobody is named" : "Vladimir Putin is named"} among other words.`;
    },
    nextTask() {
      return new Promise<void>((resolve) => {
        channel.port1.onmessage = () => resolve();
        channel.port2.postMessage(0);
      });
    },
  };
  const loads: ((batch: number) => void)[] = [
    (batch) => {
      for (let i = 0; i < 10_000 / batches; i++) {
        const line = document.createElement("p");
        line.textContent = page.line(batch * 100 + i);
        article.append(line);
      }
    },
    (batch) => {
      for (let i = 0; i < 5000 / batches; i++) (lines[batch * 50 + i] as Element).remove();
    },
    (batch) => {
      for (let i = 0; i < 1000 / batches; i++) {
        const line = lines[batch * 10 + i] as Element;
        (line.firstChild as Text).data = page.line(batch * 10 + i);
      }
    },
  ];
  if (load === 1) {
    // They name nobody: of the lines to go, 2,000 have marks.
    for (let i = 0; i < 3000; i++) {
      const line = document.createElement("p");
      line.textContent = page.line(1);
      article.append(line);
      lines.push(line);
    }
    await new Promise((resolve) => setTimeout(resolve, tailMs));
  }
  const begin = performance.now();
  for (let batch = 0; batch < batches; batch++) {
    loads[load]?.(batch);
    article.getBoundingClientRect();
    await page.nextTask();
  }
  let before = performance.now();
  let busy = before - begin;
  const end = before + tailMs;
  while (before < end) {
    await page.nextTask();
    const now = performance.now();
    if (now - before > leastGapMs) busy += now - before;
    before = now;
  }
  return busy;
}
