import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { until } from "../../scripts/drive.ts";
import { inEachBrowser } from "../stage.ts";
import { openNames } from "./names.ts";

/** More than are painted on a page as a whole. */
const MANY = 400;
const LINE_PX = 100;
const line = (i: number) => `<p id="line${i}" style="margin: 0; height: ${LINE_PX}px">Name</p>`;
const lines = (count: number) => Array.from({ length: count }, (_, i) => line(i)).join("");
/** The 700 px of the window and as much below them. */
const FIRST = Array.from({ length: 14 }, (_, i) => `line${i}`);

inEachBrowser(
  "marks are painted",
  (stage) => {
    const painted = (page: Page, style = "underline") =>
      page.evaluate((name) => {
        const ranges = [...(CSS.highlights.get(name) ?? [])];
        return ranges.map(({ startContainer }) => startContainer.parentElement?.closest("[id]")?.id ?? "");
      }, `dramatis-${style}`);
    const has = async (page: Page, id: string) => (await painted(page)).includes(id);
    const scroll = (page: Page, y: number) => page.evaluate((y) => scrollTo(0, y), y);

    it("wherever they stand, where they are not many", async () => {
      const page = await openNames(stage, lines(100));
      expect(await painted(page)).toHaveLength(100);
    });

    it("near the window, where they are many, and follow it", async () => {
      const page = await openNames(stage, lines(MANY));
      await until("those alone", async () => (await painted(page)).length < 20);
      expect(await painted(page)).toEqual(expect.arrayContaining(FIRST));
      await scroll(page, 20_000);
      await until("others", () => has(page, "line200"));
      await until("none of before", async () => !(await has(page, "line0")));
      expect((await painted(page)).length).toBeLessThan(25);
      // All of them are there for all that: a key goes to each.
      expect(await page.evaluate(() => reading.marks().length)).toBe(MANY);
    });

    it.each([
      ["that stay where they are", ""],
      ["of a page that scrolls", lines(20).replaceAll("Name", "")],
    ])("in a scroller and in a frame %s, as they come to be seen there", async (_, below) => {
      const scroller = (id: string) =>
        `<div id="${id}" style="height: 300px; overflow: auto">${lines(MANY).replaceAll("line", id)}</div>`;
      const frame = `<iframe width="500" height="300" srcdoc="${lines(MANY).replaceAll("line", "frame").replaceAll('"', "'")}"></iframe>`;
      const page = await openNames(stage, `${scroller("one")}${frame}${below}`);
      await until("those in the scroller", () => has(page, "one0"));
      await until("those in the frame", () => has(page, "frame0"));
      await until("those alone", async () => (await painted(page)).length < 50);
      await page.evaluate(() => {
        document.querySelector("#one")?.scrollTo(0, 20_000);
        document.querySelector("iframe")?.contentWindow?.scrollTo(0, 20_000);
      });
      await until("others in the scroller", () => has(page, "one200"));
      await until("others in the frame", () => has(page, "frame200"));
    });

    it("where what holds them has no box of its own", async () => {
      const page = await openNames(stage, `${lines(MANY)}<p id="boxless" style="display: contents">Name</p>`);
      await until("those near", async () => (await painted(page)).length < 20);
      expect(await has(page, "boxless")).toBe(true);
    });

    it("where they come later, in the window at once, and else once it is there", async () => {
      const page = await openNames(stage, lines(MANY));
      await until("those near", async () => (await painted(page)).length < 20);
      await page.evaluate(() => {
        for (const [id, place] of [
          ["above", "afterbegin"],
          ["below", "beforeend"],
        ] as const)
          document.body.insertAdjacentHTML(place, `<p id="${id}">Name</p>`);
      });
      await until("the one above", () => has(page, "above"));
      expect(await page.evaluate(() => reading.marks().length)).toBe(MANY + 2);
      expect(await has(page, "below")).toBe(false);
      await scroll(page, 50_000);
      await until("the one below", () => has(page, "below"));
    });

    it("in another style, near the window as before", async () => {
      const page = await openNames(stage, lines(MANY));
      await until("those near", async () => (await painted(page)).length < 20);
      const before = await painted(page);
      await page.evaluate(() => {
        reading.choices = { ...reading.choices, style: "tint" };
      });
      expect(await painted(page)).toEqual([]);
      expect((await painted(page, "tint")).sort()).toEqual(before.sort());
    });

    it("at once where they are painted anew", async () => {
      const page = await openNames(stage, lines(MANY));
      await until("those near", async () => (await painted(page)).length < 20);
      const sizes = await page.evaluate(() =>
        (["article", "every"] as const).map((lines) => {
          reading.choices = { ...reading.choices, lines };
          return CSS.highlights.get("dramatis-underline")?.size ?? 0;
        }),
      );
      expect(sizes[0]).toBe(1);
      expect(sizes[1]).toBeGreaterThanOrEqual(FIRST.length);
    });

    it("no more once their text has gone, and anew where it has changed", async () => {
      const page = await openNames(stage, lines(MANY));
      await until("those near", async () => (await painted(page)).length < 20);
      await page.evaluate(() => {
        document.querySelector("#line1")?.remove();
        (document.querySelector("#line2") as Element).textContent = "Another Name";
      });
      await until("the change", async () => {
        const ids = await painted(page);
        return !ids.includes("line1") && ids.includes("line2");
      });
    });
  },
  { extension: false },
);
