import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { describeActor } from "../../src/digest/entry.ts";
import { inEachBrowser } from "../stage.ts";
import { SMALL_DIGEST } from "../unit/small-digest.ts";
import { inject } from "./inject.ts";

const PAGE =
  '<!doctype html><html lang="en"><title>A page</title><main><button id="page">A button</button></main></html>';
const KIM = describeActor(SMALL_DIGEST, "kim", { passage: "", title: "", published: "2024-06-18" });
const NOTICE = "Kim Jong-un is no longer marked on news.example.";

declare global {
  /** The card's deeds as they were asked for, what the next of them come to, and the page's clock, which stands still. */
  var leaving: { done: string[]; fails: boolean; answers: (() => void)[]; pass: (ms: number) => void };
}

inEachBrowser(
  "“Not this person”",
  (stage) => {
    /** The card with a clock that the test sets. */
    async function show(): Promise<Page> {
      const page = await stage.open(PAGE);
      await inject(page);
      await page.evaluate((entry) => {
        let now = 0;
        const timers = new Map<number, { at: number; run: () => void }>();
        globalThis.setTimeout = ((run: () => void, ms = 0) => {
          const id = timers.size + 1;
          timers.set(id, { at: now + ms, run });
          return id;
        }) as never;
        globalThis.clearTimeout = ((id: number) => timers.set(id, { at: Number.POSITIVE_INFINITY, run() {} })) as never;
        const leaving = {
          done: [] as string[],
          fails: false,
          answers: [] as (() => void)[],
          pass(ms: number) {
            now += ms;
            for (const [id, { at, run }] of timers) {
              if (at > now) continue;
              timers.set(id, { at: Number.POSITIVE_INFINITY, run() {} });
              run();
            }
          },
        };
        globalThis.leaving = leaving;
        stages.showCard(entry, {
          close: () => leaving.done.push("close"),
          ignore(isIgnored) {
            leaving.done.push(`ignore ${isIgnored}`);
            const { fails } = leaving;
            return new Promise((resolve, reject) =>
              leaving.answers.push(() => (fails ? reject(new Error("full")) : resolve())),
            );
          },
        });
      }, KIM as never);
      return page;
    }
    const press = (page: Page, part: string) =>
      page.evaluate(
        (part) => document.querySelector("x-card")?.shadowRoot?.querySelector<HTMLElement>(part)?.click(),
        part,
      );
    /** The worker's answer to the last question, and what follows from it. */
    const answer = (page: Page) =>
      page.evaluate(async () => {
        leaving.answers.pop()?.();
        await new Promise(requestAnimationFrame);
      });
    const pass = (page: Page, ms: number) => page.evaluate((ms) => leaving.pass(ms), ms);
    const done = (page: Page) => page.evaluate(() => leaving.done.join());
    const read = (page: Page, part: string) =>
      page.evaluate((part) => document.querySelector("x-card")?.shadowRoot?.querySelector(part)?.textContent, part);
    const focused = (page: Page) =>
      page.evaluate(() => document.querySelector("x-card")?.shadowRoot?.activeElement?.className);
    const focusPage = (page: Page) => page.focus("#page");

    async function leaveOut(page: Page): Promise<void> {
      await press(page, ".ignore");
      await answer(page);
      expect(await read(page, ".ignored")).toBe(NOTICE);
    }

    it("closes ten seconds after the reader has turned to the page", async () => {
      const page = await show();
      await leaveOut(page);
      await pass(page, 9000);
      await focusPage(page);
      await pass(page, 9999);
      expect(await done(page)).toBe("ignore true");
      await pass(page, 1);
      expect(await done(page)).toBe("ignore true,close");
    });

    it("closes after ten seconds where the focus is only what a press by mouse has left behind", async () => {
      const page = await show();
      await page.click("x-card >>> .ignore");
      await answer(page);
      await page.mouse.move(900, 650);
      await pass(page, 9999);
      expect(await done(page)).toBe("ignore true");
      await pass(page, 1);
      expect(await done(page)).toBe("ignore true,close");
    });

    it("stays while it has the reader's keys or the pointer", async () => {
      const page = await show();
      await page.focus("x-card >>> .ignore");
      await page.keyboard.press("Enter");
      await answer(page);
      expect(await read(page, ".ignored")).toBe(NOTICE);
      await pass(page, 60_000);
      expect(await done(page)).toBe("ignore true");
      await page.hover("x-card >>> .ignored");
      await focusPage(page);
      await pass(page, 60_000);
      expect(await done(page)).toBe("ignore true");
      await page.mouse.move(900, 650);
      await pass(page, 10_000);
      expect(await done(page)).toBe("ignore true,close");
    });

    it("closes no card but its own", async () => {
      const page = await show();
      await leaveOut(page);
      await focusPage(page);
      await page.evaluate(() => document.querySelector("x-card")?.remove());
      await pass(page, 60_000);
      expect(await done(page)).toBe("ignore true");
    });

    it("stays open once it is undone, and two presses are one", async () => {
      const page = await show();
      await press(page, ".ignore");
      await press(page, ".ignore");
      await answer(page);
      await press(page, ".undo");
      await press(page, ".undo");
      await answer(page);
      expect(await read(page, ".name")).toBe("Kim Jong-un");
      expect(await focused(page)).toBe("body");
      await focusPage(page);
      await pass(page, 60_000);
      expect(await done(page)).toBe("ignore true,ignore false");
      await leaveOut(page);
    });

    it("says where it failed, stays as it was, and can be pressed again", async () => {
      const page = await show();
      const fail = (fails: boolean) => page.evaluate((fails) => (leaving.fails = fails), fails);
      await fail(true);
      await press(page, ".ignore");
      await answer(page);
      await pass(page, 200);
      expect(await read(page, ".name")).toBe("Kim Jong-un");
      expect(await read(page, ".foot .status")).toBe("That could not be saved.");
      await fail(false);
      await leaveOut(page);
      await fail(true);
      await press(page, ".undo");
      await answer(page);
      await pass(page, 200);
      expect(await read(page, ".ignored")).toBe(NOTICE);
      expect(await read(page, ".notice .status")).toBe("That could not be saved.");
      await fail(false);
      await press(page, ".undo");
      await answer(page);
      expect(await read(page, ".foot .status")).toBeUndefined();
      expect(await read(page, ".ignore")).toBe("Not this person");
    });
  },
  { extension: false },
);
