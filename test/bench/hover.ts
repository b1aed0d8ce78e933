import type { Page } from "puppeteer-core";
import { type Driver, hostCount, marks, reveal, until, waitForMarks } from "../../scripts/drive.ts";
import { type Row as Cells, table } from "../../scripts/table.ts";
import { REST_MS } from "../../src/card/dwell.ts";
import { OWN_ATTRIBUTE } from "../../src/text/own-element.ts";
import { type Spread, spreadOf } from "./spread.ts";
import { within } from "./table.ts";

/** In the order in which each page is tried. */
const TURNS = {
  firstRest: "a rest, the first on its page",
  nextRest: "a rest, the entry asked for while it lasts",
  click: "a click on a name just come to, the entry yet to be asked for",
  asleepRest: "a rest, the worker stopped before, the pointer straight from outside the text",
  asleepNear: "the same, the pointer half a second in the name's paragraph before",
} as const;
type Turn = keyof typeof TURNS;
/** Each on a page of its own, as the worker is woken once in a while only. */
const ASLEEP: readonly Turn[] = ["asleepRest", "asleepNear"];
/** In ms. */
const NEAR_MS = 500;

export const HOVER_LEGEND = `Hover: from the trigger to the card shown, with the real extension and a real mouse on the demo page, in ms of the page's own clock.
trigger  of a rest the end of its ${REST_MS} ms, counted from the one move that brought the pointer onto the name; of a click its event's timeStamp
open     when the card stands in the page with all that it says, laid out at its place: heard by a MutationObserver of the page once the script is done
painted  when the frame after that has been rendered: a message sent from its requestAnimationFrame has come; the wait for that frame is in it
A card is first closed, and the pointer taken away, before the next is tried; every card was looked into afterwards for the name it tells of.`;

/** In ms. */
interface Shown {
  readonly open: number;
  readonly painted: number;
}

export interface HoverRow {
  readonly browser: string;
  readonly turn: Turn;
  readonly open: Spread;
  readonly painted: Spread;
}

/** On pages of their own in each run; the worker has the digest already, but where it has been stopped. */
export async function benchHover(driver: Driver, url: string, browser: string, runs: number): Promise<HoverRow[]> {
  const samples: Record<Turn, Shown[]> = { firstRest: [], nextRest: [], click: [], asleepRest: [], asleepNear: [] };
  await tryAll(driver, url);
  for (let run = 0; run < runs; run++) for (const [turn, shown] of await tryAll(driver, url)) samples[turn].push(shown);
  return (Object.keys(TURNS) as Turn[]).map((turn) => ({
    browser,
    turn,
    open: spreadOf(samples[turn].map(({ open }) => open)),
    painted: spreadOf(samples[turn].map(({ painted }) => painted)),
  }));
}

export function hoverTable(rows: readonly HoverRow[]): string {
  const cells = rows.map(
    ({ browser, turn, open, painted }): Cells => [`${browser}: ${TURNS[turn]}`, within(open), within(painted)],
  );
  return table([["trigger", "open", "painted"], ...cells]);
}

async function tryAll(driver: Driver, url: string): Promise<[Turn, Shown][]> {
  const awake = (Object.keys(TURNS) as Turn[]).filter((turn) => !ASLEEP.includes(turn));
  const shown = await onPage(driver, url, async (page) => {
    const shown: [Turn, Shown][] = [];
    for (const turn of awake) shown.push([turn, await tryOn(driver, page, turn)]);
    return shown;
  });
  for (const turn of ASLEEP)
    shown.push(
      await onPage(driver, url, async (page): Promise<[Turn, Shown]> => {
        // Once a card is there, nothing is asked of the worker any more.
        await driver.command(page, "next-name");
        await closeCard(driver, page);
        await driver.stopBackground();
        return [turn, await tryOn(driver, page, turn)];
      }),
    );
  return shown;
}

async function onPage<T>(driver: Driver, url: string, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await driver.open(url);
  try {
    await waitForMarks(page);
    return await use(page);
  } finally {
    await page.close();
  }
}

async function tryOn(driver: Driver, page: Page, turn: Turn): Promise<Shown> {
  const { x, y } = await placeOfMark(page);
  if (turn === "asleepNear") {
    const corner = await page.evaluate(cornerAround, x, y);
    await page.mouse.move(corner.x, corner.y);
    await new Promise((resolve) => setTimeout(resolve, NEAR_MS));
  }
  const watched = await page.evaluateHandle(watchCard, `[${OWN_ATTRIBUTE}]`, REST_MS);
  if (turn === "click") await page.mouse.click(x, y);
  else await page.mouse.move(x, y);
  const shown = await watched.evaluate(({ shown }) => shown);
  await closeCard(driver, page);
  return shown;
}

async function closeCard(driver: Driver, page: Page): Promise<void> {
  await driver.waitForCard(page);
  await page.keyboard.press("Escape");
  await until("the card to go", async () => (await hostCount(page)) === 0);
  // A name whose card was closed is shut until the pointer is seen elsewhere; it began in the very corner.
  await page.mouse.move(5, 5);
}

/** The middle of the first mark that is to be seen. */
async function placeOfMark(page: Page): Promise<{ x: number; y: number }> {
  const index = (await marks(page)).findIndex(({ boxes }) => boxes.length);
  // Once more, as it is there after scrolling.
  await reveal(page, index);
  const box = (await marks(page))[index]?.boxes[0];
  if (!box) throw new Error("no mark is to be seen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Runs in the page: where the paragraph or headline ends that this point is in. */
function cornerAround(x: number, y: number): { x: number; y: number } {
  const { right, bottom } = (
    (document.elementFromPoint(x, y) as Element).closest("p, h1") as Element
  ).getBoundingClientRect();
  return { x: right - 2, y: bottom - 2 };
}

/** Runs in the page, before the pointer comes to a name; tells of the next card. */
function watchCard(host: string, restMs: number): { shown: Promise<Shown> } {
  let trigger = Number.NaN;
  const life = new AbortController();
  const listening = { capture: true, passive: true, signal: life.signal };
  addEventListener("pointermove", () => (trigger = performance.now() + restMs), listening);
  addEventListener("click", ({ timeStamp }) => (trigger = timeStamp), listening);
  const shown = new Promise<Shown>((resolve) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector(host)) return;
      const open = performance.now() - trigger;
      observer.disconnect();
      life.abort();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve({ open, painted: performance.now() - trigger });
      requestAnimationFrame(() => port2.postMessage(0));
    }).observe(document.documentElement, { childList: true });
  });
  return { shown };
}
