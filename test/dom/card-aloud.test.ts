import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { describeActor, type Entry } from "../../src/digest/entry.ts";
import { inEachBrowser } from "../stage.ts";
import { SMALL_DIGEST } from "../unit/small-digest.ts";
import { inject } from "./inject.ts";

const PAGE = '<!doctype html><html lang="en"><title>A page</title><main></main></html>';
const KIM = describeActor(SMALL_DIGEST, "kim", {
  passage: "",
  title: "",
  published: "2024-06-18",
  present: ["putin"],
});
const NOW: Entry = {
  ...KIM,
  role: { post: "Leader", state: "holds", start: "2011-12", asOf: "2024-06", outside: true },
};
const BOTH: Entry = { ...NOW, companions: [{ id: "putin", name: "Vladimir Putin", statements: ["train"] }] };

inEachBrowser(
  "what a screen reader is told of a card",
  (stage) => {
    async function show(entry: Entry, language: string): Promise<Page> {
      const page = await stage.open(PAGE);
      await inject(page);
      await page.evaluate((entry, language) => void stages.showCard(entry, { language }), entry as never, language);
      return page;
    }
    const press = (page: Page, part: string) =>
      page.evaluate(async (part) => {
        document.querySelector("x-card")?.shadowRoot?.querySelector<HTMLElement>(part)?.click();
        await new Promise(requestAnimationFrame);
      }, part);
    /** What takes the focus, by role and name. */
    const body = (page: Page) =>
      page.evaluate(() => {
        const root = document.querySelector("x-card")?.shadowRoot;
        const body = root?.querySelector(".body");
        const label = root?.getElementById(body?.getAttribute("aria-labelledby") ?? "");
        return `${body?.role}: ${label?.textContent}`;
      });
    /** The texts of a part, each with the language that it is in. */
    const tongues = (page: Page, part: string) =>
      page.evaluate((part) => {
        const element = document.querySelector("x-card")?.shadowRoot?.querySelector(part) as Element;
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const texts: [text: string, language: string | undefined][] = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode())
          texts.push([node.textContent ?? "", node.parentElement?.closest<HTMLElement>("[lang]")?.lang]);
        return texts.filter(([text]) => text);
      }, part);

    it("whose it is, where the focus goes into it, whatever it shows", async () => {
      const page = await show(BOTH, "en");
      expect(await body(page)).toBe("group: Kim Jong-un");
      await press(page, ".companion");
      expect(await body(page)).toBe("group: Kim Jong-un and Vladimir Putin");
      await press(page, ".back");
      await press(page, ".ignore");
      expect(await body(page)).toBe("group: Kim Jong-un is no longer marked on news.example.");
      expect(await page.evaluate(() => document.querySelector("x-card")?.shadowRoot?.activeElement?.className)).toBe(
        "body",
      );
    });

    it("which words are in the digest's language, and which are in the reader's", async () => {
      const page = await show(BOTH, "de");
      expect(await tongues(page, ".role")).toEqual([
        ["Leader", "en"],
        [" (Stand: Juni 2024)", "de"],
      ]);
      await press(page, ".companion");
      expect(await tongues(page, ".pair .name")).toEqual([
        ["Kim Jong-un", "en"],
        [" und ", "de"],
        ["Vladimir Putin", "en"],
      ]);
    });
  },
  { extension: false },
);
