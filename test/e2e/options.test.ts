import type { Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { marks, until } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { axeFaults, sticksOut } from "./axe-faults.ts";
import { press, rest } from "./cards.ts";

const TEXT = article("<p>Vladimir Putin met Kim Jong Un. Putin left.</p>");
const EMPTY = "No name is left out on any site.";

inEachBrowser("the settings page", (stage) => {
  afterEach(async () => {
    // The next test begins with nobody left out.
    const page = await settings();
    for (const button of await page.$$(".again")) await button.evaluate((again) => (again as HTMLElement).click());
    await until("an empty list", async () => (await shown(page)).join() === EMPTY);
  });

  const marked = async (page: Page) => (await marks(page)).map(({ text }) => text).join();
  /** What the list says, line by line. */
  const shown = (page: Page) =>
    page.$$eval(".list :is(.site, .name, .none)", (all) => all.map((one) => one.textContent));
  const labels = (page: Page) => page.$$eval(".again", (all) => all.map((one) => one.ariaLabel));
  const status = (page: Page) => page.$eval(".said", (one) => one.textContent);
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);

  async function settings(): Promise<Page> {
    const page = await stage.driver.openExtensionPage("options.html");
    await until("the list", async () => (await shown(page)).length > 0);
    return page;
  }
  /** An article on which both of its actors were said not to be meant, by real clicks on their cards. */
  async function leftOut(): Promise<Page> {
    const page = await stage.open(TEXT);
    for (const before of ["Vladimir Putin,Kim Jong Un,Putin", "Kim Jong Un"]) {
      await until("the marks", async () => (await marked(page)) === before);
      await rest(stage, page);
      await press(stage, page, "ignore");
      await until("the notice", async () => (await marked(page)) !== before);
      await press(stage, page, "close");
    }
    return page;
  }

  it("lists who is left out on which site, and takes it back: open pages are marked again at once", async () => {
    const page = await leftOut();
    const list = await settings();
    const other = await settings();
    expect(await shown(list)).toEqual(["127.0.0.1", "Kim Jong-un", "Vladimir Putin"]);
    await list.bringToFront();
    const [, putin] = await list.$$(".again");
    await putin?.click();
    await until("the marks", async () => (await marked(page)) === "Vladimir Putin,Putin");
    await until("word of it", async () => (await status(list)) === "Vladimir Putin is marked again on 127.0.0.1.");
    for (const one of [list, other])
      await until("a shorter list", async () => (await shown(one)).join() === "127.0.0.1,Kim Jong-un");
    expect(await status(other)).toBe("");
    // A card changes the list as well.
    await page.bringToFront();
    await rest(stage, page);
    await press(stage, page, "ignore");
    await until("the longer list", async () => (await shown(list)).length === 3);
    // Which leaves the focus where it is.
    expect(await focused(list)).toBe("Mark again: Kim Jong-un on 127.0.0.1");
  });

  it("works by keyboard alone, and the focus goes on to who is next, at last to the heading", async () => {
    const page = await leftOut();
    const list = await settings();
    await list.bringToFront();
    expect(await labels(list)).toEqual([
      "Mark again: Kim Jong-un on 127.0.0.1",
      "Mark again: Vladimir Putin on 127.0.0.1",
    ]);
    await list.focus("#ignored");
    await list.keyboard.press("Tab");
    expect(await focused(list)).toBe("Mark again: Kim Jong-un on 127.0.0.1");
    await list.keyboard.press("Enter");
    await until("the next", async () => (await focused(list)) === "Mark again: Vladimir Putin on 127.0.0.1");
    await list.keyboard.press(" ");
    await until("the heading", async () => (await focused(list)) === "Not marked on these sites");
    expect(await shown(list)).toEqual([EMPTY]);
    await until("the marks", async () => (await marked(page)) === "Vladimir Putin,Kim Jong Un,Putin");
  });

  it("has nothing that axe finds, with a list and without, light and dark, nor anything that sticks out at 360 px", async () => {
    const list = await settings();
    expect(await axeFaults(list)).toEqual([]);
    await leftOut();
    await until("the list", async () => (await shown(list)).length === 3);
    await list.bringToFront();
    for (const scheme of ["light", "dark"] as const) {
      await stage.driver.setMedia(list, { scheme, viewport: { width: 360, height: 700 } });
      expect(await sticksOut(list)).toBe(0);
      expect(await axeFaults(list)).toEqual([]);
    }
    await list.evaluate(() => {
      const again = document.querySelector<HTMLElement>(".again");
      if (!again) return;
      again.ariaLabel = "";
      again.textContent = "";
      (document.querySelector(".list .site") as HTMLElement).style.color = "#444";
    });
    expect((await axeFaults(list)).map((fault) => fault.split(":")[0])).toEqual(
      expect.arrayContaining(["button-name", "color-contrast"]),
    );
  });
});
