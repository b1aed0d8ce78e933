import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { until } from "../../scripts/drive.ts";
import { inEachBrowser } from "../stage.ts";
import { inject } from "./inject.ts";

interface Log {
  readonly asked: string[][];
  readonly painted: string[];
}

declare global {
  var log: { asked: string[][] };
  var life: AbortController;
}

/** Reads a page whose worker marks every “Name” and “Surname”, the latter with conditions, and notes what it was asked. */
async function read(page: Page): Promise<() => Promise<Log>> {
  await inject(page);
  await page.evaluate(() => {
    globalThis.log = { asked: [] };
    globalThis.life = new AbortController();
    stages.annotate(
      document,
      { title: "" },
      {
        signal: globalThis.life.signal,
        onMarks: () => {},
        onError: (error) => {
          throw error;
        },
        findMentions: async (passages, _, evidence) => {
          globalThis.log.asked.push(passages.map(({ text }) => text.trim()));
          const mentions = Object.fromEntries(
            passages.map(({ id, text }) => [
              id,
              [...text.matchAll(/Name/g)].map(({ index }) => ({ actor: "a", start: index, end: index + 4 })),
            ]),
          );
          return { mentions, evidence, revised: {} };
        },
      },
    );
  });
  return () =>
    page.evaluate(() => ({
      asked: globalThis.log.asked,
      painted: [...(CSS.highlights.get("dramatis-underline") ?? [])].map(
        (range) => range.startContainer.textContent?.slice(range.startOffset, range.endOffset) ?? "",
      ),
    }));
}

async function settle(state: () => Promise<Log>, questions: number): Promise<Log> {
  return until(`question ${questions}`, async () => {
    const log = await state();
    return log.asked.length >= questions && log;
  });
}

inEachBrowser(
  "following changes",
  (stage) => {
    const open = (html: string) => stage.open(`<!doctype html><body>${html}`);

    it("sends no unchanged block again, whatever changes beside it", async () => {
      const page = await open("<div id=a><p>One Name</p><p>Two Name</p></div>");
      const state = await read(page);
      expect((await settle(state, 1)).asked).toEqual([["One Name", "Two Name"]]);
      await page.evaluate(() => document.querySelector("#a")?.insertAdjacentHTML("afterbegin", "<p>Three Name</p>"));
      const { asked, painted } = await settle(state, 2);
      expect(asked.slice(1)).toEqual([["Three Name"]]);
      expect(painted).toEqual(["Name", "Name", "Name"]);
    });

    it("keeps what it knows of text that the page builds anew", async () => {
      const page = await open("<div id=a><p>One Name</p></div>");
      const state = await read(page);
      await settle(state, 1);
      await page.evaluate(() => {
        const all = document.querySelector("#a") as HTMLElement;
        all.innerHTML = "<section><p>One <b>Name</b></p></section><p>Another Name</p>";
      });
      const { asked } = await settle(state, 2);
      expect(asked.slice(1)).toEqual([["Another Name"]]);
      await until("both painted", async () => (await state()).painted.length === 2);
    });

    it("asks once for a burst of changes", async () => {
      const page = await open("<div id=a></div><p>First Name</p>");
      const state = await read(page);
      await settle(state, 1);
      await page.evaluate(async () => {
        for (let i = 0; i < 20; i++) {
          document.querySelector("#a")?.insertAdjacentHTML("beforeend", `<p>Name ${i} text</p>`);
          await new Promise((resolve) => setTimeout(resolve));
        }
      });
      const { asked } = await settle(state, 2);
      expect(asked.slice(1).flat()).toHaveLength(20);
      expect(asked.length).toBe(2);
    });

    it("takes away the marks of text that is removed or hidden, and reads text that is shown", async () => {
      const page = await open("<p id=a>One Name</p><p id=b>Two Name</p><p id=c hidden>Three Name</p>");
      const state = await read(page);
      expect((await settle(state, 1)).asked).toEqual([["One Name", "Two Name"]]);
      await page.evaluate(() => {
        document.querySelector("#a")?.remove();
        document.querySelector("#b")?.setAttribute("hidden", "");
        document.querySelector("#c")?.removeAttribute("hidden");
      });
      const { asked } = await settle(state, 2);
      expect(asked.slice(1)).toEqual([["Three Name"]]);
      await until("one mark", async () => (await state()).painted.length === 1);
    });

    it("leaves a place alone that never stops changing", async () => {
      const page = await open("<p>One Name</p><p id=clock>Name 0 text</p>");
      const state = await read(page);
      await settle(state, 1);
      const questions = await page.evaluate(async () => {
        const clock = document.querySelector("#clock")?.firstChild as Text;
        for (let i = 1; i <= 30; i++) {
          const before = globalThis.log.asked.length;
          clock.data = `Name ${i} text`;
          for (let waited = 0; globalThis.log.asked.length === before && waited < 30; waited++)
            await new Promise((resolve) => setTimeout(resolve, 10));
        }
        return globalThis.log.asked.length - 1;
      });
      expect(questions).toBeGreaterThan(15);
      expect(questions).toBeLessThan(25);
    });

    it("puts marks back that the page has cleared, at the next move of the pointer", async () => {
      const page = await open("<p>One Name</p>");
      const state = await read(page);
      await settle(state, 1);
      await page.evaluate(() => CSS.highlights.clear());
      expect((await state()).painted).toEqual([]);
      await page.mouse.move(300, 300, { steps: 3 });
      await until("the mark", async () => (await state()).painted.length === 1);
    });

    it("leaves nothing behind and asks nothing more once it is over", async () => {
      const page = await open("<p>One Name</p>");
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      const state = await read(page);
      await settle(state, 1);
      const left = await page.evaluate(async () => {
        globalThis.life.abort();
        document.body.append("Another Name");
        await new Promise(requestAnimationFrame);
        document.body.lastChild?.remove();
        return { highlights: [...CSS.highlights.keys()], html: document.documentElement.outerHTML };
      });
      expect(left).toEqual({ highlights: [], html: before });
      expect((await state()).asked).toHaveLength(1);
    });
  },
  { extension: false },
);
