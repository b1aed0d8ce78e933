import { createServer } from "node:http";
import axe from "axe-core";
import type { Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { marks, textOf, until, waitForMarks } from "../../scripts/drive.ts";
import { listen } from "../../scripts/serve.ts";
import { article, inEachBrowser } from "../stage.ts";
import { FAR, rest } from "./cards.ts";
import { change, click, countStarts, expectMarks, expectTexts, openPopup, starts, store, texts } from "./popups.ts";

const TEXT = article(
  `<p>Vladimir Putin met Kim Jong Un.</p>${FAR}<p>Putin left North Korea.</p>${FAR}<p>Kim saw Putin off.</p>`,
);
const NAMES = ["Vladimir Putin", "Kim Jong Un", "Putin", "North Korea", "Kim", "Putin"];
const OFF = "Names are not marked on this site.";

inEachBrowser("the popup", (stage) => {
  afterEach(async () => {
    await store(await stage.driver.openExtensionPage("options.html"), {});
  });

  const title = async (page: Page) => (await stage.driver.toolbar(page)).title;
  const isOn = (popup: Page, which: string) =>
    popup.$eval(`.${which} input`, (box) => (box as HTMLInputElement).checked);
  const inEntry = (popup: Page, part: string) =>
    popup.evaluate(
      (part) => document.querySelector(".entry")?.shadowRoot?.querySelector(`.${part}`)?.textContent ?? "",
      part,
    );
  /** Which of the marks are in the window. */
  const inView = async (page: Page) => {
    const height = await page.evaluate(() => innerHeight);
    return (await marks(page))
      .filter(({ boxes: [box], highlight }) => highlight !== "dramatis-current" && box && box.y >= 0 && box.y < height)
      .map(({ text }) => text);
  };
  const current = async (page: Page) =>
    (await marks(page)).filter(({ highlight }) => highlight === "dramatis-current").map(({ text }) => text);

  it("switches a site off and on, and its open pages follow at once, others do not", async () => {
    const site = await stage.serve({ "/article": TEXT });
    const page = await stage.driver.open(`${site.at("news.test")}/article`);
    const other = await stage.driver.open(`${site.at("paper.test")}/article`);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    expect(await texts(popup, ".label")).toEqual(["On news.test", "On all sites"]);
    expect(await texts(popup, ".why")).toEqual(["This page is marked as an article."]);
    await click(popup, ".on-site");
    await expectMarks(page, []);
    await expectTexts(popup, ".why", [OFF]);
    await until("the toolbar", async () => (await title(page)) === `Dramatis – ${OFF}`);
    expect(await texts(popup, ".actor, .heading, .deed")).toEqual([]);
    await expectMarks(other, NAMES);
    const third = await stage.driver.open(`${site.at("news.test")}/article`);
    await until("the toolbar", async () => (await title(third)) === `Dramatis – ${OFF}`);
    expect(await marks(third)).toEqual([]);
    await click(popup, ".on-site");
    for (const one of [page, third]) await expectMarks(one, NAMES);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await until("the toolbar", async () => (await title(page)).endsWith("3 known names on this page"));
    // With cards on them, too.
    await page.bringToFront();
    await rest(stage, page);
  });

  it("switches everything off and on", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    await click(popup, ".on-all");
    await expectMarks(page, []);
    await expectTexts(popup, ".why", ["Switched off on all sites."]);
    expect(await popup.$eval(".on-site input", (box) => (box as HTMLInputElement).disabled)).toBe(true);
    expect([await isOn(popup, "on-site"), await isOn(popup, "on-all")]).toEqual([true, false]);
    await click(popup, ".on-all");
    await expectMarks(page, NAMES);
  });

  it("lists whom the page names, most often first, and steps through their mentions with the card of each", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    expect(await texts(popup, ".amount")).toEqual(["3 mentions", "2 mentions", "1 mention"]);
    expect((await texts(popup, ".role"))[0]).toMatch(/^President of Russia/);
    expect(await popup.$$eval(".actor .mark", (all) => all.map((one) => one.ariaLabel))).toEqual([
      "Person",
      "Person",
      "Country or territory",
    ]);
    await click(popup, ".actor");
    const at = (place: string) => expectTexts(popup, ".place", [place]);
    await at("1 of 3");
    expect(await current(page)).toEqual(["Vladimir Putin"]);
    const statement = await inEntry(popup, "text");
    await click(popup, ".next");
    await at("2 of 3");
    expect(await inView(page)).toEqual(["Putin", "North Korea"]);
    // Whatever else becomes different meanwhile.
    expect(await change(popup, { badge: false })).toBeUndefined();
    expect(await change(popup, { badge: true })).toBeUndefined();
    await click(popup, ".next");
    await at("3 of 3");
    expect(await inView(page)).toEqual(["Kim", "Putin"]);
    await click(popup, ".next");
    await at("1 of 3");
    await click(popup, ".previous");
    await at("3 of 3");
    expect(await current(page)).toEqual(["Putin"]);
    expect(await inEntry(popup, "name")).toBe("Vladimir Putin");
    await click(popup, ".next");
    await at("1 of 3");
    // The same as on the page.
    await page.bringToFront();
    await rest(stage, page);
    const card = await stage.driver.waitForCard(page);
    await until("the first statement", async () => (await inEntry(popup, "text")) === statement);
    expect(textOf(card, "text")).toBe(statement);
    await page.mouse.click(5, 5);
    expect(await current(page)).toEqual([]);
  });

  it("says that marks are hidden, lists the names all the same, and shows the marks again", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    await stage.driver.command(page, "toggle-marks");
    await expectMarks(page, []);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".why", ["Marks are hidden on this page."]);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await click(popup, ".unhide");
    await expectMarks(page, NAMES);
    await expectTexts(popup, ".why", ["This page is marked as an article."]);
    expect(await texts(popup, ".unhide")).toEqual([]);
  });

  it("works by keyboard alone", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await popup.bringToFront();
    const focused = () =>
      popup.evaluate(() => {
        const { className = "", ariaLabel } = document.activeElement ?? {};
        return ariaLabel ?? className;
      });
    const order: string[] = [];
    for (let steps = 0; steps < 5; steps++) {
      await popup.keyboard.press("Tab");
      order.push(await focused());
    }
    expect(order).toEqual(["settings", "box", "box", "actor", "actor"]);
    await popup.keyboard.press("Enter");
    await expectTexts(popup, ".place", ["1 of 2"]);
    expect(await focused()).toBe("Next mention");
    await popup.keyboard.press(" ");
    await expectTexts(popup, ".place", ["2 of 2"]);
    await popup.keyboard.down("Shift");
    for (let steps = 0; steps < 2; steps++) await popup.keyboard.press("Tab");
    await popup.keyboard.up("Shift");
    await popup.keyboard.press("Enter");
    await until("the list", async () => (await texts(popup, ".actor")).length === 3);
    await until("the focus", () =>
      popup.$eval(".actor:focus", ({ textContent }) => textContent?.includes("Kim Jong-un")).catch(() => false),
    );
  });

  it("marks a page anyway that is no article, until it is another", async () => {
    const shop = `<!doctype html><html lang="en"><title>Shop</title><p><a href="#x">A mug with Vladimir Putin</a></p></html>`;
    const page = await stage.open(shop);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".why", ["This page does not look like an article."]);
    await click(popup, ".anyway");
    await expectMarks(page, ["Vladimir Putin"]);
    await expectTexts(popup, ".why", ["This page is marked because you asked."]);
    await expectTexts(popup, ".name", ["Vladimir Putin"]);
    await page.evaluate(() => history.pushState({}, "", "/another"));
    await expectMarks(page, []);
    await expectTexts(popup, ".why", ["This page does not look like an article."]);
  });

  it("says of somebody left out on this site that they are, and can take it back", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await click(popup, ".actor");
    await expectTexts(popup, ".place", ["1 of 3"]);
    const press = (part: string) =>
      popup.evaluate((part) => {
        const root = document.querySelector(".entry")?.shadowRoot;
        root?.querySelector<HTMLElement>(`.${part}`)?.click();
      }, part);
    await press("ignore");
    await expectMarks(page, ["Kim Jong Un", "North Korea", "Kim"]);
    await until("the notice", async () => (await inEntry(popup, "ignored")).includes("127.0.0.1"));
    // A step would take the way back with it.
    await expectTexts(popup, ".place", []);
    await press("undo");
    await expectMarks(page, NAMES);
    await expectTexts(popup, ".place", ["1 of 3"]);
  });

  it("waits for a page that is still loading, whose script begins once", async () => {
    const [head = "", tail = ""] = TEXT.split("</main>");
    let finish = () => {};
    const server = await listen(
      createServer((_, response) => {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).write(head);
        finish = () => response.end(`</main>${tail}`);
      }),
    );
    try {
      const page = await stage.driver.puppet.newPage();
      const loaded = page.goto(`http://127.0.0.1:${server.port}/article`);
      await page.waitForSelector("main");
      await countStarts(page);
      const popup = await stage.driver.openExtensionPage(`popup.html?tab=${await stage.driver.tabId(page)}`);
      await until("the switches", async () => (await texts(popup, ".label")).length === 2);
      expect(await texts(popup, ".why")).toEqual([""]);
      finish();
      await loaded;
      await expectMarks(page, NAMES);
      await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
      expect(await starts(page)).toBe(1);
    } finally {
      await server.close();
    }
  });

  it("says where no extension may be", async () => {
    const page = await stage.driver.openExtensionPage("options.html");
    const popup = await openPopup(stage, page);
    expect(await texts(popup, ".why")).toEqual(["The browser lets no extension read this page."]);
    expect(await texts(popup, ".label, .actor, .heading, .deed")).toEqual(["On all sites"]);
  });

  it("has nothing that axe finds in either view, light and dark, nor anything that sticks out at 360 px in either direction", async () => {
    const faults = async (popup: Page) => {
      await popup.evaluate(axe.source);
      return popup.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
        const { violations, incomplete } = await axe.run({ rules: { "target-size": { enabled: true } } });
        return [...violations, ...incomplete].map(({ id, nodes }) => `${id} ${nodes[0]?.target}`);
      });
    };
    const page = await stage.open(TEXT);
    await waitForMarks(page);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await popup.bringToFront();
    for (const view of ["list", "entry"]) {
      for (const scheme of ["light", "dark"] as const) {
        for (const direction of ["ltr", "rtl"]) {
          await stage.driver.setMedia(popup, { scheme, viewport: { width: 360, height: 2400 } });
          await popup.evaluate((direction) => (document.documentElement.dir = direction), direction);
          expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
          expect([view, scheme, direction, await faults(popup)]).toEqual([view, scheme, direction, []]);
        }
      }
      if (view === "list") await click(popup, ".actor");
      await expectTexts(popup, ".place", ["1 of 3"]);
    }
    await popup.evaluate(() => {
      (document.querySelector(".next") as HTMLElement).ariaLabel = "";
      (document.querySelector(".next") as HTMLElement).title = "";
      (document.querySelector(".place") as HTMLElement).style.color = "#555";
    });
    expect((await faults(popup)).join()).toMatch(/button-name.*color-contrast|color-contrast.*button-name/);
  });
});
