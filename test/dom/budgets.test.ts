import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { inEachBrowser } from "../stage.ts";
import { CHANGES } from "./changes.ts";
import {
  ARTICLE,
  change,
  expectGone,
  LATE,
  nodesVisited,
  openCounted,
  PARAGRAPHS,
  paragraphs,
  textsRead,
} from "./counted.ts";
import { openNames } from "./names.ts";

/** Blocks of the article, and names in them. */
const BLOCKS = PARAGRAPHS + 3;
const NAMES = 2 * PARAGRAPHS + 3;
/** While the clock stands still nothing takes long enough to be interrupted; one of these looks for components that are late. */
const MOST_TASKS = 3;
/** More marks than are painted on a page as a whole. */
const MANY = 400;

const isMoreThanOnce = ({ times }: { times: number }) => times > 1;
const isElsewhere = (node: { isElsewhere: boolean }) => node.isElsewhere;

/** How many ranges our highlights hold, by name, and how many of those and of the marks' are live, or in what has left the page. */
function held(page: Page) {
  return page.evaluate(() => {
    const ours = [...CSS.highlights].filter(([name]) => name.startsWith("dramatis-"));
    const marks = reading.marks().map(({ range }) => range);
    const ranges = [...ours.flatMap(([, highlight]) => [...highlight]), ...marks];
    return {
      painted: Object.fromEntries(ours.map(([name, { size }]) => [name.replace("dramatis-", ""), size])),
      marks: marks.length,
      live: ranges.filter((range) => !(range instanceof StaticRange)).length,
      gone: ranges.filter(
        ({ startContainer, endContainer }) => !(startContainer.isConnected && endContainer.isConnected),
      ).length,
    };
  });
}

inEachBrowser(
  "budgets",
  (stage) => {
    it("a first reading comes to no node twice, and reads each text once", async () => {
      const page = await openCounted(stage);
      const read = await textsRead(page);
      const visited = await nodesVisited(page);
      const texts = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.querySelector("main") as Node, NodeFilter.SHOW_TEXT);
        const texts: string[] = [];
        while (walker.nextNode()) texts.push((walker.currentNode as Text).data.trim());
        return texts;
      });
      for (const text of [...texts.filter(Boolean), "A note about Name", "in two lines"])
        expect(read).toContainEqual(expect.objectContaining({ text, times: 1 }));
      expect(read.filter(isMoreThanOnce)).toEqual([]);
      expect(visited.length).toBeGreaterThan(PARAGRAPHS);
      expect(visited.filter(isMoreThanOnce)).toEqual([]);
    });

    it("a first reading is one question, in few tasks", async () => {
      const page = await openCounted(stage);
      expect((await page.evaluate(() => globalThis.tasks)).length).toBeLessThanOrEqual(MOST_TASKS);
      // Whatever else were to be asked would be asked by then.
      await change(page, () => {}, "The end");
      expect((await page.evaluate(() => globalThis.asked)).map(({ length }) => length)).toEqual([BLOCKS, 1]);
    });

    it("neither a reading nor a change has the browser lay out the page, with frames of other origins in it", async () => {
      const page = await openCounted(stage);
      expect(await page.evaluate(() => globalThis.layouts)).toEqual([]);
      const add = () => {
        document.querySelector("#p1")?.remove();
        document.querySelector("main")?.insertAdjacentHTML("beforeend", '<iframe sandbox srcdoc="An ad"></iframe>');
      };
      await change(page, add, "The last");
      expect(await page.evaluate(() => globalThis.layouts)).toEqual([]);
    });

    it("what stands around the article is one question more, where the reader wants it", async () => {
      const page = await openCounted(stage, { furniture: true });
      await change(page, () => {}, "The end");
      expect((await page.evaluate(() => globalThis.asked)).map(({ length }) => length)).toEqual([BLOCKS, 3, 1]);
    });

    it("a burst of changes is one reading and one question", async () => {
      const page = await openCounted(stage);
      const burst = () => {
        for (let i = 0; i < 50; i++) {
          (document.querySelector("#p1")?.firstChild as Text).data = `Edit ${i}, where `;
          document.querySelector("main")?.insertAdjacentHTML("beforeend", `<p>New ${i}</p>`);
        }
      };
      const asked = await change(page, burst, "The last");
      const tasks = await page.evaluate(() => globalThis.tasks);
      const read = await textsRead(page);
      expect(asked.map(({ length }) => length)).toEqual([52]);
      expect(tasks.length).toBeLessThanOrEqual(MOST_TASKS);
      expect(read).toContainEqual(expect.objectContaining({ text: "Edit 49, where", times: 1 }));
      expect(read.filter(isMoreThanOnce)).toEqual([]);
      expect(await change(page, () => {}, "The end")).toEqual([["The end"]]);
    });

    it.each([
      [
        "a text is edited",
        () => {
          const edited = document.querySelector("#p5") as Element;
          edited.className = "changed";
          (edited.firstChild as Text).data = "Edited, where ";
        },
        6,
        "#late",
      ],
      [
        "a paragraph is added",
        () =>
          document
            .querySelector("#p5")
            ?.insertAdjacentHTML("beforebegin", '<p class="changed">Added by <b>Name</b></p>'),
        2,
        "#late",
      ],
      [
        "paragraphs are removed",
        () => {
          for (const id of ["#p5", "#p6", "#p50"]) document.querySelector(id)?.remove();
        },
        0,
        "#late",
      ],
      // It may stand in a line, which is then read again.
      ["a paragraph is hidden", () => document.querySelector("#p5")?.setAttribute("hidden", ""), 0, "main, #late"],
    ])("where %s, no other text is read, and no more than has to be is come to", async (_, how, texts, beside) => {
      const page = await openCounted(stage);
      await change(page, how, "The last");
      const read = await textsRead(page);
      const visited = await nodesVisited(page, beside);
      expect(read).toHaveLength(texts + 1);
      expect(read.filter((text) => isMoreThanOnce(text) || isElsewhere(text))).toEqual([]);
      expect(visited.filter((node) => isMoreThanOnce(node) || isElsewhere(node))).toEqual([]);
    });

    it("no unchanged block is sent again, whatever becomes of it", async () => {
      const page = await openNames(stage, ARTICLE);
      const asked: Record<string, string[]> = {};
      for (const [what, how] of CHANGES) asked[what] = (await change(page, how, `Until ${what}`)).flat().sort();
      expect(asked).toEqual(
        Object.fromEntries(CHANGES.map(([what, , asked]) => [what, [...asked, `Until ${what}`].sort()])),
      );
    });

    it.each([
      ["underline", NAMES, NAMES - 13],
      ["hover", 1, 0],
    ] as const)(
      "no range is held in what has left the page, nor once the reading is over, in style %s",
      async (style, before, after) => {
        const page = await openNames(stage, ARTICLE);
        await page.evaluate((style) => {
          reading.choices = { ...reading.choices, style };
          const markIn = (id: string) =>
            reading.marks().find(({ range }) => document.querySelector(id)?.contains(range.startContainer)) ?? null;
          reading.point(markIn("#p1"));
          reading.showCurrent(markIn("#p2"));
        }, style);
        const expectHeld = async (underline: number, current: number, marks: number) =>
          expect(await held(page)).toEqual({ painted: { underline, tint: 0, current }, marks, live: 0, gone: 0 });
        await expectHeld(before, 1, NAMES);
        const remove = () => {
          for (const goner of document.querySelectorAll("#p1, #p2, #p3, x-note")) goner.remove();
          (document.querySelector("#p4") as Element).textContent = "Nobody is called so";
          (document.querySelector("#p5") as Element).innerHTML = "<b>Nobody</b> else";
          document.querySelector("#p6")?.replaceChildren();
        };
        await change(page, remove, "The last");
        await expectHeld(after, 0, NAMES - 13);
        const kept = await page.evaluate(() => {
          const highlights = [...CSS.highlights.values()];
          life.abort();
          return highlights.map(({ size }) => size);
        });
        expect(kept).toEqual([0, 0, 0]);
        expect(await held(page)).toEqual({ painted: {}, marks: 0, live: 0, gone: 0 });
      },
    );

    it("no live range is made but for what is under the pointer, and none is kept", async () => {
      const page = await openCounted(stage);
      await change(page, () => document.querySelector("#p1")?.remove(), "The last Name");
      expect(await page.evaluate(() => globalThis.ranges.length)).toBe(0);
      const found = await page.evaluate(() => {
        const { right, top, height } = (document.querySelector("#p2 a") as Element).getBoundingClientRect();
        return stages.targetAt(document, right - 5, top + height / 2, reading.marksAt) !== null;
      });
      expect(found).toBe(true);
      expect(await page.evaluate(() => globalThis.ranges.length)).toBeGreaterThan(0);
      if (stage.kind === "chrome") await expectGone(page, "ranges");
    });

    it.skipIf(stage.kind === "firefox").each([PARAGRAPHS, MANY])(
      "nothing holds the nodes of %i paragraphs that have left the page",
      async (count) => {
        const page = await openNames(stage, `<main>${paragraphs(count + 1)}${LATE}</main>`);
        const remove = () => {
          const [, ...gone] = document.querySelectorAll("main > p");
          globalThis.goners = gone.flatMap((p) => [p, ...p.childNodes]).map((node) => new WeakRef(node));
          for (const goner of gone) goner.remove();
        };
        await change(page, remove, "The last");
        await expectGone(page, "goners");
      },
    );

    it.skipIf(stage.kind === "firefox")("nothing holds the nodes of a page that is read no more", async () => {
      const page = await openNames(stage, `<main>${paragraphs(PARAGRAPHS)}</main>`);
      await page.evaluate(() => {
        const gone = [...document.querySelectorAll("main, main *")];
        globalThis.goners = gone
          .flatMap((element) => [element, ...element.childNodes])
          .map((node) => new WeakRef(node));
        life.abort();
        Object.assign(globalThis, { reading: undefined, life: undefined });
        document.body.replaceChildren();
      });
      await expectGone(page, "goners");
    });
  },
  { extension: false },
);
