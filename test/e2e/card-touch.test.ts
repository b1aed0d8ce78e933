import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { hostCount, PHONE, textOf, until, waitForMarks } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { boxOf, FAR, gone, nameBox, openMarked, pass } from "./cards.ts";

const NARROW = '<meta name="viewport" content="width=device-width">';
const TEXT = `<p>Vladimir Putin met Kim Jong Un in <a href="#there">North Korea</a>, far from home.</p>${FAR}`;

inEachBrowser("the card by touch", (stage) => {
  async function onPhone(html = article(TEXT, { head: NARROW })): Promise<Page> {
    const { origin } = await stage.serve({ "/article": html });
    const page = await stage.driver.open(`${origin}/article`, PHONE);
    await waitForMarks(page);
    return page;
  }
  async function tapName(page: Page, index = 0, pointer?: "touch" | "pen"): Promise<void> {
    const { x, y, width, height } = await nameBox(page, index);
    await stage.driver.tap(page, x + width / 2, y + height / 2, pointer);
  }
  const nameOn = async (page: Page) => {
    const card = await stage.driver.readCard(page);
    return card && textOf(card, "name");
  };

  it("opens by a tap as a sheet at the bottom of a narrow window, and closes by a tap beside it", async () => {
    const page = await onPhone();
    await tapName(page);
    await stage.driver.waitForCard(page);
    await pass(page, 300);
    const box = await boxOf(stage, page);
    const { width, height } = await page.evaluate(() => ({
      width: document.documentElement.clientWidth,
      height: innerHeight,
    }));
    expect(box.x).toBe(0);
    expect(box.width).toBeCloseTo(width, 0);
    expect(box.y + box.height).toBeCloseTo(height, 0);
    expect(box.height).toBeLessThanOrEqual(height * 0.6 + 1);
    await stage.driver.tap(page, 180, 60);
    await gone(page);
  });

  /** Where the focus is, and what of it is to be seen. */
  const focusOn = (page: Page) =>
    stage.driver.inCard(page, (root) => {
      const card = root.querySelector(".card") as HTMLElement;
      const ringed = [card, ...card.querySelectorAll("*")].filter(
        (element) => getComputedStyle(element).outlineStyle !== "none",
      );
      return { on: root.activeElement?.className, rings: ringed.length, scrolled: scrollY };
    });

  it.each([
    ["a sheet", NARROW],
    ["a card by its name", ""],
  ])(
    "is %s that takes the focus, so that screen readers tell it, which nobody sees, and gives it back",
    async (_, head) => {
      // By itself a tap would leave the focus nowhere.
      const keep = '<script>addEventListener("mousedown", (event) => event.preventDefault())</script>';
      const body = `<p><button id="before">Before</button></p>${TEXT}${keep}`;
      const page = head ? await onPhone(article(body, { head })) : await openMarked(stage, article(body));
      await page.mouse.click(5, 5);
      await page.evaluate(() => document.querySelector<HTMLElement>("#before")?.focus());
      const inPage = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
      await tapName(page);
      await stage.driver.waitForCard(page);
      await pass(page);
      expect(await focusOn(page)).toEqual({ on: "body", rings: 0, scrolled: 0 });
      const close = await stage.driver.inCard(page, (root) =>
        root.querySelector(".close")?.getBoundingClientRect().toJSON(),
      );
      await stage.driver.tap(page, close.x + 10, close.y + 10);
      await gone(page);
      expect(await inPage()).toBe("before");
    },
  );

  it("gives the focus of one tapped card to the next, and lets a tap beside it take the focus", async () => {
    const page = await onPhone(
      article(`<p><input id="search" style="display: block; height: 40px"></p>${TEXT}`, { head: NARROW }),
    );
    await tapName(page);
    await stage.driver.waitForCard(page);
    await tapName(page, 1);
    await until("the other card", async () => (await nameOn(page)) === "Kim Jong-un");
    expect((await focusOn(page))?.on).toBe("body");
    const { x, y } = await page.$eval("#search", (input) => input.getBoundingClientRect().toJSON());
    await stage.driver.tap(page, x + 20, y + 20);
    await gone(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
  });

  it("leaves the name under the finger in sight", async () => {
    const page = await onPhone(article(`<div style="height: 400px"></div>${TEXT}`, { head: NARROW }));
    const before = (await nameBox(page)).y;
    await tapName(page);
    await stage.driver.waitForCard(page);
    await pass(page, 1000);
    const [name, box] = [await nameBox(page), await boxOf(stage, page)];
    expect(before).toBeGreaterThan(box.y);
    expect(name.y + name.height).toBeLessThan(box.y);
    expect(name.y).toBeGreaterThan(0);
  });

  it("stays while the finger is lifted and the page is scrolled under it, and follows another tap", async () => {
    const page = await onPhone();
    await tapName(page);
    await stage.driver.waitForCard(page);
    await page.evaluate(() => scrollBy(0, 40));
    await pass(page);
    expect(await nameOn(page)).toBe("Vladimir Putin");
    await tapName(page, 1);
    await until("the other card", async () => (await nameOn(page)) === "Kim Jong-un");
    expect(await hostCount(page)).toBe(1);
  });

  it("has buttons large enough for a finger, each in reach, and works them", async () => {
    const page = await onPhone();
    await tapName(page);
    await stage.driver.waitForCard(page);
    await pass(page, 300);
    const sizes = await stage.driver.inCard(page, (root) =>
      [...root.querySelectorAll("button")].map((button) => {
        const { width, height } = button.getBoundingClientRect();
        return { button: button.className, width, height };
      }),
    );
    expect(sizes?.map(({ button }) => button)).toContain("close");
    for (const { button, width, height } of sizes ?? []) {
      expect([button, height >= 24]).toEqual([button, true]);
      expect([button, width >= 24]).toEqual([button, true]);
    }
    const source = await stage.driver.inCard(page, (root) =>
      root.querySelector(".source")?.getBoundingClientRect().toJSON(),
    );
    await stage.driver.tap(page, source.x + 20, source.y + source.height / 2);
    await until("the source", () =>
      stage.driver.inCard(page, (root) => root.querySelector(".details")?.checkVisibility()),
    );
    const close = await stage.driver.inCard(page, (root) =>
      root.querySelector(".close")?.getBoundingClientRect().toJSON(),
    );
    await stage.driver.tap(page, close.x + 10, close.y + 10);
    await gone(page);
  });

  it("leaves a tap on a link to the link", async () => {
    const page = await onPhone();
    await tapName(page, 2);
    await until("the page to follow it", () => page.evaluate(() => location.hash === "#there"));
    await pass(page);
    expect(await hostCount(page)).toBe(0);
  });

  it("opens by its name where the window is wide, for finger and pen", async () => {
    const page = await openMarked(stage, article(TEXT));
    for (const pointer of ["touch", "pen"] as const) {
      await tapName(page, 0, pointer);
      await stage.driver.waitForCard(page);
      const [name, box] = [await nameBox(page), await boxOf(stage, page)];
      expect(Math.min(Math.abs(box.y - name.y - name.height), Math.abs(name.y - box.y - box.height))).toBeLessThan(10);
      // Two taps at once would be a double tap.
      await pass(page);
      await tapName(page, 0, pointer);
      await gone(page);
      await pass(page);
    }
  });

  it("opens as a sheet by a pen, too, which closes it by a tap beside it", async () => {
    const page = await onPhone();
    await tapName(page, 0, "pen");
    await stage.driver.waitForCard(page);
    await pass(page, 300);
    expect((await boxOf(stage, page)).x).toBe(0);
    await stage.driver.tap(page, 180, 60, "pen");
    await gone(page);
  });

  it("becomes a sheet while the reader has zoomed in by pinching, and stands by its name again after that", async () => {
    const page = await openMarked(stage, article('<p style="margin: 280px 0 0 440px">Vladimir Putin met nobody.</p>'));
    await tapName(page);
    await stage.driver.waitForCard(page);
    await pass(page, 300);
    const before = await boxOf(stage, page);
    const isSheet = () => stage.driver.inCard(page, (root) => root.querySelector("[data-sheet]") !== null);
    await stage.driver.pinch(page, 2);
    await until("the sheet", isSheet);
    await stage.driver.pinch(page, 1);
    await until("the card", async () => (await isSheet()) === false);
    expect(await boxOf(stage, page)).toEqual(before);
  });

  it("lies at the bottom of what is seen where the page is zoomed by pinching, in its usual size", async () => {
    const page = await openMarked(stage, article('<p style="margin: 280px 0 0 440px">Vladimir Putin met nobody.</p>'));
    await stage.driver.pinch(page, 2);
    await tapName(page);
    await stage.driver.waitForCard(page);
    await pass(page, 300);
    const box = await boxOf(stage, page);
    const seen = await page.evaluate(() => {
      const { offsetLeft, offsetTop, width, height } = visualViewport as VisualViewport;
      return { left: offsetLeft, right: offsetLeft + width, bottom: offsetTop + height };
    });
    expect(box.x).toBeGreaterThanOrEqual(seen.left - 1);
    expect(box.x + box.width).toBeLessThanOrEqual(seen.right + 1);
    expect(box.y + box.height).toBeCloseTo(seen.bottom, -1);
    // Half as large on the page, which is shown twice as large.
    const size = await stage.driver.inCard(page, (root) => root.querySelector(".close")?.getBoundingClientRect().width);
    expect(size).toBeCloseTo(14, 0);
  });
});
