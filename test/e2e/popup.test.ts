import { createServer } from "node:http";
import axe from "axe-core";
import type { Page } from "puppeteer-core";
import { afterEach, expect, it } from "vitest";
import { marks, textOf, until, waitForMarks } from "../../scripts/drive.ts";
import { listen } from "../../scripts/serve.ts";
import { article, inEachBrowser, pass } from "../stage.ts";
import { FAR, rest } from "./cards.ts";
import {
  change,
  click,
  countStarts,
  expectMarks,
  expectTexts,
  failAt,
  hold,
  openPopup,
  pressDuring,
  starts,
  store,
  texts,
} from "./popups.ts";
import { outOfOrder } from "./reading-order.ts";

const TEXT = article(
  `<p>Vladimir Putin met Kim Jong Un.</p>${FAR}<p>Putin left North Korea.</p>${FAR}<p>Kim saw Putin off.</p>`,
);
const NAMES = ["Vladimir Putin", "Kim Jong Un", "Putin", "North Korea", "Kim", "Putin"];
const OFF = "Turned off on this site.";

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
  const press = (popup: Page, part: string) =>
    popup.evaluate((part) => {
      const root = document.querySelector(".entry")?.shadowRoot;
      root?.querySelector<HTMLElement>(`.${part}`)?.click();
    }, part);
  /** What has the focus, and whether the reader sees that. */
  const focused = (popup: Page) =>
    popup.evaluate(() => {
      const outer = document.activeElement;
      const { className, textContent } = outer?.shadowRoot?.activeElement ?? outer ?? {};
      return `${className}: ${textContent}`;
    });
  /** The popup about an article, where the second of its names has been chosen by keyboard. */
  async function enterKim(): Promise<Page> {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await popup.bringToFront();
    await popup.focus(".item:nth-child(2) .actor");
    await popup.keyboard.press("Enter");
    await expectTexts(popup, ".place", ["1 of 2"]);
    return popup;
  }
  const tabs = (path: string) => async () => (await stage.driver.addresses()).some((one) => one.endsWith(path));
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
    expect(await texts(popup, ".label")).toEqual(["Mark names", "On news.test"]);
    expect(await texts(popup, ".why")).toEqual(["This page looks like an article."]);
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
    await expectTexts(popup, ".why", ["Turned off on all sites."]);
    expect(await popup.$eval(".on-site input", (box) => (box as HTMLInputElement).disabled)).toBe(true);
    // What holds here.
    expect([await isOn(popup, "on-site"), await isOn(popup, "on-all")]).toEqual([false, false]);
    await click(popup, ".on-all");
    await expectMarks(page, NAMES);
    await until("the switch", () => isOn(popup, "on-site"));
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

  it("takes a press on a name that the list is renewed during", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await pressDuring(popup, ".item:nth-child(2) .actor", async () => {
      await change(popup, { kinds: { state: false } });
      await expectTexts(popup, ".list .name", ["Vladimir Putin", "Kim Jong-un"]);
    });
    await expectTexts(popup, ".place", ["1 of 2"]);
    expect(await inEntry(popup, "name")).toBe("Kim Jong-un");
  });

  it("says why it cannot show somebody, and stays at the list", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await failAt(popup, "describe");
    await click(popup, ".actor");
    await expectTexts(popup, ".failure", ["This could not be shown: describe: no memory"]);
    // Whatever else becomes different then.
    await change(popup, { kinds: { state: false } });
    await expectTexts(popup, ".list .name, .detail", ["Vladimir Putin", "Kim Jong-un"]);
    expect(await focused(popup)).toMatch(/^actor: Vladimir Putin/);
    await failAt(popup, "describe", false);
    await click(popup, ".actor");
    await expectTexts(popup, ".place, .failure", ["", "1 of 3"]);
    await click(popup, ".detail .back");
    await expectTexts(popup, ".list .name, .detail", ["Vladimir Putin", "Kim Jong-un"]);
  });

  // Of what a script of ours listens to, Firefox tells nothing.
  if (stage.kind === "chrome")
    it("leaves no listener behind in the page for a step", async () => {
      const page = await stage.open(TEXT);
      await expectMarks(page, NAMES);
      const popup = await openPopup(stage, page);
      await click(popup, ".actor");
      await expectTexts(popup, ".place", ["1 of 3"]);
      const session = await page.createCDPSession();
      const listeners = async () => {
        await session.send("HeapProfiler.collectGarbage");
        return (await page.metrics()).JSEventListeners;
      };
      const before = await listeners();
      for (let at = 1; at <= 12; at++) {
        await click(popup, ".next");
        await expectTexts(popup, ".place", [`${(at % 3) + 1} of 3`]);
      }
      expect(await listeners()).toBe(before);
    });

  it("says that marks are hidden, lists the names all the same, and shows the marks again", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    await stage.driver.command(page, "toggle-marks");
    await expectMarks(page, []);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".why", ["You have hidden the marks on this page."]);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await click(popup, ".unhide");
    await expectMarks(page, NAMES);
    await expectTexts(popup, ".why", ["This page looks like an article."]);
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
    expect(order).toEqual(["settings", "box", "Mark names on 127.0.0.1", "actor", "actor"]);
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
    await expectTexts(popup, ".why", ["Names are marked because you asked."]);
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
    await press(popup, "ignore");
    await expectMarks(page, ["Kim Jong Un", "North Korea", "Kim"]);
    await until("the notice", async () => (await inEntry(popup, "ignored")).includes("127.0.0.1"));
    // A step would take the way back with it.
    await expectTexts(popup, ".place", []);
    await press(popup, "undo");
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

  /** A site that answers nothing until it is let go, and then breaks off. */
  const silent = async () => {
    let letGo = () => {};
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
    const server = createServer((_, response) => void isLetGo.then(() => response.destroy()));
    const asked = new Promise((resolve) => server.once("request", resolve));
    const { port, close } = await listen(server);
    return { origin: `http://127.0.0.1:${port}`, asked, letGo, close };
  };

  it("says that no extension may be where the site of a new tab comes to nothing, but not while it is waited for", async () => {
    const site = await silent();
    try {
      const page = await stage.driver.open("about:blank");
      const id = await stage.driver.tabId(page);
      const failed = page.goto(`${site.origin}/article`).catch(() => {});
      await site.asked;
      const popup = await stage.driver.openExtensionPage(`popup.html?tab=${id}`);
      await until("the switches", async () => (await texts(popup, ".label")).length > 0);
      // By then it has looked at the tab as well.
      await pass(popup);
      expect(await texts(popup, ".why")).toEqual([""]);
      site.letGo();
      await failed;
      await expectTexts(popup, ".why", ["Your browser does not let extensions read this page."]);
    } finally {
      await site.close();
    }
  });

  // In Firefox a page answers us while it waits for a request, and nothing else that a test can end holds it up.
  it.skipIf(stage.kind === "firefox")(
    "can be used while the page is too busy to answer, and switches what it shows then",
    async () => {
      const site = await silent();
      try {
        const page = await stage.open(TEXT);
        await expectMarks(page, NAMES);
        const id = await stage.driver.tabId(page);
        const busy = page.evaluate((url) => {
          const request = new XMLHttpRequest();
          // Holds the page's main thread up.
          request.open("GET", url, false);
          try {
            request.send();
          } catch {}
        }, site.origin);
        await site.asked;
        const popup = await stage.driver.openExtensionPage(`popup.html?tab=${id}`);
        await expectTexts(popup, ".label", ["Mark names", "On 127.0.0.1"]);
        expect(await texts(popup, ".why, .list, .failure")).toEqual(["", ""]);
        await click(popup, ".on-all");
        await until("the other switch to follow", async () => !(await isOn(popup, "on-site")));
        site.letGo();
        await busy;
        await expectTexts(popup, ".why", ["Turned off on all sites."]);
        await expectMarks(page, []);
      } finally {
        await site.close();
      }
    },
  );

  it("lets no answer from before a change put the switch back that the reader has just used", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    const own = await stage.driver.openExtensionPage("options.html");
    const [asked, kept] = [await hold(popup, "introduce"), await hold(popup, "change")];
    await change(own, { kinds: { state: false } });
    await until("the question", async () => (await asked.asked()) > 1);
    await click(popup, ".on-site");
    await until("the change", async () => (await kept.asked()) > 0);
    await asked.letGo();
    expect(await isOn(popup, "on-site")).toBe(false);
    await kept.letGo();
    await expectTexts(popup, ".why", [OFF]);
    expect(await isOn(popup, "on-site")).toBe(false);
  });

  it("says why it cannot show what holds after a change, and the way back leaves the focus on the list", async () => {
    const popup = await enterKim();
    const asked = await hold(popup, "settings");
    await popup.focus(".detail .back");
    await popup.keyboard.press("Enter");
    await until("the question", async () => (await asked.asked()) > 0);
    expect(await focused(popup)).toMatch(/^actor: Kim Jong-un/);
    await asked.letGo();
    await failAt(popup, "introduce");
    await click(popup, ".on-site");
    await expectTexts(popup, ".failure", ["This could not be shown: introduce: no memory"]);
  });

  it("leads to the settings, and to those that are open already as they are", async () => {
    const own = await stage.driver.openExtensionPage("options.html#marks");
    await until("the settings", async () => (await texts(own, "h1")).length > 0);
    await own.focus(".host");
    await own.keyboard.type("half a na");
    const popup = await openPopup(stage, await stage.open(TEXT));
    await click(popup, ".settings");
    await until("them in front", () => own.evaluate(() => document.visibilityState === "visible"));
    expect(await own.$eval(".host", (input) => (input as HTMLInputElement).value)).toBe("half a na");
    expect((await stage.driver.addresses()).filter((one) => one.includes("options.html"))).toHaveLength(1);
    await own.close();
    await click(popup, ".settings");
    await until("the settings", tabs("options.html"));
  });

  it("tells whom the page names but the settings leave out, and leads to those settings", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    expect(await texts(popup, ".left-out p")).toEqual([]);
    const ofKinds = (amount: string) => `${amount} that you have turned off. Change in settings`;
    expect(await change(popup, { kinds: { person: false } })).toBeUndefined();
    await expectTexts(popup, ".list .name, .left-out p", ["North Korea", ofKinds("2 names here are of kinds")]);
    expect(await change(popup, { kinds: { state: false } })).toBeUndefined();
    await expectTexts(popup, ".list .name, .list .none, .left-out p", [ofKinds("3 names here are of kinds")]);
    await click(popup, ".left-out a");
    await until("the settings", tabs("options.html#marks"));
    expect(await change(popup, { kinds: { person: true, state: true } })).toBeUndefined();
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await click(popup, ".actor");
    await expectTexts(popup, ".place", ["1 of 3"]);
    await press(popup, "ignore");
    await expectMarks(page, ["Kim Jong Un", "North Korea", "Kim"]);
    await click(popup, ".detail .back");
    expect(await change(popup, { kinds: { person: false, state: false } })).toBeUndefined();
    await expectTexts(popup, ".list .name, .list .none, .left-out p", [
      ofKinds("2 names here are of kinds"),
      "You asked not to mark 1 name on this site. Change in settings",
    ]);
    await click(popup, ".left-out p:last-child a");
    await until("the settings", tabs("options.html#ignored"));
    // The same, wherever they were open.
    expect((await stage.driver.addresses()).filter((one) => one.includes("options.html"))).toHaveLength(1);
  });

  it("gives the reason on an empty page, too", async () => {
    const popup = await openPopup(stage, await stage.driver.open("about:blank"));
    await expectTexts(popup, ".why", ["Your browser does not let extensions read this page."]);
  });

  it("says that no known name is there only where none is", async () => {
    const page = await stage.open(article("<p>The harvest was poor, and the winter long.</p>"));
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".list .none, .left-out p", ["This page has no names that Dramatis knows."]);
  });

  it("lists as many as the toolbar button counts, those that are not to be seen as well", async () => {
    const page = await stage.open(
      TEXT.replace("</main>", '<p style="display: none">Xi Jinping stayed away.</p></main>'),
    );
    await expectMarks(page, [...NAMES, "Xi Jinping"]);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea", "Xi Jinping"]);
    expect((await stage.driver.toolbar(page)).badge).toBe("4");
    expect((await texts(popup, ".amount")).at(-1)).toBe("Not visible on the page");
    await click(popup, ".item:last-child .actor");
    await expectTexts(popup, ".place", ["Not visible on the page"]);
    expect(await texts(popup, ".previous, .next")).toEqual([]);
    expect(await inEntry(popup, "name")).toBe("Xi Jinping");
  });

  it("goes back level by level, and steps only where there is another mention", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await click(popup, ".item:last-child .actor");
    await expectTexts(popup, ".place", ["1 mention"]);
    expect(await popup.$$eval(".stepper button", (all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
    // There is nothing to step to, but the card to read.
    expect(await focused(popup)).toMatch(/^body: /);
    await press(popup, "companion");
    expect(await inEntry(popup, "back")).toBe("Back to North Korea");
    await press(popup, "back");
    expect(await inEntry(popup, "name")).toBe("North Korea");
    expect(await texts(popup, ".detail .back")).toEqual(["All names"]);
    await click(popup, ".detail .back");
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
  });

  it("keeps the focus in sight where somebody is left out by keyboard", async () => {
    const popup = await enterKim();
    await until("the way to leave somebody out", async () => {
      await popup.keyboard.press("Tab");
      return (await focused(popup)).startsWith("ignore: ");
    });
    await popup.keyboard.press("Enter");
    await until("the notice", async () => (await focused(popup)).startsWith("body: Kim Jong-un is no longer marked"));
    const ring = () =>
      popup.evaluate(() => {
        const card = document.querySelector(".entry")?.shadowRoot?.querySelector(".card") as Element;
        const { outlineStyle, outlineOffset } = getComputedStyle(card);
        return outlineStyle === "none" ? 0 : Number.parseFloat(outlineOffset);
      });
    expect(await ring()).toBeGreaterThan(3);
    await popup.focus(".detail .back");
    await popup.keyboard.press("Enter");
    // Who stands in that place now.
    await until("the list", async () => (await focused(popup)).startsWith("actor: North Korea"));
    expect(await popup.$eval(".actor:focus", (one) => getComputedStyle(one).outlineStyle)).toBe("solid");
  });

  it("leads to the digest", async () => {
    const popup = await openPopup(stage, await stage.open(TEXT));
    await click(popup, ".to-digest");
    await until("the digest", tabs("digest.html"));
  });

  it("keeps English words in their order on a page from right to left, and all on its side", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await popup.evaluate(() => (document.documentElement.dir = "rtl"));
    expect(await outOfOrder(popup, ".label, .why, .name, .role, .amount, .to-digest")).toEqual([]);
    const right = await popup.$$eval(".name, .role", (all) =>
      all.map((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        return Math.round(range.getBoundingClientRect().right);
      }),
    );
    expect(new Set(right).size).toBe(1);
    await change(popup, { kinds: { state: false } });
    await until("the reason", async () => (await texts(popup, ".left-out p")).length === 1);
    expect(await outOfOrder(popup, ".left-out p")).toEqual([]);
    await click(popup, ".actor");
    await expectTexts(popup, ".place", ["1 of 3"]);
    expect(await outOfOrder(popup, ".place")).toEqual([]);
  });

  it("brings the script where it is not, as after an update", async () => {
    const page = await stage.open(TEXT);
    await expectMarks(page, NAMES);
    await stage.driver.reloadExtension();
    const popup = await openPopup(stage, page);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un", "North Korea"]);
    await expectMarks(page, NAMES);
    await click(popup, ".on-site");
    await expectMarks(page, []);
  });

  it("says where no extension may be", async () => {
    const page = await stage.driver.openExtensionPage("options.html");
    const popup = await openPopup(stage, page);
    expect(await texts(popup, ".why")).toEqual(["Your browser does not let extensions read this page."]);
    expect(await texts(popup, ".label, .actor, .heading, .deed, .to-digest")).toEqual([
      "Mark names",
      "What Dramatis knows",
    ]);
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
