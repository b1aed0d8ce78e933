import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { until } from "../../scripts/drive.ts";
import type { Reading } from "../../src/reading.ts";
import { inEachBrowser } from "../stage.ts";
import { inject } from "./inject.ts";

declare global {
  var reading: Reading;
}

const FAR = '<div style="height: 3000px"></div>';
const LINES = "<p>Nothing to see.</p>".repeat(20);

inEachBrowser(
  "a mark is brought into view",
  (stage) => {
    /** Reads a page whose worker marks every “Name”. */
    async function open(html: string): Promise<Page> {
      const page = await stage.open(`<!doctype html><body style="margin: 0">${html}`);
      await inject(page);
      await page.evaluate(() => {
        globalThis.reading = stages.annotate(
          document,
          { title: "" },
          {
            signal: new AbortController().signal,
            choices: stages.usualChoices,
            onMarks: () => {},
            onError: () => {},
            findMentions: async (passages, _, evidence) => {
              const found = passages.map(({ id, text }) => {
                const places = [...text.matchAll(/Name/g)];
                return [id, places.map(({ index }) => ({ actor: "a", start: index, end: index + 4 }))];
              });
              return { mentions: Object.fromEntries(found), evidence, revised: {}, kinds: {} };
            },
          },
        );
      });
      await until("a mark", () => page.evaluate(() => reading.targets().length > 0));
      return page;
    }
    /** Where the first mark stands then, and how far what has an id is scrolled. */
    const reveal = (page: Page) =>
      page.evaluate(() => {
        const [target] = reading.targets();
        if (!target) throw new Error("no mark can be seen");
        stages.reveal(target.mark);
        const [line] = reading.linesOf(target.mark);
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

    it("not where it stands in the header itself, or in plain sight", async () => {
      const page = await open(`<main style="position: fixed; top: 0"><p>Name</p></main>${FAR}`);
      await page.evaluate(() => scrollBy(0, 500));
      await reveal(page);
      expect(await page.evaluate(() => scrollY)).toBe(500);
    });
  },
  { extension: false },
);
