import type { Page } from "puppeteer-core";

/** In CSS pixels from the viewport's top left corner, as `getBoundingClientRect` counts. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The part of the viewport that the tab shows, which is all of it until the page is pinched; in CSS pixels. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How many times larger than that it is shown. */
  readonly scale: number;
}

export function viewOf(page: Page): Promise<View> {
  return page.evaluate(() => {
    if (!visualViewport) throw new Error("The page has no window");
    const { offsetLeft, offsetTop, width, height, scale } = visualViewport;
    return { left: offsetLeft, top: offsetTop, width, height, scale };
  });
}
