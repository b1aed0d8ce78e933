import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { hostCount, until } from "../../scripts/drive.ts";
import { inEachBrowser, pass } from "../stage.ts";
import { inject } from "./inject.ts";

declare global {
  var lastPointer: PointerEvent | undefined;
  var trial: {
    readonly asked: string[];
    readonly errors: string[];
    readonly answers: (() => void)[];
    readonly failures: (() => void)[];
    /** Opens the card of a name as keys do. */
    openByKey(id: string): void;
  };
}

/** Opens cards on every `<b>` of the page, also in open shadow roots; asked for one, the page answers when it is told to. */
async function openOnNames(page: Page): Promise<void> {
  await inject(page);
  await page.evaluate(() => {
    const anchorOf = (name: Element) => {
      const [line = new DOMRect()] = name.getClientRects();
      const lines = () => [...name.getClientRects()];
      return { key: name.id, node: name.firstChild as Node, line, lines, rest: () => [] };
    };
    const openByKey = (id: string) => cards.openByKey(anchorOf(document.querySelector(`#${id}`) as Element));
    globalThis.trial = { asked: [], errors: [], answers: [], failures: [], openByKey };
    const { signal } = new AbortController();
    const windows = new stages.Windows();
    windows.add(document, signal);
    const cards = stages.openCards<import("./stages.ts").Anchor, string>(document, {
      signal,
      listen: stages.withPlaces(windows.listen),
      pointer: globalThis.lastPointer,
      onError: (error) => globalThis.trial.errors.push(String(error)),
      anchorAt({ x, y }) {
        let element = document.elementFromPoint(x, y);
        if (element?.shadowRoot) element = element.shadowRoot.elementFromPoint(x, y);
        const name = element?.closest("b");
        return name ? anchorOf(name) : null;
      },
      ask(anchor) {
        globalThis.trial.asked.push(anchor.key);
        return new Promise((resolve, reject) => {
          globalThis.trial.answers.push(() => resolve(anchor.key));
          globalThis.trial.failures.push(() => reject(new Error("no answer")));
        });
      },
      render(name) {
        const card = Object.assign(document.createElement("div"), {
          innerHTML: `<div class="body" tabindex="-1">About ${name}</div>`,
        });
        card.className = "card";
        return card;
      },
    });
  });
}

/** Waits for a question, which is asked before the rest is long enough, and until it is. */
async function asked(page: Page, count: number): Promise<void> {
  await until(`question ${count}`, () => page.evaluate((count) => globalThis.trial.asked.length >= count, count));
  await pass(page);
}

/** Answers the nth question, and gives the page two frames to act upon it. */
async function answer(page: Page, index: number): Promise<void> {
  await page.evaluate(async (index) => {
    globalThis.trial.answers[index]?.();
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }, index);
}

/** Moves the mouse onto a name, at once. */
async function point(page: Page, id: string): Promise<void> {
  const { x, y } = await page.evaluate((id) => {
    const roots: ParentNode[] = [document, ...[...document.querySelectorAll("*")].flatMap((e) => e.shadowRoot ?? [])];
    const name = roots.map((root) => root.querySelector(`#${id}`)).find((found) => found !== null);
    const { x = 0, y = 0, height = 0 } = name?.getBoundingClientRect() ?? {};
    return { x: x + 10, y: y + height / 2 };
  }, id);
  await page.mouse.move(x, y);
}

const P = (id: string) => `<p><b id="${id}">Name ${id}</b> spoke.</p>`;
const FAR = '<div style="height: 4000px"></div>';

inEachBrowser(
  "hovering",
  (stage) => {
    async function open(body: string): Promise<Page> {
      const page = await stage.open(`<!doctype html><title>Names</title>${body}`);
      await openOnNames(page);
      return page;
    }

    it("asks for a name that the pointer rested on before", async () => {
      const page = await stage.open(`<!doctype html><title>Names</title>${P("one")}`);
      await page.evaluate(() => addEventListener("pointermove", (event) => (globalThis.lastPointer = event)));
      await point(page, "one");
      await until("the pointer", () => page.evaluate(() => globalThis.lastPointer !== undefined));
      await openOnNames(page);
      await asked(page, 1);
    });

    it("drops the answer to a hover that is over", async () => {
      const page = await open(P("one") + P("two"));
      await point(page, "one");
      await asked(page, 1);
      await point(page, "two");
      await asked(page, 2);
      await answer(page, 0);
      expect(await hostCount(page)).toBe(0);
      await answer(page, 1);
      expect(await hostCount(page)).toBe(1);
      await page.keyboard.press("Escape");
      expect(await hostCount(page)).toBe(0);
    });

    it.each([
      ["has left the window", () => scrollTo(0, 2000)],
      ["has left the page", () => document.querySelector("#one")?.remove()],
      ["is hidden", () => document.querySelector("p")?.setAttribute("hidden", "")],
    ])("gives up where the name %s when the answer comes", async (_, change) => {
      const page = await open(P("one") + FAR);
      await point(page, "one");
      await asked(page, 1);
      await page.evaluate(change);
      await answer(page, 0);
      expect(await hostCount(page)).toBe(0);
      expect(await page.evaluate(() => globalThis.trial.errors)).toEqual([]);
    });

    it.each([
      ["closes when the tab is left", false, 0],
      ["stays when the tab is left, if it is pinned", true, 1],
    ])("%s", async (_, isPinned, hosts) => {
      const page = await open(P("one"));
      await point(page, "one");
      await asked(page, 1);
      await answer(page, 0);
      expect(await hostCount(page)).toBe(1);
      const { x, y } = await page.$eval("b", (name) => name.getBoundingClientRect().toJSON());
      if (isPinned) await page.mouse.click(x + 10, y + 8);
      await page.evaluate(() => {
        Object.defineProperty(document, "hidden", { value: true });
        document.dispatchEvent(new Event("visibilitychange"));
      });
      expect(await hostCount(page)).toBe(hosts);
    });

    it("opens on a name again after an answer to a click has failed", async () => {
      const page = await open(P("one") + P("two"));
      const { x, y } = await page.$eval("b", (name) => name.getBoundingClientRect().toJSON());
      await page.mouse.click(x + 10, y + 8);
      await until("the question", () => page.evaluate(() => globalThis.trial.asked.length === 1));
      await page.evaluate(() => globalThis.trial.failures[0]?.());
      await point(page, "two");
      await asked(page, 2);
      await answer(page, 1);
      expect(await hostCount(page)).toBe(1);
      expect(await page.evaluate(() => globalThis.trial.errors)).toEqual(["Error: no answer"]);
    });

    it("gives the focus back where Escape comes while the next card by key is on its way", async () => {
      const page = await open(`<input>${P("one")}${P("two")}`);
      const hasFocus = (what: string) => page.evaluate((what) => document.activeElement?.matches(what), what);
      await page.focus("input");
      await page.evaluate(() => globalThis.trial.openByKey("one"));
      await answer(page, 0);
      expect(await hasFocus("[data-dramatis-host]")).toBe(true);
      await page.evaluate(() => globalThis.trial.openByKey("two"));
      expect(await hostCount(page)).toBe(0);
      await page.keyboard.press("Escape");
      expect(await hasFocus("input")).toBe(true);
      await answer(page, 1);
      expect(await hostCount(page)).toBe(0);
    });

    it("leaves no host where the browser refuses to show the card", async () => {
      const page = await open(P("one"));
      await page.evaluate(() => {
        HTMLElement.prototype.showPopover = () => {
          throw new Error("refused");
        };
      });
      await point(page, "one");
      await asked(page, 1);
      await answer(page, 0);
      expect(await hostCount(page)).toBe(0);
      expect(await page.evaluate(() => globalThis.trial.errors)).toEqual(["Error: refused"]);
    });

    it.each([
      ["in the lower of two modal dialogs by the document's order", "#first", "one"],
      ["of a web component", "#inner", "two"],
      ["that a web component slots", "#inner", "three"],
    ])("puts the card into the modal dialog %s", async (_, dialog, name) => {
      const page = await open(`<dialog id="first">${P("one")}</dialog><dialog id="second">${P("four")}</dialog>
        <x-box><template shadowrootmode="open"><dialog id="inner">${P("two")}<slot></slot></dialog></template>${P("three")}</x-box>`);
      await page.evaluate((dialog) => {
        const roots = [document, document.querySelector("x-box")?.shadowRoot as ShadowRoot];
        for (const id of ["#second", dialog])
          for (const root of roots) root.querySelector<HTMLDialogElement>(id)?.showModal();
      }, dialog);
      await point(page, name);
      await asked(page, 1);
      await answer(page, 0);
      const place = await page.evaluate((name) => {
        const roots = [document, document.querySelector("x-box")?.shadowRoot as ShadowRoot];
        const host = roots.map((root) => root.querySelector("[data-dramatis-host]")).find((found) => found !== null);
        const line = roots.map((root) => root.querySelector(`#${name}`)).find((found) => found !== null);
        const { x, top, bottom } = line?.getBoundingClientRect() ?? new DOMRect();
        const root = host?.getRootNode() as ShadowRoot | undefined;
        // What is inert is not found at a point.
        const under = [top - 12, bottom + 12].map((y) => root?.elementFromPoint(x + 20, y));
        return { parent: host?.parentElement?.id, isReachable: under.some((element) => element === host) };
      }, name);
      expect(place).toEqual({ parent: dialog.slice(1), isReachable: true });
    });
  },
  { extension: false },
);
