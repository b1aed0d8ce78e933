import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { hostCount, marks, textOf, until } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { boxOf, FAR, gap, gone, nameBox, openCard, openMarked, PUTIN, pass, rest } from "./cards.ts";

/** The look of the card, as far as a page could spoil it. */
const LOOK = [
  "display",
  "position",
  "opacity",
  "visibility",
  "fontSize",
  "color",
  "backgroundColor",
  "width",
  "transform",
  "filter",
  "zoom",
  "direction",
  "letterSpacing",
  "textTransform",
] as const;

inEachBrowser("the card on a hostile page", (stage) => {
  const look = (page: Page) =>
    stage.driver.inCard(
      page,
      async (root, keys) => {
        const card = root.querySelector(".card") as Element;
        await Promise.all(card.getAnimations().map(({ finished }) => finished));
        const style = getComputedStyle(card);
        return Object.fromEntries(keys.map((key) => [key, style[key as keyof CSSStyleDeclaration]]));
      },
      LOOK,
    );
  const isOnTop = async (page: Page) => {
    const box = await boxOf(stage, page);
    return page.evaluate(
      (x, y) => document.elementFromPoint(x, y)?.matches("[data-dramatis-host]"),
      box.x + box.width / 2,
      box.y + 30,
    );
  };

  it.each([
    ["* { all: unset !important }"],
    ["* { all: initial !important; display: none !important } html, body, main, p { display: block !important }"],
    [
      "[data-dramatis-host] { display: none !important; opacity: 0 !important; position: static !important; zoom: 3 !important }",
    ],
    [
      "html { font-size: 40px; letter-spacing: 5px; text-transform: uppercase; line-height: 4; direction: rtl; color: red }",
    ],
    ["div, button, h2, ul, li { color: red !important; font: 50px serif !important; display: none !important }"],
  ])("looks as ever under the page's { %s }", async (css) => {
    const plain = await look(await openCard(stage, article(PUTIN)));
    const page = await openCard(stage, article(PUTIN, { head: `<style>${css}</style>` }));
    expect(await look(page)).toEqual(plain);
    expect(await isOnTop(page)).toBe(true);
  });

  it.each([
    ["document", "document.addEventListener(type, (event) => event.stopImmediatePropagation(), true)"],
    ["body", "document.body.addEventListener(type, (event) => { event.stopPropagation(); event.preventDefault(); })"],
  ])("opens, is pinned and closes where the page stops events at its %s", async (_, stop) => {
    const script = `<script>addEventListener("DOMContentLoaded", () => { for (const type of ["pointermove", "mousemove", "pointerdown", "mousedown", "mouseup", "click", "keydown", "wheel"]) ${stop}; })</script>`;
    const page = await openCard(stage, article(PUTIN, { head: script }));
    const { x, y } = await nameBox(page);
    await page.mouse.click(x + 20, y + 8);
    await page.mouse.move(950, 650, { steps: 4 });
    await pass(page);
    expect(await hostCount(page)).toBe(1);
    await page.keyboard.press("Escape");
    await gone(page);
  });

  it("comes back where the page removes it, a bounded number of times", async () => {
    const page = await openCard(stage, article(PUTIN));
    await page.evaluate(() => document.querySelector("[data-dramatis-host]")?.remove());
    await until("the card to be back", async () => (await hostCount(page)) === 1);
    expect(await isOnTop(page)).toBe(true);
    await page.evaluate(() => {
      new MutationObserver(() => document.querySelector("[data-dramatis-host]")?.remove()).observe(
        document.documentElement,
        {
          childList: true,
        },
      );
      document.querySelector("[data-dramatis-host]")?.remove();
    });
    await pass(page);
    expect(await hostCount(page)).toBe(0);
  });

  it("has its marks back where the page clears the registry", async () => {
    const page = await openMarked(stage, article(PUTIN));
    const { x, y, height } = await nameBox(page);
    await page.evaluate(() => CSS.highlights.clear());
    await page.mouse.move(x + 20, y + height / 2, { steps: 3 });
    await stage.driver.waitForCard(page);
    expect(await page.evaluate(() => CSS.highlights.has("dramatis-underline"))).toBe(true);
  });

  it("gives way where the page clears it all the time, and burdens it no more", async () => {
    const page = await openMarked(stage, article(PUTIN));
    let clears = 0;
    for (let i = 0; i < 60; i++) {
      clears += await page.evaluate(() => {
        const isThere = CSS.highlights.has("dramatis-underline");
        CSS.highlights.clear();
        return Number(isThere);
      });
      await page.mouse.move(500 + i, 600);
    }
    expect(clears).toBeGreaterThan(5);
    expect(clears).toBeLessThan(40);
  });

  it("shows the marks in a component that sets its own sheets anew, as long as it does not do so all the time", async () => {
    const story = '<x-story><template shadowrootmode="open"><p>Vladimir Putin spoke.</p></template></x-story>';
    const page = await openMarked(stage, article(`${PUTIN}${story}`));
    const sheets = () =>
      page.evaluate(() => document.querySelector("x-story")?.shadowRoot?.adoptedStyleSheets.length ?? 0);
    await until("our sheet", async () => (await sheets()) === 1);
    const anew = () =>
      page.evaluate(() => {
        const root = document.querySelector("x-story")?.shadowRoot as ShadowRoot;
        const before = root.adoptedStyleSheets.length;
        root.adoptedStyleSheets = [new CSSStyleSheet()];
        return before;
      });
    let moves = 0;
    const move = () => page.mouse.move(500 + ++moves, 600);
    await anew();
    await until("our sheet again", async () => {
      await move();
      return (await sheets()) === 2;
    });
    let restores = 0;
    for (let i = 0; i < 40; i++) {
      restores += (await anew()) - 1;
      // By then it is looked for again.
      await pass(page, 100);
      await move();
    }
    expect(restores).toBeGreaterThan(5);
    expect(restores).toBeLessThan(30);
  });

  it("lies above everything of the page, also above what it has in the top layer already", async () => {
    const over =
      '<div style="position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; background: #0001"></div><div id="pop" popover="manual" style="inset: 0; width: 80vw; height: 80vh; pointer-events: none">On top</div>';
    const page = await openMarked(stage, article(`${over}${PUTIN}`));
    await page.evaluate(() => document.querySelector<HTMLElement>("#pop")?.showPopover());
    await rest(stage, page);
    expect(await isOnTop(page)).toBe(true);
  });

  it("lies above a popover that the page opens later, and closes under a modal dialog", async () => {
    const later = '<div id="pop" popover="manual">Later</div><dialog id="modal">Cookies?</dialog>';
    const page = await openCard(stage, article(`${PUTIN}${later}`));
    await page.evaluate(() => document.querySelector<HTMLElement>("#pop")?.showPopover());
    await pass(page, 100);
    expect(await hostCount(page)).toBe(1);
    expect(await isOnTop(page)).toBe(true);
    await page.evaluate(() => document.querySelector("dialog")?.showModal());
    await gone(page);
  });

  it("opens on a name in a modal dialog; Escape closes it, and the dialog only the next time", async () => {
    const dialog = `<dialog>${PUTIN}<p>More about it, so that it is a paragraph.</p></dialog>`;
    const page = await openMarked(stage, article(`<p>Xi Jinping stayed at home.</p>${dialog}`));
    await page.evaluate(() => document.querySelector("dialog")?.showModal());
    await until(
      "its marks",
      async () => (await page.evaluate(() => CSS.highlights.get("dramatis-underline")?.size)) === 2,
    );
    const index = await until("the name", async () => {
      const at = (await marks(page)).findIndex(({ text, boxes }) => text === "Vladimir Putin" && boxes.length > 0);
      return at >= 0 && { at };
    });
    await rest(stage, page, index.at);
    const isOpen = () => page.evaluate(() => document.querySelector("dialog")?.open);
    await page.keyboard.press("Escape");
    await gone(page);
    expect(await isOpen()).toBe(true);
    await page.keyboard.press("Escape");
    await until("the dialog to close", async () => !(await isOpen()));
  });

  it("opens in an element shown on the full screen", async () => {
    const page = await openMarked(stage, article(`<div id="full" style="background: white">${PUTIN}</div>`));
    await page.evaluate(() => {
      document.addEventListener("click", () => document.querySelector("#full")?.requestFullscreen(), { once: true });
    });
    await page.mouse.click(500, 600);
    await until("the full screen", () => page.evaluate(() => document.fullscreenElement?.id === "full"));
    await rest(stage, page);
    await until("the card on top", () => isOnTop(page));
    await page.evaluate(() => document.exitFullscreen());
    await until("the window", () => page.evaluate(() => document.fullscreenElement === null));
  });

  it("follows its name in a scroller within the page, and closes when it has left that", async () => {
    const lines = "<p>Nothing to see.</p>".repeat(30);
    const page = await openCard(
      stage,
      article(
        `<div style="height: 250px"></div><div id="in" style="height: 250px; overflow: auto">${PUTIN}${lines}</div>${FAR}`,
      ),
    );
    const still = gap(await nameBox(page), await boxOf(stage, page));
    await page.evaluate(() => document.querySelector("#in")?.scrollTo(0, 12));
    await pass(page, 50);
    expect(gap(await nameBox(page), await boxOf(stage, page))).toBeCloseTo(still, 0);
    await page.evaluate(() => document.querySelector("#in")?.scrollTo(0, 200));
    await gone(page);
    // It would still be in the window.
    expect((await nameBox(page)).y).toBeGreaterThan(100);
  });

  it("stays, kept, at the window's edge while its name has left a scroller, and comes back to it", async () => {
    const scroller = `<div id="in" style="height: 250px; overflow: auto">${PUTIN}<div style="height: 900px"></div></div>`;
    const page = await openMarked(stage, article(`<div style="height: 300px"></div>${scroller}${FAR}`));
    const { x, y } = await nameBox(page);
    await page.mouse.click(x + 20, y + 8);
    await stage.driver.waitForCard(page);
    const byName = async () => Math.abs(gap(await nameBox(page), await boxOf(stage, page)) - 6) < 2;
    await until("the card by its name", byName);
    await page.evaluate(() => document.querySelector("#in")?.scrollTo(0, 150));
    await until("the card at the window's edge", async () => {
      const { y, height } = await boxOf(stage, page);
      return Math.abs(y + height - 692) < 2;
    });
    await page.evaluate(() => document.querySelector("#in")?.scrollTo(0, 0));
    await until("the card by its name again", byName);
  });

  it("opens by key for the first name in view, not for one that a scroller hides", async () => {
    const scroller = `<div id="in" style="height: 100px; overflow: auto">${PUTIN}<div style="height: 900px"></div></div>`;
    const page = await openMarked(stage, article(`${scroller}<p>Xi Jinping stayed at home.</p>`));
    await page.evaluate(() => document.querySelector("#in")?.scrollTo(0, 60));
    await stage.driver.command(page, "open-card");
    expect(textOf(await stage.driver.waitForCard(page), "name")).toBe("Xi Jinping");
  });

  it("stands by its name on a page zoomed to 200 % by the browser", async () => {
    const page = await openMarked(stage, article(PUTIN));
    await stage.driver.zoom(page, 2);
    await rest(stage, page);
    const [name, box] = [await nameBox(page), await boxOf(stage, page)];
    expect(gap(name, box)).toBeCloseTo(6, 0);
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  });

  it("puts a long name on several lines, and its card on the line that the pointer is on", async () => {
    const narrow =
      '<p style="width: 90px; margin: 250px 0 0 300px">The meeting of Vladimir Vladimirovich Putin was long.</p>';
    const page = await openMarked(stage, article(narrow));
    const lines = await until("several lines", async () => {
      const [mark] = await marks(page);
      return mark && mark.boxes.length > 1 && mark.boxes;
    });
    for (const line of [lines[0], lines.at(-1)]) {
      await page.mouse.move(5, 5);
      await gone(page);
      await page.mouse.move((line?.x ?? 0) + 10, (line?.y ?? 0) + 8, { steps: 4 });
      const card = await stage.driver.waitForCard(page);
      expect(textOf(card, "name")).toBe("Vladimir Putin");
      const box = await boxOf(stage, page);
      const edge =
        box.y > (line?.y ?? 0) ? box.y - (line?.y ?? 0) - (line?.height ?? 0) : (line?.y ?? 0) - box.y - box.height;
      expect(edge).toBeCloseTo(6, 0);
    }
  });
});
