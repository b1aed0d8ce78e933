import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { hostCount, marks, textOf, until } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { FAR, gone, nameBox, openMarked, PUTIN, pass, press, rest } from "./cards.ts";

const THREE = `<p>Vladimir Putin met <a href="#x">Kim Jong Un</a>.</p><div style="height: 2500px"></div><p>Xi Jinping stayed at home.</p>${FAR}`;

inEachBrowser("the card by keyboard", (stage) => {
  const nameOn = async (page: Page) => {
    const card = await stage.driver.readCard(page);
    return card && textOf(card, "name");
  };
  const focused = (page: Page) => stage.driver.inCard(page, (root) => root.activeElement?.className);
  const current = (page: Page) =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get("dramatis-current") ?? [];
      return range ? { start: range.startOffset, text: range.startContainer.textContent } : undefined;
    });
  async function go(page: Page, command: string, name: string): Promise<void> {
    await stage.driver.command(page, command);
    await until(`the card of ${name}`, async () => (await nameOn(page)) === name && (await focused(page)) === "body");
  }

  it("has four commands, and the browser gives keys to each", async () => {
    const commands = await stage.driver.commands();
    expect(commands.map(({ name }) => name)).toEqual(["next-name", "open-card", "previous-name", "toggle-marks"]);
    expect(commands.map(({ shortcut }) => shortcut)).toEqual(
      ["Alt+Period", "Ctrl+Shift+Period", "Alt+Comma", "Ctrl+Shift+Comma"].map((keys) =>
        stage.kind === "chrome"
          ? expect.stringMatching(
              new RegExp(
                `^${keys.replaceAll("+", "\\+").replace("Period", "(Period|\\.)").replace("Comma", "(Comma|,)")}$`,
              ),
            )
          : keys,
      ),
    );
  });

  it("goes from name to name, scrolls each into view, shows which it is, and moves the focus into its card", async () => {
    const page = await openMarked(stage, article(THREE));
    await go(page, "next-name", "Vladimir Putin");
    expect(await current(page)).toMatchObject({ start: 0, text: "Vladimir Putin met " });
    await go(page, "next-name", "Kim Jong-un");
    await go(page, "next-name", "Xi Jinping");
    const name = await nameBox(page, 2);
    expect(name.y).toBeGreaterThan(0);
    expect(name.y).toBeLessThan(700);
    expect(await hostCount(page)).toBe(1);
    // Round the end, and back.
    await go(page, "next-name", "Vladimir Putin");
    expect(await page.evaluate(() => scrollY)).toBeLessThan(700);
    await go(page, "previous-name", "Xi Jinping");
    await page.keyboard.press("Escape");
    await gone(page);
    expect(await current(page)).toBeUndefined();
    // And goes on from there.
    await go(page, "previous-name", "Kim Jong-un");
  });

  it("gives the focus back to where it was before the first step", async () => {
    const page = await openMarked(stage, article(`<p><input id="search"></p>${THREE}`));
    await page.focus("#search");
    await go(page, "next-name", "Vladimir Putin");
    await go(page, "next-name", "Kim Jong-un");
    await page.keyboard.press("Escape");
    await gone(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
  });

  const SIDE_BY_SIDE = `<p><input id="search"></p><p>Vladimir Putin met nobody at all. Xi Jinping stayed.</p>${FAR}`;
  const isSearching = (page: Page) => page.evaluate(() => document.activeElement?.id === "search");

  it("shows no current name any more once the mouse has opened another card", async () => {
    const page = await openMarked(stage, article(SIDE_BY_SIDE));
    await go(page, "next-name", "Vladimir Putin");
    const index = (await marks(page)).findIndex(({ text }) => text === "Xi Jinping");
    const { x, y, width, height } = await nameBox(page, index);
    await page.mouse.click(x + width / 2, y + height / 2);
    await until("the other card", async () => (await nameOn(page)) === "Xi Jinping");
    expect(await current(page)).toBeUndefined();
    await page.keyboard.press("Escape");
    await gone(page);
    expect(await current(page)).toBeUndefined();
  });

  it("gives back a focus that the mouse has taken, also when keys went on from there", async () => {
    const page = await openMarked(stage, article(SIDE_BY_SIDE));
    for (const step of [undefined, "next-name"]) {
      await page.focus("#search");
      await rest(stage, page);
      await press(stage, page, "source");
      expect(await focused(page)).toBe("source");
      if (step) await go(page, step, "Vladimir Putin");
      await page.keyboard.press("Escape");
      await gone(page);
      expect(await isSearching(page)).toBe(true);
      await page.mouse.move(900, 600);
    }
  });

  it("goes on from where the reader has scrolled to, once the name that they were at is out of sight", async () => {
    const page = await openMarked(stage, article(THREE));
    await go(page, "next-name", "Vladimir Putin");
    await page.keyboard.press("Escape");
    await gone(page);
    await page.evaluate(() => scrollTo(0, 2300));
    await go(page, "next-name", "Xi Jinping");
  });

  it("gives the focus back to where it was last, and into web components", async () => {
    const other = '<x-box><template shadowrootmode="open"><input></template></x-box>';
    const page = await openMarked(stage, article(`${SIDE_BY_SIDE}${other}`));
    await page.focus("#search");
    await go(page, "next-name", "Vladimir Putin");
    const inner = () => page.evaluate(() => document.querySelector("x-box")?.shadowRoot?.activeElement?.localName);
    await page.evaluate(() =>
      // Firefox would scroll there later, and away from what is stepped to meanwhile.
      document.querySelector("x-box")?.shadowRoot?.querySelector("input")?.focus({ preventScroll: true }),
    );
    await go(page, "next-name", "Xi Jinping");
    await page.keyboard.press("Escape");
    await gone(page);
    expect(await inner()).toBe("input");
    await rest(stage, page);
    await press(stage, page, "source");
    await page.keyboard.press("Escape");
    await gone(page);
    expect(await inner()).toBe("input");
  });

  it("leaves a focus that the page has moved while it took the card away", async () => {
    const page = await openMarked(stage, article(SIDE_BY_SIDE));
    await go(page, "next-name", "Vladimir Putin");
    await page.evaluate(() => {
      document.querySelector("[data-dramatis-host]")?.remove();
      document.querySelector<HTMLElement>("#search")?.focus();
    });
    await until("the card to be back", async () => (await hostCount(page)) === 1);
    await pass(page, 100);
    expect(await isSearching(page)).toBe(true);
  });

  it("keeps what was pressed in sight, however much it opens", async () => {
    const page = await openMarked(stage, article(SIDE_BY_SIDE));
    await go(page, "next-name", "Vladimir Putin");
    for (const part of ["source", "more"]) {
      for (let i = 0; i < 40 && (await focused(page)) !== part; i++) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      const isInSight = await stage.driver.inCard(page, (root) => {
        const [body, button] = [root.querySelector(".body"), root.activeElement].map((e) => e?.getBoundingClientRect());
        return body && button && button.top >= body.top && button.bottom <= body.bottom;
      });
      expect([part, isInSight]).toEqual([part, true]);
    }
  });

  it("has the focus again where the page took it away with the card, or raised something over it", async () => {
    const page = await openMarked(stage, article(`${SIDE_BY_SIDE}<div id="pop" popover="manual">Later</div>`));
    await go(page, "next-name", "Vladimir Putin");
    await page.keyboard.press("Tab");
    await page.evaluate(() => document.querySelector("[data-dramatis-host]")?.remove());
    await until("the focus", async () => (await focused(page)) === "source");
    await page.evaluate(() => document.querySelector<HTMLElement>("#pop")?.showPopover());
    await pass(page, 100);
    expect(await focused(page)).toBe("source");
  });

  it("lays no fade over what has the focus", async () => {
    const page = await openMarked(stage, article(SIDE_BY_SIDE));
    const fades = () =>
      stage.driver.inCard(page, (root) => {
        const card = root.querySelector(".card") as Element;
        return ["::before", "::after"].map((part) => getComputedStyle(card, part).visibility);
      });
    await go(page, "next-name", "Vladimir Putin");
    await pass(page, 100);
    expect(await fades()).toEqual(["hidden", "visible"]);
    await page.keyboard.press("Tab");
    expect(await fades()).toEqual(["hidden", "hidden"]);
  });

  it("closes by Tab at its end, which goes on to what follows the name, and by Shift+Tab to what comes before", async () => {
    const next = '<span inert><a href="#0">inert</a></span> <a id="nobody" href="#2">nobody</a>';
    const links = `<p><a id="first" href="#1">First</a></p>${SIDE_BY_SIDE.replace("nobody", next)}`;
    const page = await openMarked(stage, article(links));
    const inPage = () => page.evaluate(() => document.activeElement?.id);
    await go(page, "next-name", "Vladimir Putin");
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    await gone(page);
    expect(await inPage()).toBe("search");
    await go(page, "next-name", "Xi Jinping");
    await go(page, "previous-name", "Vladimir Putin");
    const stops = await stage.driver.inCard(page, (root) => root.querySelectorAll("button, a").length);
    for (let i = 0; i < (stops ?? 0); i++) await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("close");
    await page.keyboard.press("Tab");
    await gone(page);
    expect(await inPage()).toBe("nobody");
    expect(await current(page)).toBeUndefined();
  });

  const LINK_BETWEEN =
    '<p>Vladimir Putin spoke.</p><p>See <a id="below" href="#1">below</a>.</p><p>Xi Jinping did not.</p>';

  it("closes by Tab also where nothing in the page comes after the name", async () => {
    const page = await openMarked(stage, article(LINK_BETWEEN));
    await go(page, "previous-name", "Xi Jinping");
    for (let i = 0; i < 40 && (await focused(page)) !== "close"; i++) await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("close");
    await page.keyboard.press("Tab");
    await gone(page);
    expect(await current(page)).toBeUndefined();
  });

  it("closes by Shift+Tab where nothing in the page comes before the name, and goes to nothing below", async () => {
    const page = await openMarked(stage, article(LINK_BETWEEN));
    await go(page, "next-name", "Vladimir Putin");
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    await gone(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("");
    expect(await current(page)).toBeUndefined();
  });

  it("is a labelled dialog that is not modal; Tab goes through all that it offers", async () => {
    const page = await openMarked(stage, article(THREE));
    await go(page, "next-name", "Vladimir Putin");
    const dialog = await stage.driver.inCard(page, (root) => {
      const card = root.querySelector(".card");
      return { role: card?.role, label: card?.ariaLabel, modal: card?.ariaModal };
    });
    expect(dialog).toEqual({ role: "dialog", label: "About Vladimir Putin", modal: null });
    const all = await stage.driver.inCard(page, (root) =>
      [...root.querySelectorAll("button, a")].map((element) => element.className),
    );
    const reached: (string | undefined)[] = [];
    for (const _ of all ?? []) {
      await page.keyboard.press("Tab");
      reached.push(await focused(page));
    }
    expect(reached).toEqual(all);
    expect(reached).toContain("close");
  });

  it("works its buttons by Enter and Space", async () => {
    const page = await openMarked(stage, article(THREE));
    await go(page, "next-name", "Vladimir Putin");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("source");
    const expanded = () => stage.driver.inCard(page, (root) => root.querySelector(".source")?.ariaExpanded);
    await page.keyboard.press("Enter");
    expect(await expanded()).toBe("true");
    await page.keyboard.press(" ");
    expect(await expanded()).toBe("false");
  });

  it("has its buttons work where the page means something else by Space", async () => {
    const page = await openMarked(stage, article(THREE));
    await page.evaluate(() => addEventListener("keydown", (event) => event.key === " " && event.preventDefault()));
    await go(page, "next-name", "Vladimir Putin");
    await page.keyboard.press("Tab");
    await page.keyboard.press(" ");
    expect(await stage.driver.inCard(page, (root) => root.querySelector(".source")?.ariaExpanded)).toBe("true");
  });

  it("takes no key from the page but the Escape that closes a card with the focus", async () => {
    const page = await openMarked(stage, article(THREE));
    await page.evaluate(() => {
      document.title = "";
      addEventListener(
        "keydown",
        ({ key, defaultPrevented }) => (document.title += `${key}${defaultPrevented ? "!" : ""},`),
      );
    });
    for (const key of ["j", "k", "n", "ArrowDown", "Escape"] as const) await page.keyboard.press(key);
    await go(page, "next-name", "Vladimir Putin");
    await page.keyboard.press("j");
    await page.keyboard.press("Escape");
    await gone(page);
    await page.keyboard.press("Escape");
    expect(await page.title()).toBe("j,k,n,ArrowDown,Escape,j,Escape,");
  });

  it("opens the card of the name at the cursor, else of the first in view", async () => {
    const page = await openMarked(stage, article(THREE));
    await go(page, "open-card", "Vladimir Putin");
    await page.keyboard.press("Escape");
    await gone(page);
    await page.evaluate(() => {
      const text = document.querySelector("a")?.firstChild;
      if (text) getSelection()?.collapse(text, 3);
    });
    await go(page, "open-card", "Kim Jong-un");
    await page.keyboard.press("Escape");
    await gone(page);
    await page.evaluate(() => {
      getSelection()?.removeAllRanges();
      scrollTo(0, 2400);
    });
    await go(page, "open-card", "Xi Jinping");
  });

  it("hides the marks and shows them again, and says so politely", async () => {
    const page = await openMarked(stage, article(THREE));
    const painted = () => page.evaluate(() => CSS.highlights.has("dramatis-underline"));
    const said = () => stage.driver.inCard(page, (root) => root.querySelector('[role="status"]')?.textContent);
    await stage.driver.command(page, "toggle-marks");
    await until("the marks to go", async () => !(await painted()));
    await until("words for it", async () => (await said()) === "Names are no longer marked on this page.");
    await gone(page);
    // No card opens on a name that is not marked, and no key goes to one.
    const { x, y } = await page.$eval("p", (element) => element.getBoundingClientRect().toJSON());
    await page.mouse.move(x + 30, y + 10, { steps: 3 });
    await pass(page);
    await stage.driver.command(page, "next-name");
    await pass(page);
    expect(await hostCount(page)).toBe(0);
    await page.mouse.move(x + 30, y + 200);
    await stage.driver.command(page, "toggle-marks");
    await until("the marks to come back", painted);
    await until("words for it", async () => (await said()) === "Names are marked again.");
    await gone(page);
    await rest(stage, page);
  });

  it("says that marks go and come also where a modal dialog of the page lies over it", async () => {
    const dialogs = "<dialog id=below><p>Cookies?</p></dialog><dialog id=above><p>Sure?</p></dialog>";
    const page = await openMarked(stage, article(`${PUTIN}${dialogs}`));
    await page.evaluate(() => {
      for (const dialog of document.querySelectorAll("dialog")) dialog.showModal();
    });
    await stage.driver.command(page, "toggle-marks");
    const around = () =>
      stage.driver.inCard(page, (root) => `${root.host.closest("dialog")?.id}: ${root.textContent?.trim()}`);
    await until("words for it", async () => (await around()) === "above: Names are no longer marked on this page.");
    await gone(page);
  });

  it("steps over names that are not to be seen", async () => {
    const hidden =
      '<p style="display: none">Sergei Lavrov</p><p style="visibility: hidden">Kim Jong Un</p><div style="height: 30px; line-height: 30px; overflow: hidden">A line<br>Ebrahim Raisi</div>';
    const page = await openMarked(stage, article(`<p>Vladimir Putin spoke.</p>${hidden}<p>Xi Jinping did not.</p>`));
    await go(page, "next-name", "Vladimir Putin");
    await go(page, "next-name", "Xi Jinping");
  });

  it("finds a name in a scroller within the page", async () => {
    const lines = "<p>Nothing to see.</p>".repeat(40);
    const page = await openMarked(
      stage,
      article(
        `<p>Vladimir Putin spoke.</p><div style="height: 200px; overflow: auto">${lines}<p>Xi Jinping did not.</p></div>`,
      ),
    );
    await go(page, "previous-name", "Vladimir Putin");
    await go(page, "next-name", "Xi Jinping");
    const { y } = await nameBox(page, 1);
    const box = await page.$eval("div", (element) => element.getBoundingClientRect().toJSON());
    expect(y).toBeGreaterThan(box.top);
    expect(y).toBeLessThan(box.bottom);
  });
});
