import type { Page } from "puppeteer-core";
import { type Driver, visit } from "../../scripts/drive.ts";
import { type Row as Cells, table } from "../../scripts/table.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { within } from "./table.ts";

const WORKERS = ["asleep", "awake"] as const;
type Worker = (typeof WORKERS)[number];
/** What content.js says to the page before all else, for an older script of its kind to go. */
export const CAME = "dramatis-replaced";
/** Marks whose number has not changed for so long, in ms, are all there are; longer than any answer of the worker takes. */
const STEADY_MS = 1000;

export const START_LEGEND = `Start: from the browser's starting content.js (document_idle) to marks on screen, with the real extension on a freshly loaded page, in ms of the
page's own clock. It begins with the event by which content.js says that it has come, and ends with the first frame rendered with marks (first), and
with the one in which their number changed last (all): a message sent from its requestAnimationFrame has come. script is the one stretch
in which content.js runs before it waits for the worker: it judges the page there, which is all that it does to one that is no article.
asleep   the worker has been stopped before; awake   it has answered another page just before`;

/** In ms. */
interface Started {
  readonly script: number;
  readonly first: number;
  readonly all: number;
}

export interface StartRow extends Readonly<Record<keyof Started, Spread>> {
  readonly browser: string;
  readonly worker: Worker;
}

/** Both in every run, after a page that is not counted: a browser's first is slower than any other. */
export async function benchStart(driver: Driver, url: string, browser: string, runs: number): Promise<StartRow[]> {
  const samples: Record<Worker, Started[]> = { asleep: [], awake: [] };
  await startOn(driver, url);
  for (let run = 0; run < runs; run++) {
    for (const worker of WORKERS) {
      if (worker === "asleep") await driver.stopBackground();
      samples[worker].push(await startOn(driver, url));
    }
  }
  return WORKERS.map((worker) => {
    const spread = (figure: keyof Started) => spreadOf(samples[worker].map((sample) => sample[figure]));
    return { browser, worker, script: spread("script"), first: spread("first"), all: spread("all") };
  });
}

export function startTable(rows: readonly StartRow[]): string {
  const cells = rows.map(
    ({ browser, worker, script, first, all }): Cells => [
      `${browser}: ${worker}`,
      within(script),
      within(first),
      within(all),
    ],
  );
  return table([["worker", "script", "first", "all"], ...cells]);
}

async function startOn({ puppet }: Driver, url: string): Promise<Started> {
  const page = await puppet.newPage();
  try {
    await page.evaluateOnNewDocument(watchStart, CAME, STEADY_MS);
    await visit(page, url);
    return await started(page);
  } finally {
    await page.close();
  }
}

/** @throws Error where no mark comes within a while */
async function started(page: Page): Promise<Started> {
  const answer = await page.evaluate(() => (globalThis as unknown as { started: Promise<Started | null> }).started);
  if (!answer) throw new Error(`no marks on ${page.url()}`);
  return answer;
}

/** Runs in the page before anything else does. */
function watchStart(came: string, steadyMs: number): void {
  // A page without marks is waited for no longer.
  const mostMs = 5000;
  const started = new Promise<Started | null>((resolve) => {
    document.addEventListener(
      came,
      () => {
        const begin = performance.now();
        const times = { script: 0, first: 0, all: 0 };
        // Microtasks of the page wait for the end of the script that has called us.
        queueMicrotask(() => (times.script = performance.now() - begin));
        const { port1, port2 } = new MessageChannel();
        let size = 0;
        const look = {
          onFrame() {
            requestAnimationFrame(() => look.onFrame());
            port2.postMessage(CSS.highlights.get("dramatis-underline")?.size ?? 0);
          },
        };
        port1.onmessage = ({ data }) => {
          const now = performance.now() - begin;
          if (data !== size) times.all = now;
          if (data && !size) times.first = now;
          size = data;
          if (size && now - times.all > steadyMs) resolve(times);
          else if (!size && now > mostMs) resolve(null);
        };
        look.onFrame();
      },
      { once: true },
    );
  });
  Object.assign(globalThis, { started });
}
