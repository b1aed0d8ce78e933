import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inEachBrowser } from "../stage.ts";
import { openNames } from "./names.ts";

const FAR = '<div style="height: 3000px"></div>';
const LINES = "<p>Nothing to see.</p>".repeat(20);

inEachBrowser(
  "a mark is brought into view",
  (stage) => {
    const open = (html: string) => openNames(stage, `<body style="margin: 0">${html}`);
    /** Where the first mark stands then, and how far what has an id is scrolled. */
    const reveal = (page: Page) =>
      page.evaluate(() => {
        const [mark] = reading.marks();
        if (!mark) throw new Error("there is no mark");
        stages.reveal(mark);
        const [line] = stages.linesOf(mark);
        const scrolled = [...document.querySelectorAll("[id]")].map(({ scrollTop }) => scrollTop);
        return { top: line?.top ?? 0, bottom: line?.bottom ?? 0, scrolled };
      });

    it("by the scrollers around it", async () => {
      const page = await open(
        `${FAR}<div id="in" style="height: 200px; overflow: auto">${LINES}<p>Name</p></div>${FAR}`,
      );
      const { top, scrolled } = await reveal(page);
      expect(scrolled[0]).toBeGreaterThan(0);
      expect(top).toBeGreaterThan(200);
      expect(top).toBeLessThan(500);
    });

    it("and not by what cuts off what it holds, which no reader could scroll back", async () => {
      const page = await open(
        '<div id="cut" style="height: 30px; line-height: 20px; overflow: hidden">Line<br>Name</div>',
      );
      expect((await reveal(page)).scrolled).toEqual([0]);
    });

    it.each([
      ["fixed", "position: fixed; top: 0; left: 0; right: 0"],
      ["sticky", "position: sticky; top: 0"],
    ])("from under a %s header", async (_, style) => {
      const page = await open(
        `<header style="${style}; height: 120px; background: grey"></header>${FAR}<p>Name</p>${FAR}`,
      );
      await page.evaluate(() => scrollBy(0, (document.querySelector("p")?.getBoundingClientRect().top ?? 0) - 60));
      expect((await reveal(page)).top).toBeGreaterThan(120);
      const before = await page.evaluate(() => scrollY);
      await reveal(page);
      expect(await page.evaluate(() => scrollY)).toBe(before);
    });

    it.each([
      ["in a web component", "<header></header>"],
      ["of a web component, under what it slots", "<header><slot></slot></header>", "<p>Home</p>"],
    ])("from under a fixed header %s", async (_, inside, light = "") => {
      const style =
        "<style>header { position: fixed; top: 0; left: 0; right: 0; height: 120px; background: grey }</style>";
      const bar = `<x-bar><template shadowrootmode="open">${style}${inside}</template>${light}</x-bar>`;
      const page = await open(`${bar}${FAR}<p id="it">Name</p>${FAR}`);
      await page.evaluate(() => scrollBy(0, (document.querySelector("#it")?.getBoundingClientRect().top ?? 0) - 30));
      expect((await reveal(page)).top).toBeGreaterThan(120);
    });

    it("by a scroller that a web component puts around it", async () => {
      const inside = `<div style="height: 200px; overflow: auto">${LINES}<slot></slot></div>`;
      const page = await open(`<x-box><template shadowrootmode="open">${inside}</template>Name</x-box>${FAR}`);
      const { top } = await reveal(page);
      expect(top).toBeGreaterThan(0);
      expect(top).toBeLessThan(200);
    });

    it("not where it stands in the header itself, or in plain sight", async () => {
      const page = await open(`<main style="position: fixed; top: 0"><p>Name</p></main>${FAR}`);
      await page.evaluate(() => scrollBy(0, 500));
      await reveal(page);
      expect(await page.evaluate(() => scrollY)).toBe(500);
    });
  },
  { extension: false },
);
