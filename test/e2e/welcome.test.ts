import { resolve } from "node:path";
import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, it } from "vitest";
import { all, type Driver, marks, textOf, until } from "../../scripts/drive.ts";
import { serve } from "../../scripts/serve.ts";
import { article, inEachBrowser, pass, type Stage, start } from "../stage.ts";
import { axeFaults, sticksOut } from "./axe-faults.ts";
import { change, expectMarks, store } from "./popups.ts";

const TEXT = article("<p>Vladimir Putin met Kim Jong Un.</p>");
const NAMES = ["Vladimir Putin", "Kim Jong Un"];
const EXAMPLE = ["Vladimir Putin", "Kim Jong Un", "Putin", "North Korea", "Putin", "Kim", "Kremlin", "South Korea"];

inEachBrowser("the first page", (stage) => {
  afterEach(async () => {
    await store(await stage.driver.openExtensionPage("options.html"), {});
  });

  async function open(): Promise<Page> {
    const page = await stage.driver.openExtensionPage("welcome.html");
    await expectMarks(page, EXAMPLE);
    return page;
  }

  it("has an example that opens cards, by mouse and by key, and leads on", async () => {
    const page = await open();
    await page.bringToFront();
    await stage.driver.hover(page, 0);
    const card = await stage.driver.waitForCard(page);
    expect([textOf(card, "name"), textOf(card, "role")]).toEqual(["Vladimir Putin", "President of Russia"]);
    // There is no site for which it could hold.
    expect(all(card, "ignore")).toEqual([]);
    await page.keyboard.press("Escape");
    await stage.driver.command(page, "next-name");
    await until("the next", async () => {
      const card = await stage.driver.readCard(page);
      return card && textOf(card, "name") !== undefined;
    });
    expect(await page.$$eval("a", (all) => all.map((one) => one.getAttribute("href")))).toEqual([
      "options.html",
      "digest.html",
    ]);
    expect(await page.$eval(".subject", (subject) => [subject.textContent, subject.getAttribute("lang")])).toEqual([
      "Russia and North Korea, 2022–2024",
      "en",
    ]);
    // It asks nothing.
    expect(await page.$$("input, select, button, textarea")).toEqual([]);
  });

  it("follows at once which mentions and kinds of names are marked, and how large, but always shows a line", async () => {
    const page = await open();
    await change(page, { style: "tint", mentions: "article", furniture: true, textSize: 1.5 });
    await expectMarks(page, ["Vladimir Putin", "Kim Jong Un", "North Korea", "Kremlin", "South Korea"]);
    expect(new Set((await marks(page)).map(({ highlight }) => highlight))).toEqual(new Set(["dramatis-underline"]));
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe("24px");
    await change(page, { mentions: "every", kinds: { state: false } });
    await expectMarks(page, ["Vladimir Putin", "Kim Jong Un", "Putin", "Putin", "Kim", "Kremlin"]);
  });

  it("has nothing that axe finds, light and dark, nor anything that sticks out at 360 px in either direction", async () => {
    const page = await open();
    for (const scheme of ["light", "dark"] as const) {
      for (const direction of ["ltr", "rtl"]) {
        await stage.driver.setMedia(page, { scheme, viewport: { width: 360, height: 800 } });
        await page.evaluate((direction) => (document.documentElement.dir = direction), direction);
        expect(await sticksOut(page)).toBe(0);
        expect([scheme, direction, await axeFaults(page)]).toEqual([scheme, direction, []]);
      }
    }
  });
});

describe.each(["chrome", "firefox"] as Stage["kind"][])("an installation in %s", (kind) => {
  let driver: Driver;
  afterEach(() => driver.close());
  const welcomes = async () => (await driver.addresses()).filter((address) => address.endsWith("/welcome.html"));

  it("greets with one page, and with none where it is loaded anew", async () => {
    driver = await start(kind, true, "closed", true);
    await until("the page", async () => (await welcomes()).length > 0);
    const site = await serve({ "/article": TEXT });
    try {
      // By then the worker has long done what it does first.
      await expectMarks(await driver.open(`${site.origin}/article`), NAMES);
      expect(await welcomes()).toHaveLength(1);
      await driver.reloadExtension();
      await expectMarks(await driver.open(`${site.origin}/article`), NAMES);
      // The pages of an extension go with it.
      expect(await welcomes()).toHaveLength(0);
    } finally {
      await site.close();
    }
  });

  it("reads the tabs that are open already, each once", async () => {
    driver = await start(kind, false);
    const site = await serve({ "/article": TEXT });
    try {
      const page = await driver.open(`${site.origin}/article`);
      await page.evaluate(() => {
        const counted = Object.assign(globalThis, { starts: 0 });
        document.addEventListener("dramatis-replaced", () => counted.starts++);
      });
      await driver.puppet.installExtension(resolve("dist", kind));
      await expectMarks(page, NAMES);
      await page.bringToFront();
      await driver.hover(page, 0);
      expect(textOf(await driver.waitForCard(page), "name")).toBe("Vladimir Putin");
      await pass(page);
      expect(await page.evaluate(() => (globalThis as unknown as { starts: number }).starts)).toBe(1);
      expect((await marks(page)).every(({ boxes }) => boxes.length)).toBe(true);
    } finally {
      await site.close();
    }
  });
});
