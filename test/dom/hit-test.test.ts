import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { bundleScripts } from "../../scripts/build.ts";
import { until } from "../../scripts/drive.ts";
import { inEachBrowser } from "../stage.ts";
import { openNames } from "./names.ts";

declare global {
  /** Moves of the pointer that the page has heard of, and what was looked up under it since they are counted. */
  var moves: number;
  var hitTests: string[];
}

const PAGE = `<p id="plain">A long line of words that tell of nobody whom anybody knows.</p><p id="marked">A line about Name.</p>`;

inEachBrowser(
  "hit tests",
  (stage) => {
    /** Opens the page, has cards open on its marks, and counts. */
    async function open(): Promise<Page> {
      const page = await openNames(stage, PAGE);
      await page.evaluate(() => {
        const i18n = { getMessage: (name: string) => name, getUILanguage: () => "en" };
        Object.assign(globalThis, {
          browser: { i18n, runtime: { id: "id", sendMessage: async () => ({ error: "no entry" }) }, extension: {} },
          [Symbol.for("dramatis")]: { reading },
        });
      });
      const { outputFiles } = await bundleScripts(["card"]);
      await page.evaluate(outputFiles[0]?.text ?? "");
      await page.evaluate(() => {
        globalThis.moves = 0;
        globalThis.hitTests = [];
        for (const name of ["caretPositionFromPoint", "elementFromPoint", "elementsFromPoint"])
          stages.overhear(Document.prototype, [name], () => globalThis.hitTests.push(name));
        // After our own listeners, which hear of it on the way down.
        addEventListener("pointermove", () => globalThis.moves++);
      });
      return page;
    }

    /** Moves the mouse along a line of text. @returns of how many moves the page has heard, and what was looked up */
    async function moveAlong(page: Page, id: string) {
      const { x, y, height } = await page.$eval(id, (line) => line.getBoundingClientRect().toJSON());
      await page.mouse.move(x + 5, y + height / 2);
      await page.evaluate(() => {
        globalThis.moves = 0;
        globalThis.hitTests = [];
      });
      await page.mouse.move(x + 95, y + height / 2, { steps: 10 });
      return until("moves", async () => {
        const { moves, hitTests } = await page.evaluate(() => ({
          moves: globalThis.moves,
          hitTests: globalThis.hitTests,
        }));
        return moves > 0 && { moves, hitTests };
      });
    }

    it("are made where the pointer is on a block with marks, and nowhere else", async () => {
      const page = await open();
      expect((await moveAlong(page, "#marked")).hitTests).toContain("caretPositionFromPoint");
      expect((await moveAlong(page, "#plain")).hitTests).toEqual([]);
    });

    it("are one for a move of the pointer, whoever wants to know", async () => {
      const page = await open();
      await page.evaluate(() => {
        reading.choices = { ...reading.choices, lines: "paragraph" };
      });
      const { moves, hitTests } = await moveAlong(page, "#marked");
      const carets = hitTests.filter((name) => name === "caretPositionFromPoint");
      expect(carets.length).toBeGreaterThan(0);
      expect(carets.length).toBeLessThanOrEqual(moves);
    });
  },
  { extension: false },
);
