import { expect, it } from "vitest";
import { hostCount, marks, noiseOf, textOf, until, waitForMarks } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { press, rest } from "./cards.ts";
import { click, expectMarks } from "./popups.ts";

const PUTIN = article("<p>Vladimir Putin came to Pyongyang.</p>");

inEachBrowser("worker and page", (stage) => {
  it("wakes a sleeping worker for a page and for a card", async () => {
    await stage.driver.stopBackground();
    const page = await stage.open(PUTIN);
    await waitForMarks(page);
    await stage.driver.stopBackground();
    await stage.driver.hover(page, 0);
    expect(textOf(await stage.driver.waitForCard(page), "name")).toBe("Vladimir Putin");
  });

  it("wakes it before a card is asked for, once the pointer comes to a text with names", async () => {
    const page = await stage.open(PUTIN);
    await waitForMarks(page);
    // Once that has been answered nothing is asked any more.
    await stage.driver.command(page, "next-name");
    await stage.driver.waitForCard(page);
    await page.keyboard.press("Escape");
    await until("the card to go", async () => (await hostCount(page)) === 0);
    const end = await page.$eval("p", (p) => {
      const { right, top } = p.getBoundingClientRect();
      return { x: right - 5, y: top + 5 };
    });
    await stage.driver.stopBackground();
    await page.mouse.move(end.x, end.y);
    await until("the worker", () => stage.driver.isBackgroundRunning());
  });

  it.each([
    ["the settings page", "options.html"],
    ["the popup", "popup.html"],
  ])("a sleeping worker hears of what is changed in %s, and open pages follow", async (_, path) => {
    const page = await stage.open(PUTIN);
    await waitForMarks(page);
    const address = path === "popup.html" ? `${path}?tab=${await stage.driver.tabId(page)}` : path;
    const own = await stage.driver.openExtensionPage(address);
    const everywhere = path === "popup.html" ? ".on-all input" : "input[name=is-on]";
    await until("the switch", () => own.$eval(everywhere, (box) => box.checkVisibility()).catch(() => false));
    for (const expected of [[], ["Vladimir Putin"]]) {
      await stage.driver.stopBackground();
      await click(own, everywhere);
      await expectMarks(page, expected);
    }
  });

  it("cleans up in a page that outlives its extension, and reads it anew at once and where it is loaded again", async () => {
    const site = await stage.serve({ "/article": PUTIN });
    const page = await stage.driver.puppet.newPage();
    const noise = await noiseOf(page);
    await page.goto(`${site.origin}/article`);
    await waitForMarks(page);
    await stage.driver.hover(page, 0);
    await stage.driver.waitForCard(page);
    await stage.driver.reloadExtension();
    await page.mouse.move(5, 600, { steps: 3 });
    await until("the old card to go", async () => (await hostCount(page)) === 0);
    for (const reload of [undefined, () => page.reload()]) {
      await reload?.();
      await expectMarks(page, ["Vladimir Putin"]);
      await stage.driver.hover(page, 0);
      expect(textOf(await stage.driver.waitForCard(page), "name")).toBe("Vladimir Putin");
    }
    expect(noise.console).toEqual([]);
  });

  it("asks anew who is not marked where a page comes back as it was left", async () => {
    const site = await stage.serve({ "/article": PUTIN, "/other": PUTIN });
    const page = await stage.driver.open(`${site.at("left.test")}/article`);
    await waitForMarks(page);
    await page.evaluate(() => Object.assign(globalThis, { isAsLeft: true }));
    await page.goto(`${site.at("left.test")}/other`);
    await waitForMarks(page);
    await rest(stage, page);
    await press(stage, page, "ignore");
    await until("the mark to go", async () => (await marks(page)).length === 0);
    // Puppeteer waits for a load that does not come.
    await page.evaluate(() => history.back());
    await until("the page as it was", () => page.evaluate(() => "isAsLeft" in globalThis).catch(() => false));
    await until("the mark to go there", async () => (await marks(page)).length === 0);
  });
});
