import { expect, it } from "vitest";
import { inEachBrowser } from "../stage.ts";
import { openNames } from "./names.ts";

declare global {
  var goner: WeakRef<ShadowRoot>;
}

const STORY = '<x-story><template shadowrootmode="open"><p>Name</p></template></x-story>';

inEachBrowser(
  "marks in components",
  (stage) => {
    // Only there a test can have the garbage collected.
    it.skipIf(stage.kind === "firefox")("keep none that has left the page", async () => {
      const page = await openNames(stage, `<p>Name</p>${STORY}`);
      await page.evaluate(() => {
        const story = document.querySelector("x-story") as Element;
        globalThis.goner = new WeakRef(story.shadowRoot as ShadowRoot);
        story.remove();
      });
      const session = await page.createCDPSession();
      const isGone = async () => {
        await page.mouse.move(Math.random() * 500, 500);
        await session.send("HeapProfiler.collectGarbage");
        return page.evaluate(() => globalThis.goner.deref() === undefined);
      };
      await expect.poll(isGone, { timeout: 5000 }).toBe(true);
    });
  },
  { extension: false },
);
