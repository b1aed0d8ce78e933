import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hostCount, marks, until } from "../../scripts/drive.ts";
import { article, inEachBrowser, pass } from "../stage.ts";
import { click, expectMarks, expectTexts, store, stored, texts } from "./popups.ts";

const TEXT = article(`<nav><p>More about Xi Jinping</p></nav>
  <p>Vladimir Putin met Kim Jong Un, and Putin left North Korea.</p><p>Putin flew home.</p>`);
const EVERY = ["Vladimir Putin", "Kim Jong Un", "Putin", "North Korea", "Putin"];
const without = (...names: string[]) => EVERY.filter((name) => !names.includes(name));
const SHOP = `<!doctype html><html lang="en"><title>Shop</title><p>Mugs with Vladimir Putin.</p></html>`;

inEachBrowser("the settings page", (stage) => {
  let own: Page;
  let page: Page;
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "dramatis-files-"));
    page = await stage.open(TEXT);
    await expectMarks(page, EVERY);
    own = await settings();
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await store(own, {});
  });

  async function settings(): Promise<Page> {
    const opened = await stage.driver.openExtensionPage("options.html");
    await until("the settings", () =>
      opened.$eval("input[name=style]", () => document.querySelector(":checked") !== null),
    );
    return opened;
  }
  const choose = (name: string, value?: string) => click(own, `input[name=${name}]${value ? `[value=${value}]` : ""}`);
  const isChosen = (page: Page, selector: string) => page.$eval(selector, (box) => (box as HTMLInputElement).checked);
  const said = (text: string) => expectTexts(own, ".said", [text]);
  /** What is marked in the example on the page itself. */
  const example = async () => (await marks(own)).map(({ text }) => text);
  async function add(typed: string, which?: string): Promise<void> {
    await own.bringToFront();
    await own.focus(".host");
    await own.keyboard.type(typed);
    if (which) await own.select("select[name=which]", which);
    await own.keyboard.press("Enter");
  }

  describe("has an open page follow at once:", () => {
    it("on and off", async () => {
      await choose("is-on");
      await expectMarks(page, []);
      await said("Saved.");
      await choose("is-on");
      await expectMarks(page, EVERY);
    });

    it("which pages", async () => {
      const shop = await stage.open(SHOP);
      await choose("pages", "every");
      await expectMarks(shop, ["Vladimir Putin"]);
      await choose("pages", "chosen");
      for (const one of [shop, page]) await expectMarks(one, []);
      await choose("pages", "articles");
      await expectMarks(page, EVERY);
      expect(await marks(shop)).toEqual([]);
    });

    it("which mentions, in the example as well", async () => {
      const all = await example();
      await choose("mentions", "article");
      await expectMarks(page, ["Vladimir Putin", "Kim Jong Un", "North Korea"]);
      await until("the example", async () => (await example()).length === new Set(await actorsOf(all)).size);
      await choose("mentions", "paragraph");
      await expectMarks(page, ["Vladimir Putin", "Kim Jong Un", "North Korea", "Putin"]);
      await choose("mentions", "every");
      await expectMarks(page, EVERY);
      expect(await example()).toEqual(all);
    });

    it("kinds", async () => {
      await choose("kind-person");
      await expectMarks(page, ["North Korea"]);
      await choose("kind-state");
      await expectMarks(page, []);
      await choose("kind-person");
      await expectMarks(page, without("North Korea"));
    });

    it("menus and teasers", async () => {
      await choose("furniture");
      await expectMarks(page, ["Xi Jinping", ...EVERY]);
    });

    it("the number on the button", async () => {
      const badge = (text: string) => until(`“${text}”`, async () => (await stage.driver.toolbar(page)).badge === text);
      await badge("3");
      await choose("badge");
      await badge("");
    });

    it("the look of a mark, in the example as well", async () => {
      const styles = async (where: Page) => [...new Set((await marks(where)).map(({ highlight }) => highlight))].join();
      for (const where of [own, page]) expect(await styles(where)).toBe("dramatis-underline");
      await choose("style", "tint");
      for (const where of [own, page]) await until("the tint", async () => (await styles(where)) === "dramatis-tint");
      await choose("style", "hover");
      for (const where of [own, page]) await expectMarks(where, []);
    });

    it("what opens a card, which can be tried on the example", async () => {
      await choose("by", "click");
      await stage.driver.hover(own, 0);
      await pass(own);
      expect(await hostCount(own)).toBe(0);
      await own.mouse.down();
      await own.mouse.up();
      await stage.driver.waitForCard(own);
      await own.keyboard.press("Escape");
      await page.bringToFront();
      await stage.driver.hover(page, 0);
      await pass(page);
      expect(await hostCount(page)).toBe(0);
    });

    it("the length of a rest, by keyboard", async () => {
      await own.bringToFront();
      await own.focus("input[name=rest]");
      await own.keyboard.press("End");
      await expectTexts(own, ".output", ["1,000 ms"]);
      await said("Saved.");
      await own.keyboard.press("Home");
      await expectTexts(own, ".output", ["0 ms"]);
      await until("it to be kept", async () =>
        JSON.stringify(await stored(own)).includes('"opening":{"by":"rest","restMs":0}'),
      );
      await stage.driver.hover(own, 0);
      await stage.driver.waitForCard(own);
      // Without a rest there is none to set.
      await own.keyboard.press("Escape");
      await choose("by", "click");
      await until("it to be off", () => own.$eval("input[name=rest]", (range) => (range as HTMLInputElement).disabled));
    });

    it("the size of text", async () => {
      const size = () => own.$eval("h1", (title) => Number.parseFloat(getComputedStyle(title).fontSize));
      const before = await size();
      await own.select("select[name=text-size]", "1.5");
      await until("larger text", async () => (await size()) === 1.5 * before);
      await page.bringToFront();
      await stage.driver.hover(page, 0);
      await stage.driver.waitForCard(page);
      const inCard = await stage.driver.inCard(
        page,
        (root) => getComputedStyle(root.querySelector(".card") as Element).fontSize,
      );
      expect(inCard).toBe("24px");
    });

    it("sites, by name or pasted address; what is no site is said beside the field and stays there", async () => {
      await add("two words");
      await expectTexts(own, ".add-site .fault", ["This is neither a host name nor the address of a web page."]);
      const field = () =>
        own.$eval(".host", (input) => [
          (input as HTMLInputElement).value,
          input.ariaInvalid,
          document.activeElement === input,
        ]);
      expect(await field()).toEqual(["two words", "true", true]);
      await own.keyboard.down("Control");
      await own.keyboard.press("a");
      await own.keyboard.up("Control");
      await own.keyboard.type("127.0.0.1");
      expect(await texts(own, ".add-site .fault")).toEqual([""]);
      await own.keyboard.press("Enter");
      await expectMarks(page, []);
      await said("127.0.0.1 is in the list.");
      expect(await field()).toEqual(["", null, true]);
      await add("https://www.News.test/world?page=1", "on");
      await expectTexts(own, ".sites .site .label", ["127.0.0.1", "www.news.test"]);
      // Another choice for the same site.
      await own.select("select[name=site]", "on");
      await expectMarks(page, ["Xi Jinping", ...EVERY].slice(1));
      expect(await stored(own)).toMatchObject({ settings: { sites: { "127.0.0.1": "on", "www.news.test": "on" } } });
      await click(own, ".remove");
      await said("127.0.0.1 was removed from the list.");
      await expectTexts(own, ".sites .site .label", ["www.news.test"]);
      expect(await own.evaluate(() => document.activeElement?.ariaLabel)).toBe("Remove: www.news.test");
      await add("");
      await expectTexts(own, ".add-site .fault", ["Type a host name or paste an address."]);
    });
  });

  it("follows what another window changes, and loses nothing of it", async () => {
    const other = await settings();
    await own.bringToFront();
    await own.focus(".host");
    await own.keyboard.type("half a na");
    await click(other, "input[name=style][value=tint]");
    await click(own, "input[name=furniture]");
    await until(
      "both",
      async () => (await isChosen(own, "[value=tint]")) && (await isChosen(other, "[name=furniture]")),
    );
    expect(await own.$eval(".host", (input) => (input as HTMLInputElement).value)).toBe("half a na");
    expect(await stored(own)).toMatchObject({ settings: { style: "tint", furniture: true } });
  });

  it.each([
    [
      "a later version",
      { version: 9, style: "tint", pages: { only: "news" } },
      "A later version of Dramatis wrote these settings.",
    ],
    ["a spoilt store", { version: 2, style: 12, badge: false }, "Some settings could not be read"],
  ])("says so of %s, and what of it is not as it was", async (_, settings, notice) => {
    await store(own, { settings });
    await until("word of it", async () => (await texts(own, ".notice")).join().startsWith(notice));
    if (!("pages" in settings)) expect((await texts(own, ".notice")).join()).toContain("“How a mark looks”");
    await choose("furniture");
    await said("Saved.");
    expect(Object.values(await stored(own))).toContainEqual(settings);
  });

  // Firefox sets no limit that a test could reach.
  it.skipIf(stage.kind === "firefox")("says where storage is full, and stands as it stood", async () => {
    await store(own, { filling: "x".repeat(QUOTA_BYTES - 100) });
    await add("news.test");
    await until("word of it", async () =>
      /^This could not be stored: .*quota/i.test((await texts(own, ".failure")).join()),
    );
    await choose("style", "tint");
    await until("the choice before", () => isChosen(own, "[value=underline]"));
    // By now it would long have gone.
    expect(await own.$eval(".host", (input) => (input as HTMLInputElement).value)).toBe("news.test");
    await expectMarks(page, EVERY);
  });

  describe("keeps settings in a file", () => {
    const upload = async (text: string) => {
      const path = join(folder, "upload.json");
      writeFileSync(path, text);
      const input = await own.$("input[type=file]");
      await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
    };
    /** What has been saved, once it is there to its end. */
    const saved = () =>
      until("the file", () => {
        const name = readdirSync(folder).find((name) => name.endsWith(".json"));
        const text = name ? readFileSync(join(folder, name), "utf8") : "";
        return text.endsWith("}\n") && text;
      });

    it("which brings them back after a reset; a reset can be undone", async () => {
      await stage.driver.saveDownloadsIn(folder);
      await choose("style", "tint");
      await said("Saved.");
      await add("www.news.test", "on");
      await expectTexts(own, ".sites .site .label", ["www.news.test"]);
      const { settings } = await stored(own);
      await click(own, ".export");
      const text = await saved();
      expect(JSON.parse(text)).toEqual({ dramatis: "settings", ...(settings as object) });
      await click(own, ".reset");
      await said("All is as it was at first.");
      await until("the usual look", () => isChosen(own, "[value=underline]"));
      await click(own, ".status .undo");
      await said("All is as it was before.");
      expect((await stored(own))["settings"]).toEqual(settings);
      await click(own, ".reset");
      await until("the usual look", () => isChosen(own, "[value=underline]"));
      await upload(text);
      await until("the tint", () => isChosen(own, "[value=tint]"));
      await expectTexts(own, ".sites .site .label", ["www.news.test"]);
      expect((await stored(own))["settings"]).toEqual(settings);
      expect((await texts(own, ".told .line")).join()).toMatch(/^Taken over: .*“How a mark looks”/);
      // What has been changed since is not undone.
      await choose("badge");
      await until("no way back", () => own.$eval(".status .undo", (undo) => (undo as HTMLElement).hidden));
    });

    it("and loses nothing by one that is none, or a spoilt one", async () => {
      await add("www.news.test", "on");
      await expectTexts(own, ".sites .site .label", ["www.news.test"]);
      const { settings } = await stored(own);
      await upload("<html>");
      await expectTexts(own, ".told .line", ["This file cannot be read. Nothing was changed."]);
      expect((await stored(own))["settings"]).toEqual(settings);
      await upload('{"name":"something else"}');
      await expectTexts(own, ".told .line", ["This file holds no settings of Dramatis. Nothing was changed."]);
      await upload('{"style":"tint","pages":"some","sites":{"b.test":"off","c.test":7},"colour":"red"}');
      await expectTexts(own, ".told .line", [
        "Taken over: (“How a mark looks”)",
        "Not readable, or not all of it; what was there before stays: (“On which pages” and “Sites switched on or off”)",
        "Not known here: (“colour”)",
      ]);
      expect((await stored(own))["settings"]).toEqual({
        ...(settings as object),
        style: "tint",
        sites: { "b.test": "off", "www.news.test": "on" },
      });
      await click(own, ".status .undo");
      await said("All is as it was before.");
      expect((await stored(own))["settings"]).toEqual(settings);
    });
  });

  it("lists the keys, and leads to where the browser changes them", async () => {
    expect(await texts(own, ".keys")).toEqual(["Alt+.", "Alt+,", "Ctrl+Shift+.", "Ctrl+Shift+,"]);
    const there = { chrome: "chrome://extensions/shortcuts", firefox: "about:addons" };
    await click(own, ".open-shortcuts");
    await until("the browser's page", async () =>
      (await stage.driver.puppet.pages()).some((one) => one.url().startsWith(there[stage.kind])),
    );
  });
});

/** What Chromium lets an extension store. */
const QUOTA_BYTES = 10 * 1024 * 1024;

/** Who is meant by the names of the example. */
function actorsOf(names: readonly string[]): string[] {
  return names.map((name) => (/Putin/.test(name) ? "putin" : /Kim/.test(name) ? "kim" : name));
}
