import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { until } from "../../scripts/drive.ts";
import { inEachBrowser } from "../stage.ts";
import { inject } from "./inject.ts";

declare global {
  var questions: string[][];
}

/** Reads a page whose worker marks every “Name”, and notes what it was asked. */
async function read(page: Page): Promise<void> {
  await inject(page);
  await page.evaluate(() => {
    globalThis.questions = [];
    stages.annotate(
      document,
      { title: "" },
      {
        signal: new AbortController().signal,
        choices: stages.usualChoices,
        onMarks: () => {},
        onError: () => {},
        findMentions: async (passages, _, evidence) => {
          globalThis.questions.push(passages.map(({ text }) => text.trim()));
          const found = passages.map(({ id, text }) => {
            const places = [...text.matchAll(/Name/g)];
            return [id, places.map(({ index }) => ({ actor: "a", start: index, end: index + 4 }))];
          });
          return { mentions: Object.fromEntries(found), evidence, revised: {}, kinds: {} };
        },
      },
    );
  });
}

/** The first `count` questions, once there are as many. */
function asked(page: Page, count: number): Promise<string[][]> {
  return until(`question ${count}`, async () => {
    const all = await page.evaluate(() => globalThis.questions);
    return all.length >= count && all;
  });
}

const frame = (html: string, size = 'width="400" height="200"') => `<iframe ${size} srcdoc="${html}"></iframe>`;

inEachBrowser(
  "frames, stage by stage",
  (stage) => {
    const open = (html: string) => stage.open(`<!doctype html><body>${html}`);

    it("takes the text of a frame in its place, in one question with the rest", async () => {
      const page = await open(
        `<p>One</p>${frame(`<p>Two</p>${frame("<p>Three</p>").replaceAll('"', "'")}`)}<p>Four</p>`,
      );
      await read(page);
      expect(await asked(page, 1)).toEqual([["One", "Two", "Three", "Four"]]);
    });

    it("does not break a line at a frame that is not read, nor read what it holds for browsers without frames", async () => {
      const small = '<iframe width="1" height="1" src="about:blank">No frames here</iframe>';
      const page = await open(`<p>One ${small}line</p>`);
      await read(page);
      expect(await asked(page, 1)).toEqual([["One line"]]);
    });

    it("asks again for what has changed in a frame only, and takes its mark off before it is painted", async () => {
      const page = await open(`<p>One</p>${frame("<p>Two Name</p><p>Three</p>")}`);
      await read(page);
      await asked(page, 1);
      const paintedAtOnce = await page.evaluate(async () => {
        const { contentDocument } = document.querySelector("iframe") as HTMLIFrameElement;
        const painted = () => CSS.highlights.get("dramatis-underline")?.size;
        while (painted() !== 1) await new Promise(requestAnimationFrame);
        (contentDocument?.querySelector("p")?.firstChild as Text).data = "Two changed";
        await Promise.resolve();
        return painted();
      });
      expect(paintedAtOnce).toBe(0);
      expect((await asked(page, 2)).slice(1)).toEqual([["Two changed"]]);
    });

    it("reads a frame once it has grown, and as more is put into it", async () => {
      const page = await open(`<p>One</p>${frame("<p>Two</p>", 'width="400" height="0"')}`);
      await read(page);
      expect(await asked(page, 1)).toEqual([["One"]]);
      await page.$eval("iframe", (frame) => Object.assign(frame, { height: "200" }));
      expect((await asked(page, 2)).slice(1)).toEqual([["Two"]]);
      await page.$eval("iframe", (frame) => {
        (frame as HTMLIFrameElement).contentDocument?.body.insertAdjacentHTML("beforeend", "<p>Three</p>");
      });
      expect((await asked(page, 3)).slice(2)).toEqual([["Three"]]);
    });

    it("listens in the page and its frames, and tells the place in the page", async () => {
      const page = await open(
        '<body style="margin: 0"><iframe style="border: 3px solid; padding: 4px; width: 400px" srcdoc=""></iframe>',
      );
      await inject(page);
      await page.evaluate(() => {
        const windows = new stages.Windows();
        const { signal } = new AbortController();
        const life = new AbortController();
        const inner = document.querySelector("iframe")?.contentDocument as Document;
        const places: string[] = [];
        windows.add(document, signal);
        const listen = stages.withPlaces(windows.listen);
        listen("click", ({ clientX, clientY }, { x, y }) => places.push(`${clientX},${clientY}: ${x},${y}`));
        windows.add(inner, life.signal);
        Object.assign(globalThis, { places, life });
      });
      await page.mouse.click(450, 20);
      await page.mouse.click(60, 70);
      // What a script makes up is no click of the reader's.
      await page.evaluate(() => {
        document.body.click();
        document.querySelector("iframe")?.contentDocument?.body.click();
        (globalThis as unknown as { life: AbortController }).life.abort();
      });
      await page.mouse.click(70, 70);
      await page.mouse.click(451, 20);
      expect(await page.evaluate("places")).toEqual(["450,20: 450,20", "53,63: 60,70", "451,20: 451,20"]);
    });
  },
  { extension: false },
);
