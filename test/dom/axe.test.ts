import axe from "axe-core";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { describeActor, type Entry } from "../../src/digest/entry.ts";
import { inEachBrowser } from "../stage.ts";
import type { CardShown } from "./card-view.ts";
import { inject } from "./inject.ts";

const digest = readDigestFiles("assets/digest");
const PAGE = '<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1><p>Its text.</p></main></html>';

const entryOf = (actor: string, passage = "", published = "2024-06-20"): Entry =>
  describeActor(digest, actor, { passage, title: "", published, present: ["kim-jong-un", "russia", "north-korea"] });

/** What a reader can bring the card to show: the entry, and what is pressed on it. */
const STATES: [what: string, entry: Entry, pressed: string[]][] = [
  ["statements", entryOf("vladimir-putin"), []],
  ["all statements, by date, and facts", entryOf("yevgeny-prigozhin"), [".more"]],
  ["a source", entryOf("vladimir-putin"), [".source"]],
  [
    "a source with others alike, and copied",
    entryOf("vladimir-putin"),
    [".more", ".statement:has(.independent) .source", ".copy"],
  ],
  ["sources that differ", entryOf("kremlin", "A plane crash, and Prigozhin's death."), []],
  ["a pair", entryOf("vladimir-putin"), [".companion"]],
  ["the notice of who is not marked any more", entryOf("vladimir-putin"), [".ignore"]],
  ["a role that may have changed", entryOf("vladimir-putin", "", "2026-05-01"), []],
  ["facts only", entryOf("donald-trump"), []],
];

/** What a card stands in, and how. */
const CONDITIONS: [what: string, condition: Condition][] = [
  ["as a sheet on a narrow screen", { isSheet: true, width: 360 }],
  ["on a page from right to left", { direction: "rtl" }],
  ["in German", { language: "de" }],
  ["in Korean", { language: "ko" }],
];
interface Condition extends Pick<CardShown, "isSheet" | "language"> {
  readonly width?: number;
  readonly direction?: "rtl";
}

inEachBrowser(
  "axe",
  (stage) => {
    async function faultsOf(page: Page): Promise<string[]> {
      return page.evaluate(async () => {
        const root = document.querySelector("x-card")?.shadowRoot;
        await Promise.all(root?.getAnimations().map(({ finished }) => finished) ?? []);
        const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
        const { violations, incomplete } = await axe.run({
          rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: false } },
        });
        // What axe could not tell is a fault until somebody has looked at it.
        return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id}: ${target.flat().at(-1)}`),
        );
      });
    }
    async function show(
      entry: Entry,
      pressed: readonly string[],
      scheme: "light" | "dark",
      { width = 1000, direction, ...shown }: Condition = {},
    ): Promise<Page> {
      const page = await stage.open(direction ? PAGE.replace("<html", `<html dir="${direction}"`) : PAGE);
      await stage.driver.setMedia(page, { scheme });
      // All of it in view: what is scrolled away is not looked at.
      await page.setViewport({ width, height: 8000 });
      await inject(page);
      await page.evaluate(axe.source);
      await page.evaluate(
        async (entry, pressed, shown) => {
          const root = stages.showCard(entry, shown);
          for (const selector of pressed) {
            const button = root.querySelector<HTMLElement>(selector);
            if (!button) throw new Error(`nothing to press: ${selector}`);
            button.click();
            await new Promise(requestAnimationFrame);
          }
        },
        entry as never,
        [...pressed],
        shown as never,
      );
      return page;
    }

    it.each(STATES)("finds nothing on a card that shows %s", async (_, entry, pressed) => {
      for (const scheme of ["light", "dark"] as const)
        expect(await faultsOf(await show(entry, pressed, scheme))).toEqual([]);
    });

    it.each(CONDITIONS)("finds nothing on a card %s", async (_, condition) => {
      for (const pressed of [[".more", ".source"], [".companion"], [".ignore"]])
        expect(await faultsOf(await show(entryOf("vladimir-putin"), pressed, "light", condition))).toEqual([]);
    });

    it("finds what is put wrong on the same card on purpose", async () => {
      const page = await show(entryOf("vladimir-putin"), [], "light");
      await page.evaluate(() => {
        const root = document.querySelector("x-card")?.shadowRoot as ShadowRoot;
        root.querySelector(".close")?.removeAttribute("aria-label");
        root.querySelector(".card")?.removeAttribute("aria-label");
        (root.querySelector(".text") as HTMLElement).style.color = "#bbb";
        (root.querySelector(".companion-list") as HTMLElement).style.gap = "0";
        for (const button of root.querySelectorAll<HTMLElement>(".companion"))
          button.style.cssText = "min-height: 0; width: 10px; height: 10px; padding: 0; overflow: hidden";
      });
      const found = (await faultsOf(page)).map((fault) => fault.split(":")[0]);
      expect(found).toEqual(
        expect.arrayContaining(["button-name", "aria-dialog-name", "color-contrast", "target-size"]),
      );
    });
  },
  { extension: false },
);
