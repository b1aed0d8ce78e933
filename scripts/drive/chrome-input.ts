import type { CDPSession, Page, Browser as Puppet } from "puppeteer-core";
import { type Point, viewOf } from "./view.ts";

/** CDP counts from the corner of what a pinched tab shows, still in the page's pixels. */
export async function pointerPlace(page: Page, { x, y }: Point): Promise<Point> {
  const { left, top } = await viewOf(page);
  return { x: x - left, y: y - top };
}

export async function penTap(page: Page, place: Point): Promise<void> {
  const { x, y } = await pointerPlace(page, place);
  await withSession(page, async (session) => {
    for (const [type, button] of [
      ["mouseMoved", "none"],
      ["mousePressed", "left"],
      ["mouseReleased", "left"],
    ] as const)
      await session.send("Input.dispatchMouseEvent", { type, x, y, button, clickCount: 1, pointerType: "pen" });
  });
}

export async function pinch(page: Page, scale: number): Promise<void> {
  const view = await viewOf(page);
  const gesture = { x: view.width / 2, y: view.height / 2, scaleFactor: scale / view.scale };
  await withSession(page, (session) => session.send("Input.synthesizePinchGesture", gesture));
}

/** Pasting into a tab in the background needs neither a permission nor the page in front. */
export async function readClipboard(puppet: Puppet): Promise<string> {
  const page = await puppet.newPage({ background: true });
  try {
    await page.setContent("<textarea></textarea>");
    await page.focus("textarea");
    await page.keyboard.press("KeyV", { commands: ["Paste"] });
    return await page.$eval("textarea", ({ value }) => value);
  } finally {
    await page.close();
  }
}

async function withSession(page: Page, use: (session: CDPSession) => Promise<unknown>): Promise<void> {
  const session = await page.createCDPSession();
  try {
    await use(session);
  } finally {
    await session.detach();
  }
}
