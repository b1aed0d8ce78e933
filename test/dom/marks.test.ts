import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inEachBrowser } from "../stage.ts";
import { openNames } from "./names.ts";

declare global {
  var goner: WeakRef<ShadowRoot>;
  /** How often a component's sheets have been looked at, and the page's clock, in ms: it stands still. */
  var looks: number;
  var clock: number;
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
      let moves = 0;
      const isGone = async () => {
        await page.mouse.move(++moves, 500);
        await session.send("HeapProfiler.collectGarbage");
        return page.evaluate(() => globalThis.goner.deref() === undefined);
      };
      await expect.poll(isGone, { timeout: 5000 }).toBe(true);
    });

    /** Stops the clock, later than at any look before, and counts from then on. */
    const countLooks = (page: Page) =>
      page.evaluate(() => {
        Object.assign(globalThis, { looks: 0, clock: performance.now() + 1000 });
        performance.now = () => globalThis.clock;
        const root = document.querySelector("x-story")?.shadowRoot as ShadowRoot;
        const { get, set = () => {} } =
          Object.getOwnPropertyDescriptor(ShadowRoot.prototype, "adoptedStyleSheets") ?? {};
        Object.defineProperty(root, "adoptedStyleSheets", {
          get() {
            globalThis.looks++;
            return get?.call(root);
          },
          set,
        });
      });

    it("are looked for ten times a second at most, however often the pointer moves", async () => {
      const page = await openNames(stage, `<p>Name</p>${STORY}`);
      await countLooks(page);
      const looksAfter = async (ms: number, x: number) => {
        await page.evaluate((ms) => (globalThis.clock += ms), ms);
        await page.mouse.move(x, 500, { steps: 20 });
        return page.evaluate(() => globalThis.looks);
      };
      expect(await looksAfter(0, 100)).toBe(1);
      expect(await looksAfter(99, 200)).toBe(1);
      expect(await looksAfter(1, 300)).toBe(2);
    });

    it("are not looked for again with each paragraph that is painted in one", async () => {
      const page = await openNames(stage, `<p>Name</p>${STORY}`);
      await countLooks(page);
      const looks = await page.evaluate(async () => {
        const root = document.querySelector("x-story")?.shadowRoot as ShadowRoot;
        for (let i = 0; i < 10; i++) root.append(Object.assign(document.createElement("p"), { textContent: "Name" }));
        while (globalThis.reading.marks().length < 12) await new Promise(requestAnimationFrame);
        return globalThis.looks;
      });
      expect(looks).toBe(1);
    });
  },
  { extension: false },
);
