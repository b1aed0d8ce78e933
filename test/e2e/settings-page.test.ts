import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hostCount, marks, until } from "../../scripts/drive.ts";
import { article, inEachBrowser, pass } from "../stage.ts";
import { change, click, expectMarks, expectTexts, failAt, hold, pressDuring, store, stored, texts } from "./popups.ts";

const TEXT = article(`<nav><p>More about Xi Jinping</p></nav>
  <p>Vladimir Putin met Kim Jong Un, and Putin left North Korea.</p><p>Putin flew home.</p>`);
const EVERY = ["Vladimir Putin", "Kim Jong Un", "Putin", "North Korea", "Putin"];
const without = (...names: string[]) => EVERY.filter((name) => !names.includes(name));
/** What is marked in the example on the page itself. */
const EXAMPLE = ["Vladimir Putin", "Kim Jong Un", "Putin", "North Korea", "Putin", "Kim", "Kremlin", "South Korea"];
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
  /** Has the page begin with what another version has stored. */
  async function begin(values: Record<string, unknown>): Promise<void> {
    await store(own, values);
    await own.close();
    own = await settings();
  }
  const choose = (name: string, value?: string) => click(own, `input[name=${name}]${value ? `[value=${value}]` : ""}`);
  const isChosen = (page: Page, selector: string) => page.$eval(selector, (box) => (box as HTMLInputElement).checked);
  const said = (text: string) => expectTexts(own, ".said", [text]);
  async function add(typed: string, which?: string): Promise<void> {
    await own.bringToFront();
    await own.focus(".host");
    await own.keyboard.type(typed);
    if (which) await own.select("select[name=which]", which);
    await own.keyboard.press("Enter");
  }

  describe("has an open page follow at once:", () => {
    it("on and off", async () => {
      const note = () => own.$eval(".off", (note) => note.checkVisibility() && note.textContent);
      expect(await note()).toBe(false);
      await choose("is-on");
      await expectMarks(page, []);
      await said("Saved.");
      expect(await note()).toBe("Until you turn this on again, nothing is marked anywhere.");
      await choose("is-on");
      await expectMarks(page, EVERY);
      await until("no note", async () => (await note()) === false);
    });

    it("which pages", async () => {
      const shop = await stage.open(SHOP);
      await choose("pages", "every");
      await expectMarks(shop, ["Vladimir Putin"]);
      await choose("pages", "chosen");
      for (const one of [shop, page]) await expectMarks(one, []);
      await choose("pages", "articles");
      await expectMarks(page, EVERY);
      await expectMarks(shop, []);
    });

    it("which mentions, in the example as well", async () => {
      await expectMarks(own, EXAMPLE);
      const count = new Set(await actorsOf(EXAMPLE)).size;
      await choose("mentions", "article");
      await expectMarks(page, ["Vladimir Putin", "Kim Jong Un", "North Korea"]);
      await until("the example", async () => (await marks(own)).length === count);
      await choose("mentions", "paragraph");
      await expectMarks(page, ["Vladimir Putin", "Kim Jong Un", "North Korea", "Putin"]);
      await choose("mentions", "every");
      await expectMarks(page, EVERY);
      await expectMarks(own, EXAMPLE);
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
      const isShown = () => own.$eval("input[name=rest]", (range) => range.checkVisibility());
      expect(await isShown()).toBe(true);
      await choose("by", "click");
      await until("it to be gone", async () => !(await isShown()));
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
      await expectTexts(own, ".add-site .fault", [
        "A website’s name can contain only letters, digits, hyphens and dots.",
      ]);
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
      await said("Saved: 127.0.0.1");
      expect(await field()).toEqual(["", null, true]);
      await add("https://www.News.test/world?page=1", "on");
      await expectTexts(own, ".sites .site .label", ["127.0.0.1", "www.news.test"]);
      // Another choice for the same site.
      await own.select("select[name=site]", "on");
      await expectMarks(page, ["Xi Jinping", ...EVERY].slice(1));
      expect(await stored(own)).toMatchObject({ settings: { sites: { "127.0.0.1": "on", "www.news.test": "on" } } });
      await said("Saved: 127.0.0.1");
      await add("");
      await expectTexts(own, ".add-site .fault", ["Enter a website address, such as www.example.org."]);
      // What was kept before is no word on what is refused now.
      expect(await texts(own, ".said")).toEqual([""]);
    });
  });

  describe("has a list of sites", () => {
    const removed = () => texts(own, ".sites .removed-text");
    const focused = () =>
      own.evaluate(() => {
        const { activeElement: at } = document;
        const described = document.getElementById(at?.getAttribute("aria-describedby") ?? "");
        return at?.ariaLabel ?? [at?.textContent, described?.textContent].filter(Boolean).join(": ");
      });
    const sites = async () => ((await stored(own)) as { settings: { sites: object } }).settings.sites;
    beforeEach(async () => {
      await begin({ settings: { version: 2, sites: { "a.test": "on", "127.0.0.1": "off", "c.test": "off" } } });
      await expectTexts(own, ".sites .site .label", ["127.0.0.1", "a.test", "c.test"]);
    });

    it("from which each can be removed and put back, by keyboard alone: the focus goes to and fro", async () => {
      await own.bringToFront();
      await own.focus(".sites .item:nth-child(2) .remove");
      await own.keyboard.press("Enter");
      await until("the way back", async () => (await focused()) === "Undo: a.test was removed from the list.");
      expect(await texts(own, ".sites .site .label")).toEqual(["127.0.0.1", "c.test"]);
      expect(await sites()).toEqual({ "127.0.0.1": "off", "c.test": "off" });
      // In its own place; another is removed meanwhile.
      await own.keyboard.down("Shift");
      await own.keyboard.press("Tab");
      await own.keyboard.up("Shift");
      expect(await focused()).toBe("Remove: 127.0.0.1");
      await own.keyboard.press(" ");
      await expectMarks(page, EVERY);
      const both = ["127.0.0.1 was removed from the list.", "a.test was removed from the list."];
      await until("both", async () => (await removed()).join() === both.join());
      await own.keyboard.press("Enter");
      await until("it to be back", async () => (await focused()) === "Remove: 127.0.0.1");
      await expectMarks(page, []);
      await own.keyboard.press("Tab");
      await own.keyboard.press("Enter");
      await expectTexts(own, ".sites .site .label", ["127.0.0.1", "a.test", "c.test"]);
      expect(await sites()).toEqual({ "a.test": "on", "127.0.0.1": "off", "c.test": "off" });
    });

    it("to which another window has given a removed one back: nothing is undone then", async () => {
      await click(own, ".sites .item:nth-child(2) .remove");
      await expectTexts(own, ".sites .removed-text", ["a.test was removed from the list."]);
      const other = await settings();
      await change(other, { sites: { "a.test": "off" } });
      await expectTexts(own, ".sites .removed-text", []);
      await expectTexts(own, ".sites .site .label", ["127.0.0.1", "a.test", "c.test"]);
    });

    it("on which a press goes on while another window changes it, and a list that is open stays so", async () => {
      const choice = await own.waitForSelector(".sites .item:nth-child(2) select");
      await pressDuring(own, ".sites .item:nth-child(2) .remove", async () => {
        await change(own, { sites: { "c.test": "on", "d.test": "off" } });
        await expectTexts(own, ".sites .site .label", ["127.0.0.1", "a.test", "c.test", "d.test"]);
        expect(await choice?.evaluate(({ isConnected }) => isConnected)).toBe(true);
        expect(await own.$eval(".sites .item:nth-child(3) select", ({ value }) => value)).toBe("on");
      });
      await expectTexts(own, ".sites .removed-text", ["a.test was removed from the list."]);
    });

    it("in letters of their own, with those that browsers go by beside them", async () => {
      await add("https://Новости.рф/мир");
      await expectTexts(own, ".sites .host-names", ["новости.рф xn--b1amnebsh.xn--p1ai"]);
      expect(await sites()).toMatchObject({ "xn--b1amnebsh.xn--p1ai": "off" });
      expect(await own.$eval(".sites .item:last-child .remove", (one) => one.ariaLabel)).toBe("Remove: новости.рф");
    });
  });

  it("says one thing at a time: a fault wins over good news, and the same twice is said twice", async () => {
    const heard = () =>
      own.evaluate(() => {
        const all: string[] = [];
        const regions = [...document.querySelectorAll<HTMLElement>(".said, .failure")];
        const hear = () =>
          all.push(regions.map(({ role, textContent }) => textContent && `${role}: ${textContent}`).join(""));
        new MutationObserver(hear).observe(document.querySelector(".status") as Node, {
          childList: true,
          subtree: true,
        });
        Object.assign(globalThis, { heard: all });
      });
    const all = () =>
      own.evaluate(() =>
        (globalThis as unknown as { heard: string[] }).heard.filter((one, i, all) => one !== all[i - 1]),
      );
    await heard();
    await choose("badge");
    await said("Saved.");
    await choose("badge");
    await until(
      "it to be said again",
      async () => (await all()).filter((one) => one === "status: Saved.").length === 2,
    );
    expect(await all()).toEqual(["status: Saved.", "", "status: Saved."]);
    // Of two deeds at once, the one that fails.
    await own.evaluate(() => {
      URL.createObjectURL = () => {
        throw new Error("no room");
      };
      document.querySelector<HTMLElement>(".export")?.click();
      document.querySelector<HTMLElement>("[name=badge]")?.click();
    });
    await expectTexts(own, ".status span", ["", "The file could not be created: no room"]);
    await until("both to be done", async () => JSON.stringify(await stored(own)).includes('"badge":false'));
    await pass(own);
    expect((await all()).slice(3)).toEqual(["", "alert: The file could not be created: no room"]);
    // Until the reader does something else.
    await choose("badge");
    await expectTexts(own, ".status span", ["Saved.", ""]);
  });

  it("hides nothing under what it says, neither what has the focus nor what became of a file", async () => {
    const covered = (selector: string) =>
      own.$eval(selector, (one) => {
        const bar = (document.querySelector(".status") as Element).getBoundingClientRect();
        const { top, bottom } = one.getBoundingClientRect();
        return bottom > bar.top || top < 0;
      });
    await own.bringToFront();
    await stage.driver.setMedia(own, { viewport: { width: 360, height: 420 } });
    // Whatever comes into view by Tab, while a long sentence stands at the window's end.
    await own.evaluate(() => {
      URL.createObjectURL = () => {
        throw new Error("there is no room on any of the disks for as much as this, and none can be made");
      };
      document.querySelector<HTMLElement>(".export")?.click();
    });
    await until("the sentence", async () => (await texts(own, ".failure")).join() !== "");
    await own.focus("h1 ~ nav a");
    let who: string | undefined;
    for (let i = 0; who !== "reset deed" && i < 40; i++) {
      await own.keyboard.press("Tab");
      const at = await own.evaluate(() => {
        const { bottom } = (document.activeElement as Element).getBoundingClientRect();
        const { top } = (document.querySelector(".status") as Element).getBoundingClientRect();
        return { who: document.activeElement?.className, isUnder: bottom > top };
      });
      who = at.who;
      expect(at).toEqual({ who, isUnder: false });
    }
    expect(who).toBe("reset deed");
    // And what has it already when something is said.
    await own.focus("[name=badge]");
    await own.$eval("[name=badge]", (box) => scrollBy(0, box.getBoundingClientRect().bottom - innerHeight + 4));
    expect(await covered("[name=badge]")).toBe(true);
    await own.keyboard.press(" ");
    await said("Saved.");
    expect(await covered("[name=badge]")).toBe(false);
  });

  it("keeps what is written from left to right in that order on a page from right to left", async () => {
    await begin({
      settings: { version: 2, sites: { "[::1]": "off", "*.d.test": "off" }, ignored: { "[::2]": ["kim-jong-un"] } },
    });
    await until("the lists", async () => (await texts(own, ".list .name")).length > 0);
    await own.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    /** The characters of an element's text in the order in which they stand on the page. */
    const seen = (selector: string) =>
      own.$eval(selector, (one) => {
        const places: { x: number; character: string }[] = [];
        const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null)
          for (let i = 0; i < node.data.length; i++) {
            const range = new Range();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            places.push({ x: range.getBoundingClientRect().x, character: node.data[i] as string });
          }
        return places
          .sort((a, b) => a.x - b.x)
          .map(({ character }) => character)
          .join("");
      });
    expect(await seen(".keys")).toBe("Alt+.");
    expect(await seen(".sites .label")).toBe("[::1]");
    expect(await seen(".list .site")).toBe("[::2]");
    expect(await seen(".output")).toBe("300 ms");
    // What could not be read.
    expect(await seen(".notice .quoted bdi")).toBe("*.d.test");
    await click(own, ".sites .remove");
    await until("the row", async () => (await texts(own, ".removed-text")).length > 0);
    expect(await seen(".removed-text bdi")).toBe("[::1]");
    await add("[::3]");
    await expectTexts(own, ".said", ["Saved: [::3]"]);
    expect(await seen(".said bdi")).toBe("[::3]");
    // Each stands on the side where the page begins.
    const { left, right } = await own.$eval(".digest-title", (title) => {
      const range = new Range();
      range.selectNodeContents(title);
      const text = range.getBoundingClientRect();
      const page = (title.parentElement as Element).getBoundingClientRect();
      return { left: text.left - page.left, right: page.right - text.right };
    });
    expect(right).toBeLessThan(left);
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

  it("says why it cannot show what holds", async () => {
    const other = await settings();
    await failAt(own, "settings");
    await change(other, { style: "tint" });
    await expectTexts(own, ".status span", ["", "This could not be shown: settings: no memory"]);
    await failAt(own, "settings", false);
    await change(other, { furniture: true });
    await until("what holds", () => isChosen(own, "[value=tint]"));
  });

  it("lets no answer from before a change put the control back that the reader has just set", async () => {
    const other = await settings();
    const [asked, kept] = [await hold(own, "settings"), await hold(own, "change")];
    await change(other, { style: "tint" });
    await until("the question", async () => (await asked.asked()) > 0);
    await choose("furniture");
    await until("the change", async () => (await kept.asked()) > 0);
    await asked.letGo();
    expect(await isChosen(own, "[name=furniture]")).toBe(true);
    await kept.letGo();
    await until("both", async () => isChosen(own, "[value=tint]"));
    expect(await isChosen(own, "[name=furniture]")).toBe(true);
    expect(await stored(own)).toMatchObject({ settings: { style: "tint", furniture: true } });
  });

  it("leaves the length of a rest in the reader's hand, and follows another window once it is let go", async () => {
    const rest = () =>
      own.$eval("input[name=rest]", (range) => [
        (range as HTMLInputElement).value,
        document.querySelector(".output")?.textContent,
      ]);
    const restMs = (ms: number) => change(own, { opening: { restMs: ms } });
    /** What the page has shown of a change from elsewhere. */
    const heard = (style: "tint" | "underline") =>
      change(own, { style }).then(() => until("word of it", () => isChosen(own, `[value=${style}]`)));
    const box = async () => {
      await own.bringToFront();
      await own.$eval("input[name=rest]", (range) => range.scrollIntoView({ block: "center" }));
      return own.$eval("input[name=rest]", (range) => {
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y: y + height / 2, width };
      });
    };
    const { x, y, width } = await box();
    const at = (share: number) => [x + 8 + share * (width - 16), y] as const;
    await own.mouse.move(...at(0.3));
    await own.mouse.down();
    await own.mouse.move(...at(0.8), { steps: 4 });
    const [, held] = await rest();
    expect(held).not.toBe("300 ms");
    await restMs(0);
    await heard("tint");
    expect((await rest())[1]).toBe(held);
    // Let go where it was taken, it says nothing of its own; and it may be let go anywhere.
    await own.mouse.move(...at(0.3), { steps: 4 });
    await own.mouse.move(at(0.3)[0], y - 150);
    await own.mouse.up();
    await until("what holds", async () => (await rest()).join() === "0,0 ms");
    await restMs(900);
    await until("what comes later", async () => (await rest()).join() === "900,900 ms");
    // Where there is no length of a rest any more, it leaves the hand.
    await own.mouse.move(...at(0.9));
    await own.mouse.down();
    await own.mouse.move(...at(0.2), { steps: 4 });
    await change(own, { opening: { by: "click" } });
    await until("it to be off", () => own.$eval("input[name=rest]", (range) => (range as HTMLInputElement).disabled));
    await own.mouse.up();
    await change(own, { opening: { by: "rest", restMs: 500 } });
    await until("what comes later", async () => (await rest()).join() === "500,500 ms");
    // What is let go elsewhere is the reader's own.
    await own.mouse.move(...at(0.5));
    await own.mouse.down();
    await own.mouse.move(...at(1), { steps: 4 });
    await restMs(100);
    await own.mouse.up();
    await until("the reader's", async () => JSON.stringify(await stored(own)).includes('"restMs":1000'));
  });

  it.each([
    [
      "a later version",
      { version: 9, style: "tint", pages: { only: "news" } },
      "These settings were saved by a newer version of Dramatis.",
    ],
    ["a spoilt store", { version: 2, style: 12, badge: false }, "Some settings could not be read"],
  ])("says so of %s, and what of it is not as it was", async (_, settings, notice) => {
    await begin({ settings });
    await until("word of it", async () => (await texts(own, ".notice")).join().startsWith(notice));
    if (!("pages" in settings)) expect((await texts(own, ".notice")).join()).toContain("“Mark style”");
    await choose("furniture");
    await said("Saved.");
    expect(Object.values(await stored(own))).toContainEqual(settings);
  });

  // Firefox sets no limit that a test could reach.
  it.skipIf(stage.kind === "firefox")("says where storage is full, and stands as it stood", async () => {
    await store(own, { filling: "x".repeat(QUOTA_BYTES - 100) });
    await add("news.test");
    await until("word of it", async () =>
      /^This could not be saved: .*quota/i.test((await texts(own, ".failure")).join()),
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
      await said("All settings were reset.");
      await until("the usual look", () => isChosen(own, "[value=underline]"));
      await click(own, ".status .undo");
      await said("Your previous settings are back.");
      expect((await stored(own))["settings"]).toEqual(settings);
      await click(own, ".reset");
      await until("the usual look", () => isChosen(own, "[value=underline]"));
      await upload(text);
      await until("the tint", () => isChosen(own, "[value=tint]"));
      await expectTexts(own, ".sites .site .label", ["www.news.test"]);
      expect((await stored(own))["settings"]).toEqual(settings);
      expect((await texts(own, ".told .line")).join()).toMatch(/^From “upload.json”:,Restored: .*“Mark style”/);
      // What has been changed since is not undone.
      await choose("badge");
      await until("no way back", () => own.$eval(".status .undo", (undo) => (undo as HTMLElement).hidden));
    });

    it("of what was there before a reset, the way back outlives a second one, until something else is changed", async () => {
      await choose("style", "tint");
      await said("Saved.");
      const { settings } = await stored(own);
      await click(own, ".reset");
      await said("All settings were reset.");
      const again = await hold(own, "reset");
      await click(own, ".reset");
      // Whatever is said then is said of the second.
      expect(await texts(own, ".said")).toEqual([""]);
      await again.letGo();
      await said("All settings were reset.");
      await click(own, ".status .undo");
      await said("Your previous settings are back.");
      expect((await stored(own))["settings"]).toEqual(settings);
      await click(own, ".reset");
      await said("All settings were reset.");
      await choose("badge");
      await said("Saved.");
      await click(own, ".reset");
      await said("All settings were reset.");
      await click(own, ".status .undo");
      await said("Your previous settings are back.");
      expect(await stored(own)).toMatchObject({ settings: { style: "underline", badge: false } });
    });

    it("leaves the reader where they are when a reset is undone", async () => {
      await click(own, ".reset");
      await said("All settings were reset.");
      await own.evaluate(() => scrollTo(0, 0));
      await click(own, ".status .undo");
      await said("Your previous settings are back.");
      expect(await own.evaluate(() => scrollY)).toBe(0);
    });

    it("undoes no change that another window has made since a reset, even where this one has not heard of it", async () => {
      await choose("style", "tint");
      await said("Saved.");
      await click(own, ".reset");
      await said("All settings were reset.");
      await own.evaluate(() => {
        const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        void api.runtime.sendMessage({ name: "change", args: [{ badge: false }, false] });
        document.querySelector<HTMLElement>(".status .undo")?.click();
      });
      await expectTexts(own, ".failure", ["Settings have been changed since, so this can no longer be undone."]);
      expect(await stored(own)).toMatchObject({ settings: { style: "underline", badge: false } });
    });

    it("which can be chosen by keyboard, and seen to be", async () => {
      await own.bringToFront();
      await own.focus(".export");
      const ring = () => own.$eval(".chooser", (label) => getComputedStyle(label).outlineStyle);
      expect(await ring()).toBe("none");
      await own.keyboard.press("Tab");
      expect(await own.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe("file");
      expect(await ring()).toBe("solid");
      // All of the button is the control.
      const hit = await own.$eval(".chooser", (label) => {
        label.scrollIntoView({ block: "center" });
        const { x, y, width, height } = label.getBoundingClientRect();
        return [0.02, 0.5, 0.98].map(
          (share) => document.elementFromPoint(x + share * width, y + height / 2)?.className,
        );
      });
      expect(hit).toEqual(["file", "file", "file"]);
    });

    it("tells what became of one in plain sight, in however small a window", async () => {
      await own.bringToFront();
      await stage.driver.setMedia(own, { viewport: { width: 360, height: 420 } });
      await own.$eval(".chooser", (label) => label.scrollIntoView({ block: "end" }));
      await upload('{"style":"tint","pages":"some","colour":"red"}');
      await expectTexts(own, ".said", ["Saved."]);
      const under = await own.$eval(".told", (told) => {
        const bar = (document.querySelector(".status") as Element).getBoundingClientRect();
        return told.getBoundingClientRect().bottom - bar.top;
      });
      expect(under).toBeLessThanOrEqual(0);
    });

    it("tells of a file that can be read in part what holds now and what was left, in the page's own words", async () => {
      await upload(
        '{"sites":{"good.example":"off","bad host":"on"},"opening":{"by":"click","restMs":"x"},"kinds":{"person":false,"state":"no"}}',
      );
      await expectTexts(own, ".told .line", [
        "From “upload.json”:",
        "Restored: “Open a card” and “Kinds of names”",
        "Added to “Sites with their own setting”: “good.example”",
        "Could not be read, so left as before: “bad host”, “Countries and territories”, and “Delay before a card opens”",
      ]);
      await said("Saved.");
      await upload('{"sites":{},"opening":{"restMs":"x"}}');
      await expectTexts(own, ".told .line", [
        "From “upload.json”:",
        "Could not be read, so left as before: “Delay before a card opens”",
      ]);
      // Nothing has been saved, so nothing says so.
      expect(await texts(own, ".status span")).toEqual(["", ""]);
    });

    it("and loses nothing by one that is none, or a spoilt one", async () => {
      await add("www.news.test", "on");
      await expectTexts(own, ".sites .site .label", ["www.news.test"]);
      const { settings } = await stored(own);
      await upload("<html>");
      await expectTexts(own, ".told .line", ["“upload.json” could not be read. Nothing was changed."]);
      expect((await stored(own))["settings"]).toEqual(settings);
      await upload('{"name":"something else"}');
      await expectTexts(own, ".told .line", ["“upload.json” contains no Dramatis settings. Nothing was changed."]);
      await upload(
        '{"style":"tint","pages":"some","sites":{"b.test":"off","c.test":7,"*.d.test":"off"},"colour":"red"}',
      );
      await expectTexts(own, ".told .line", [
        "From “upload.json”:",
        "Restored: “Mark style”",
        "Added to “Sites with their own setting”: “b.test”",
        "Could not be read, so left as before: “Pages to mark”, “c.test”, and “*.d.test”",
        "Not a Dramatis setting, so ignored: “colour”",
      ]);
      expect((await stored(own))["settings"]).toEqual({
        ...(settings as object),
        style: "tint",
        sites: { "b.test": "off", "www.news.test": "on" },
      });
      // Until that is said the bar grows.
      await said("Saved.");
      await click(own, ".status .undo");
      await said("Your previous settings are back.");
      expect((await stored(own))["settings"]).toEqual(settings);
    });
  });

  it("gives its buttons the edges of its fields, and each group of choices a name that says what it is about", async () => {
    const edge = (selector: string) => own.$eval(selector, (one) => getComputedStyle(one).borderTopColor);
    const edges = await Promise.all([".add", ".export", ".chooser", ".open-shortcuts"].map(edge));
    expect(new Set(edges)).toEqual(new Set([await edge(".host")]));
    expect(await texts(own, ".marks .legend")).toEqual([
      "Mentions to mark",
      "Kinds of names",
      "Around the article",
      "Toolbar button",
    ]);
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

declare const chrome: { runtime: { sendMessage(question: object): Promise<unknown> } };

/** What Chromium lets an extension store. */
const QUOTA_BYTES = 10 * 1024 * 1024;

/** Who is meant by the names of the example. */
function actorsOf(names: readonly string[]): string[] {
  return names.map((name) => (/Putin/.test(name) ? "putin" : /Kim/.test(name) ? "kim" : name));
}
