import type { Page } from "puppeteer-core";
import { type Box, hostCount, marks, until, waitForMarks } from "../../scripts/drive.ts";
import type { Stage } from "../stage.ts";

export { pass } from "../stage.ts";

export const PUTIN = "<p>Vladimir Putin came to Pyongyang with a large delegation.</p>";
/** Makes a page long enough to scroll. */
export const FAR = '<div style="height: 3000px"></div>';
export async function openMarked(stage: Stage, html: string, headers?: Record<string, string>): Promise<Page> {
  const page = await stage.open(html, headers);
  await waitForMarks(page);
  return page;
}

/** Rests the mouse on the nth mark until its card is there. */
export async function rest(stage: Stage, page: Page, index = 0): Promise<void> {
  await stage.driver.hover(page, index);
  await stage.driver.waitForCard(page);
}

/** A page with the card open on the nth mark. */
export async function openCard(stage: Stage, html: string, index = 0): Promise<Page> {
  const page = await openMarked(stage, html);
  await rest(stage, page, index);
  return page;
}

/** Clicks the nth part of this class on the card, with the real mouse. */
export function press(stage: Stage, page: Page, part: string, index = 0): Promise<void> {
  return stage.driver.press(page, part, index);
}

export function boxOf(stage: Stage, page: Page): Promise<Box> {
  return until("the card's box", () => stage.driver.cardBox(page));
}

export function gone(page: Page): Promise<boolean> {
  return until("the card to go", async () => (await hostCount(page)) === 0);
}

export async function nameBox(page: Page, index = 0): Promise<Box> {
  const box = (await marks(page))[index]?.boxes[0];
  if (!box) throw new Error(`no mark ${index} is to be seen`);
  return box;
}

/** The gap between name and card, whichever stands above. */
export function gap(name: Box, card: Box): number {
  return card.y > name.y ? card.y - name.y - name.height : name.y - card.y - card.height;
}
