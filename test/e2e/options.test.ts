import type { Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { marks, until } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { axeFaults, sticksOut } from "./axe-faults.ts";
import { press, rest } from "./cards.ts";
import { pressDuring, store } from "./popups.ts";

const TEXT = article("<p>Vladimir Putin met Kim Jong Un. Putin left.</p>");
const EMPTY = "You have not excluded any names.";
const KIM_AGAIN = "Kim Jong-un is marked again on 127.0.0.1.";
const PUTIN_AGAIN = "Vladimir Putin is marked again on 127.0.0.1.";

inEachBrowser("the settings page", (stage) => {
  afterEach(async () => {
    // The next test begins with nobody left out.
    await store(await settings(), {});
  });

  const marked = async (page: Page) => (await marks(page)).map(({ text }) => text).join();
  /** What the list says, line by line. */
  const shown = (page: Page) =>
    page.$$eval(".list :is(.site, .name, .none, .removed-text)", (all) => all.map((one) => one.textContent));
  const labels = (page: Page) => page.$$eval(".again", (all) => all.map((one) => one.ariaLabel));
  const focused = (page: Page) =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      const described = document.getElementById(at?.getAttribute("aria-describedby") ?? "");
      return at?.ariaLabel ?? [at?.textContent, described?.textContent].filter(Boolean).join(": ");
    });

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
    await until("word of it", async () => (await shown(list)).join() === `127.0.0.1,Kim Jong-un,${PUTIN_AGAIN}`);
    // Elsewhere there is nothing to undo.
    await until("a shorter list", async () => (await shown(other)).join() === "127.0.0.1,Kim Jong-un");
    // A card changes the list as well.
    await page.bringToFront();
    await rest(stage, page);
    await press(stage, page, "ignore");
    for (const one of [list, other]) await until("the longer list", async () => (await labels(one)).length === 2);
    // Which leaves the focus where it is, and what is back has nothing to undo.
    expect(await shown(list)).toEqual(["127.0.0.1", "Kim Jong-un", "Vladimir Putin"]);
    expect(await focused(list)).toBe("Mark again: Vladimir Putin on 127.0.0.1");
  });

  it("takes a press on a way back that the list is renewed during", async () => {
    const page = await leftOut();
    const list = await settings();
    await pressDuring(list, ".names .item:nth-child(2) .again", async () => {
      await list.evaluate(() => {
        const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        const place = { site: "z.test", isPrivate: false };
        return api.runtime.sendMessage({ name: "ignore", args: ["kremlin", true, place] });
      });
      await until("the longer list", async () => (await labels(list)).length === 3);
    });
    await until("the marks", async () => (await marked(page)) === "Vladimir Putin,Putin");
    await until("word of it", async () => (await shown(list)).includes(PUTIN_AGAIN));
  });

  it("works by keyboard alone: the focus goes to the way back, and with who is put back", async () => {
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
    await until("the way back", async () => (await focused(list)) === `Undo: ${KIM_AGAIN}`);
    await list.keyboard.press("Tab");
    await list.keyboard.press(" ");
    await until("the way back", async () => (await focused(list)) === `Undo: ${PUTIN_AGAIN}`);
    expect(await shown(list)).toEqual(["127.0.0.1", KIM_AGAIN, PUTIN_AGAIN]);
    await until("the marks", async () => (await marked(page)) === "Vladimir Putin,Kim Jong Un,Putin");
    await list.keyboard.press("Enter");
    await until("who is put back", async () => (await focused(list)) === "Mark again: Vladimir Putin on 127.0.0.1");
    await until("the marks", async () => (await marked(page)) === "Kim Jong Un");
  });

  it("lets the way back go ten seconds after pointer and focus have, and never the focus with it", async () => {
    await leftOut();
    const list = await stage.driver.openExtensionPage("options.html");
    await until("the list", async () => (await shown(list)).length === 3);
    await list.bringToFront();
    // The clock of its page goes only where the test has it go.
    await list.evaluate(() => {
      const waits: (() => void)[] = [];
      const real = globalThis.setTimeout;
      globalThis.setTimeout = ((run: () => void, ms = 0) => {
        if (ms !== 10_000) return real(run, ms);
        waits.push(run);
        return 0;
      }) as never;
      Object.assign(globalThis, { tenSecondsLater: () => waits.splice(0).forEach((run) => void run()) });
    });
    const tenSecondsLater = () =>
      list.evaluate(() => (globalThis as unknown as { tenSecondsLater(): void }).tenSecondsLater());
    await list.focus("#ignored");
    await list.keyboard.press("Tab");
    await list.keyboard.press("Enter");
    await until("the way back", async () => (await focused(list)) === `Undo: ${KIM_AGAIN}`);
    await tenSecondsLater();
    expect(await focused(list)).toBe(`Undo: ${KIM_AGAIN}`);
    await list.keyboard.press("Tab");
    await tenSecondsLater();
    expect(await shown(list)).toEqual(["127.0.0.1", "Vladimir Putin"]);
    expect(await focused(list)).toBe("Mark again: Vladimir Putin on 127.0.0.1");
    // By mouse: its focus may be left there, the pointer not.
    await list.mouse.click(5, 5);
    await (await list.$(".again"))?.click();
    await until("the way back", async () => (await shown(list)).join() === `127.0.0.1,${PUTIN_AGAIN}`);
    await tenSecondsLater();
    expect((await shown(list)).join()).toBe(`127.0.0.1,${PUTIN_AGAIN}`);
    await list.mouse.move(5, 5);
    await tenSecondsLater();
    expect(await shown(list)).toEqual([EMPTY]);
    expect(await focused(list)).toBe("Names not marked");
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

declare const chrome: { runtime: { sendMessage(question: object): Promise<unknown> } };
