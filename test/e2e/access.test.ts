import type { Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { until } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { click, countStarts, discard, expectMarks, expectTexts, openPopup, starts, texts } from "./popups.ts";

const TEXT = article("<p>Vladimir Putin met Kim Jong Un.</p>");
const NAMES = ["Vladimir Putin", "Kim Jong Un"];
const NO_ACCESS = "Dramatis does not have access to websites, so it cannot read this page.";
const MARKED = { badge: "2", title: "Dramatis: 2 known names on this page" };
const UNREAD = { badge: "", title: `Dramatis – ${NO_ACCESS}` };

inEachBrowser("access to websites that is taken away", (stage) => {
  afterEach(() => stage.driver.setSiteAccess(true));

  const expectButton = (page: Page, expected: object) =>
    until(JSON.stringify(expected), async () => {
      const { badge, title } = await stage.driver.toolbar(page);
      return JSON.stringify({ badge, title }) === JSON.stringify(expected);
    });

  it("is noticed and said, and nothing breaks; given back, the page is marked without a reload", async () => {
    const { origin } = await stage.serve({ "/article": TEXT });
    await stage.driver.setSiteAccess(false);
    const page = await stage.driver.open(`${origin}/article`);
    await countStarts(page);
    const popup = await openPopup(stage, page);
    expect(await texts(popup, ".why")).toEqual([NO_ACCESS]);
    expect(await texts(popup, ".deed")).toEqual(["Allow access"]);
    await expectMarks(page, []);
    await stage.driver.setSiteAccess(true);
    await expectTexts(popup, ".why", ["This page looks like an article."]);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un"]);
    await expectMarks(page, NAMES);
    expect(await starts(page)).toBe(1);
    await stage.driver.setSiteAccess(false);
    await expectTexts(popup, ".why", [NO_ACCESS]);
    await expectMarks(page, []);
    expect(await stage.driver.warnings()).toEqual([]);
  });

  it("takes the marks of every open tab with it, and brings them back, as the buttons say", async () => {
    const site = await stage.serve({ "/article": TEXT });
    const before = await Promise.all(["a.test", "b.test"].map((host) => stage.driver.open(`${site.at(host)}/article`)));
    const asleep = await stage.driver.open(`${site.at("c.test")}/article`);
    // Its button has been set: of a tab that goes meanwhile Chromium complains.
    await expectButton(asleep, MARKED);
    await discard(stage.driver, asleep);
    for (const page of before) {
      await expectMarks(page, NAMES);
      await expectButton(page, MARKED);
      await countStarts(page);
    }
    await stage.driver.setSiteAccess(false);
    for (const page of before) {
      await expectMarks(page, []);
      await expectButton(page, UNREAD);
    }
    const meanwhile = await stage.driver.open(`${site.at("d.test")}/article`);
    await countStarts(meanwhile);
    await expectButton(meanwhile, UNREAD);
    await stage.driver.setSiteAccess(true);
    for (const page of [...before, meanwhile]) {
      await expectMarks(page, NAMES);
      await expectButton(page, MARKED);
    }
    // Those of before have their script still.
    expect(await Promise.all([...before, meanwhile].map(starts))).toEqual([0, 0, 1]);
    expect(await stage.driver.warnings()).toEqual([]);
  });

  it("can be given back for one site alone", async () => {
    const site = await stage.serve({ "/article": TEXT });
    const [one, other] = (await Promise.all(
      ["a.test", "b.test"].map((host) => stage.driver.open(`${site.at(host)}/article`)),
    )) as [Page, Page];
    for (const page of [one, other]) await expectMarks(page, NAMES);
    await stage.driver.setSiteAccess(false);
    for (const page of [one, other]) await expectMarks(page, []);
    await stage.driver.setSiteAccess({ host: "a.test" });
    await expectMarks(one, NAMES);
    await expectButton(one, MARKED);
    await expectMarks(other, []);
    await expectButton(other, UNREAD);
  });

  it("leaves no marks on a page that comes back as it was left", async () => {
    const site = await stage.serve({ "/article": TEXT, "/other": TEXT });
    const page = await stage.driver.open(`${site.at("a.test")}/article`);
    await expectMarks(page, NAMES);
    await page.evaluate(() => Object.assign(globalThis, { isAsLeft: true }));
    await page.goto(`${site.at("a.test")}/other`);
    await stage.driver.setSiteAccess(false);
    await expectMarks(page, []);
    // Puppeteer waits for a load that does not come.
    await page.evaluate(() => history.back());
    await until("the page as it was", () => page.evaluate(() => "isAsLeft" in globalThis).catch(() => false));
    await expectMarks(page, []);
    await expectButton(page, UNREAD);
  });

  // In Chromium nobody can answer the browser's question without a hand.
  it.skipIf(stage.kind === "chrome")("is asked for in the popup, and reaches all tabs", async () => {
    const site = await stage.serve({ "/article": TEXT });
    await stage.driver.setSiteAccess(false);
    const other = await stage.driver.open(`${site.at("b.test")}/article`);
    const page = await stage.driver.open(`${site.at("a.test")}/article`);
    const popup = await openPopup(stage, page);
    await click(popup, ".grant");
    await stage.driver.acceptPermissions();
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un"]);
    for (const one of [page, other]) await expectMarks(one, NAMES);
  });
});
