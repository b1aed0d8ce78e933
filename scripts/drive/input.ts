import type { Page } from "puppeteer-core";
import { type Engine, until } from "./engine.ts";
import { reveal } from "./marks.ts";
import { viewOf } from "./view.ts";

/** What a reader's hand does; places are given as `getBoundingClientRect` counts them. */
export function inputCalls(engine: Engine) {
  return {
    hover: async (page: Page, index: number) => {
      const mark = await reveal(page, index);
      const box = mark.boxes[0];
      if (!box) throw new Error(`The mark “${mark.text}” is not to be seen`);
      const { x, y } = await engine.pointerPlace(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
      await page.mouse.move(x, y, { steps: 6 });
      // A hand slows down before it rests.
      await page.mouse.move(x + 1, y);
      return mark;
    },
    tap: async (page: Page, x: number, y: number, pointer: "touch" | "pen" = "touch") => {
      if (pointer === "pen") return engine.penTap(page, { x, y });
      const place = await engine.pointerPlace(page, { x, y });
      await page.touchscreen.tap(place.x, place.y);
    },
    pinch: async (page: Page, scale: number) => {
      await engine.pinch(page, scale);
      await until(`the page to stand at ${scale}`, async () => near((await viewOf(page)).scale, scale));
    },
    zoom: async (page: Page, factor: number) => {
      // By its width: the density of Firefox's pixels may be fixed.
      const width = () => page.evaluate(() => innerWidth);
      const before = await width();
      const wanted = (before * (await engine.zoom(page, factor))) / factor;
      await until(`the zoom of ${factor}`, async () => near(await width(), wanted));
    },
  };
}

/** Gestures end a little beside where they should. */
function near(a: number, b: number): boolean {
  return Math.abs(a / b - 1) < 0.01;
}
