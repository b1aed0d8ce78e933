import type { CDPSession } from "puppeteer-core";
import { type Driver, until } from "../../scripts/drive.ts";
import { type Row as Cells, table } from "../../scripts/table.ts";
import { markCount } from "./in-page.ts";
import { median } from "./spread.ts";

export const WEIGHT_LEGEND = `Weight (Chromium only): JavaScript heaps after garbage collection, in kB; what the extension adds to a page is the median of the differences to the
same page in a browser without it.`;

export interface WeightRow {
  readonly page: string;
  /** In bytes. */
  readonly added: number;
  readonly worker: number;
}

export async function benchWeight(
  ours: Driver,
  alone: Driver,
  url: string,
  page: string,
  runs: number,
): Promise<WeightRow> {
  const added: number[] = [];
  let worker = 0;
  for (let run = 0; run < runs; run++) {
    const bytes = await heapOf(ours, url, true);
    added.push(bytes - (await heapOf(alone, url, false)));
    worker = await workerHeap(ours);
  }
  return { page, added: median(added), worker };
}

export function weightTable(rows: readonly WeightRow[]): string {
  const kB = (bytes: number) => (bytes / 1000).toFixed(0);
  return table([
    ["page", "added to the page", "worker"],
    ...rows.map(({ page, added, worker }): Cells => [page.replace(/\.html$/, ""), kB(added), kB(worker)]),
  ]);
}

async function heapOf(driver: Driver, url: string, hasMarks: boolean): Promise<number> {
  const page = await driver.open(url);
  if (hasMarks) await until("marks", async () => (await markCount(page)) > 0);
  const session = await page.createCDPSession();
  const bytes = await heapUsed(session);
  await page.close();
  return bytes;
}

async function workerHeap({ puppet, extensionId }: Driver): Promise<number> {
  const target = await puppet.waitForTarget(
    (one) => one.type() === "service_worker" && one.url().includes(extensionId),
  );
  return heapUsed(await target.createCDPSession());
}

async function heapUsed(session: CDPSession): Promise<number> {
  // What is freed can free more.
  for (let turn = 0; turn < 3; turn++) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}
