import type { Page } from "puppeteer-core";
import { type Box, until } from "../drive.ts";
import { around } from "./around.ts";
import type { Desk } from "./desk.ts";

type Path = `${string}.png`;

/**
 * Writes a picture of the open card and its name, or of the whole window.
 * @returns how wide that is on the reader's screen, in px
 * @throws where no card is open
 */
export async function take({ driver, page, mark }: Desk, path: Path, isWhole: boolean): Promise<number> {
  await painted(page);
  const card = await until("the card's box", () => driver.cardBox(page));
  const { seen, scroll, isPinched } = await page.evaluate(() => {
    const { pageLeft: x, pageTop: y, width, height, scale } = visualViewport as VisualViewport;
    return { seen: { x, y, width, height }, scroll: { x: scrollX, y: scrollY }, isPinched: scale > 1 };
  });
  const picture = { path, captureBeyondViewport: false };
  if (isWhole) {
    // Firefox would take more of a pinched page than is seen.
    const isMore = isPinched && driver.browser.kind === "firefox";
    await page.screenshot({ ...picture, ...(isMore && { clip: seen }) });
    return page.viewport()?.width ?? seen.width;
  }
  const boxes: Box[] = [card, ...((await mark())?.boxes ?? [])];
  const clip = around(
    boxes.map((box) => ({ ...box, x: box.x + scroll.x, y: box.y + scroll.y })),
    seen,
  );
  await page.screenshot({ ...picture, clip });
  return clip.width;
}

/** What has been changed is on the screen two frames later. */
function painted(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });
}
