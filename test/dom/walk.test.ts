import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inEachBrowser } from "../stage.ts";
import { openNames } from "./names.ts";

const BLOCKS = 1000;
const PARAGRAPH = "<p>Name met Name, and Name said so.</p>";

inEachBrowser(
  "stepping from mark to mark",
  (stage) => {
    /** Takes some steps; tells the texts that begin with each mark come to, and how often the page was looked at in all. */
    const walk = (page: Page, steps: number) =>
      page.evaluate((steps) => {
        const looks = { compared: 0, measured: 0 };
        const { compareDocumentPosition } = Node.prototype;
        const { getClientRects } = Range.prototype;
        Node.prototype.compareDocumentPosition = function (other) {
          looks.compared++;
          return compareDocumentPosition.call(this, other);
        };
        Range.prototype.getClientRects = function () {
          looks.measured++;
          return getClientRects.call(this);
        };
        const texts: string[] = [];
        let current: Parameters<typeof stages.nextToShow>[1] = null;
        for (let i = 0; i < steps; i++) {
          const targets = stages.inOrder(reading.marks().map(stages.unmeasured));
          current = stages.nextToShow(targets, current, 1, window)?.mark ?? null;
          if (current) texts.push(current.block.text.slice(current.mention.start));
        }
        Object.assign(Node.prototype, { compareDocumentPosition });
        Object.assign(Range.prototype, { getClientRects });
        return { texts, ...looks };
      }, steps);

    it("looks once at each paragraph to see that they still stand in order, and measures only the marks that it comes to", async () => {
      const page = await openNames(stage, `<main>${PARAGRAPH.repeat(BLOCKS)}</main>`);
      const { texts, ...first } = await walk(page, 1);
      expect(texts).toEqual(["Name met Name, and Name said so."]);
      expect(first.measured).toBeLessThan(5);
      const { compared, measured } = await walk(page, 10);
      expect(compared).toBeLessThanOrEqual(10 * BLOCKS);
      expect(measured).toBeLessThan(30);
    });

    it("goes by the page's order also where paragraphs came later or change places", async () => {
      const page = await openNames(
        stage,
        "<main><p>Name one</p><p id=two>Name two</p><p id=three>Name three</p></main>",
      );
      expect((await walk(page, 3)).texts).toEqual(["Name one", "Name two", "Name three"]);
      await page.evaluate(() => {
        const [two, three] = ["#two", "#three"].map((id) => document.querySelector(id) as Element);
        two?.before(Object.assign(document.createElement("p"), { textContent: "Name late" }), three as Element);
      });
      await expect
        .poll(async () => (await walk(page, 4)).texts, { timeout: 5000 })
        .toEqual(["Name one", "Name late", "Name three", "Name two"]);
      // Once put in order, it is looked at as cheaply as before.
      expect((await walk(page, 1)).compared).toBeLessThanOrEqual(3);
    });

    it("passes over what is hidden", async () => {
      const page = await openNames(
        stage,
        '<main><p>Name one</p><p style="display: none">Name two</p><p>Name three</p></main>',
      );
      expect((await walk(page, 2)).texts).toEqual(["Name one", "Name three"]);
    });
  },
  { extension: false },
);
