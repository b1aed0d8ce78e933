import type { Page } from "puppeteer-core";
import { evaluateInChrome, tabOf } from "./bidi.ts";
import { type Point, viewOf } from "./view.ts";

/** Firefox's own driver knows no pen: the browser's window sends the events of one. */
export async function penTap(page: Page, { x, y }: Point): Promise<void> {
  const view = await viewOf(page);
  await inTab(
    page,
    `const [x, y] = inWindow(${(x - view.left) * view.scale}, ${(y - view.top) * view.scale});
    const pen = { inputSource: MouseEvent.MOZ_SOURCE_PEN };
    const send = (type, buttons, clickCount) => window.synthesizeMouseEvent(type, x, y, { ...pen, buttons, clickCount }, {});
    send("mousemove", 0, 0);
    send("mousedown", 1, 1);
    send("mouseup", 0, 1);`,
  );
}

/** A pinch on a touchpad, taken by the browser where it takes those of a hand. */
export async function pinch(page: Page, scale: number): Promise<void> {
  const view = await viewOf(page);
  const spread = scale / view.scale;
  await inTab(
    page,
    `const [x, y] = inWindow(${(view.width * view.scale) / 2}, ${(view.height * view.scale) / 2});
    const [screenX, screenY] = [(mozInnerScreenX + x) * devicePixelRatio, (mozInnerScreenY + y) * devicePixelRatio];
    for (const [phase, scale] of [[0, 1], [1, ${spread}], [2, ${spread}]])
      windowUtils.sendNativeTouchpadPinch(phase, scale, screenX, screenY, 0);`,
  );
}

export async function zoomTab(page: Page, factor: number): Promise<number> {
  const before = await inTab(
    page,
    `const before = ZoomManager.getZoomForBrowser(tab.linkedBrowser);
    ZoomManager.setZoomForBrowser(tab.linkedBrowser, ${factor});
    return before;`,
  );
  return before as number;
}

/** Runs a script in the browser's window, with the page's tab in front; `inWindow` finds a place of the tab there. */
async function inTab(page: Page, script: string): Promise<unknown> {
  await page.bringToFront();
  return evaluateInChrome(
    page.browser(),
    `${tabOf(page)}
    const { left, top } = tab.linkedBrowser.getBoundingClientRect();
    const zoom = ZoomManager.getZoomForBrowser(tab.linkedBrowser);
    const inWindow = (x, y) => [left + x * zoom, top + y * zoom];
    ${script}`,
  );
}
