import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { hostCount, marks, textOf, until } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { boxOf, gone, nameBox, openCard, openMarked, PUTIN, pass, press } from "./cards.ts";

inEachBrowser("card and page, apart from each other:", (stage) => {
  /** Presses on the middle of the card's first statement. */
  async function textBox(page: Page) {
    const box = await stage.driver.inCard(page, (root) =>
      root.querySelector(".text")?.getBoundingClientRect().toJSON(),
    );
    if (!box) throw new Error("the card shows no text");
    return box as DOMRect;
  }
  const isPinned = (page: Page) => stage.driver.inCard(page, (root) => root.querySelector("[data-pinned]") !== null);

  it("no page gets at the root of the card", async () => {
    // Any element but a plain one it could have for its own, internals and all.
    const spy = `<script>
      const { define } = customElements;
      new MutationObserver(([{ addedNodes }]) => {
        for (const { localName } of addedNodes)
          if (localName.includes("-")) define.call(customElements, localName, class extends HTMLElement {
            connectedCallback() { globalThis.root = this.attachInternals().shadowRoot; }
          });
      }).observe(document.documentElement, { childList: true });
    </script>`;
    const page = await openCard(stage, article(PUTIN, { head: spy }));
    const reached = await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>("[data-dramatis-host]");
      const internals = () => {
        try {
          return host?.attachInternals().shadowRoot ?? null;
        } catch {
          return null;
        }
      };
      return [host?.shadowRoot, internals(), (globalThis as { root?: ShadowRoot }).root].map(Boolean);
    });
    expect(reached).toEqual([false, false, false]);
  });

  it("no script opens a card by moves, or presses its buttons", async () => {
    const page = await openMarked(stage, article(PUTIN));
    const { x, y, width, height } = await nameBox(page);
    const at = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, composed: true };
    await page.evaluate((at) => {
      for (let i = 0; i < 3; i++) document.querySelector("p")?.dispatchEvent(new PointerEvent("pointermove", at));
      document.querySelector("p")?.dispatchEvent(new MouseEvent("click", { ...at, detail: 1 }));
    }, at);
    await pass(page);
    expect(await hostCount(page)).toBe(0);
    await stage.driver.hover(page, 0);
    await stage.driver.waitForCard(page);
    const notice = await stage.driver.inCard(page, async (root) => {
      root.querySelector<HTMLElement>(".source")?.click();
      root.querySelector<HTMLElement>(".close")?.click();
      return [root.host.isConnected, root.querySelector('[aria-expanded="true"]') !== null];
    });
    expect(notice).toEqual([true, false]);
    await page.evaluate(() => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    });
    await pass(page, 100);
    expect(await hostCount(page)).toBe(1);
  });

  it("nothing of what is done on it goes up to the page", async () => {
    const heard = `<script>
      const heard = new Set();
      for (const type of ["wheel", "pointerdown", "pointermove", "pointerup", "mousedown", "mousemove", "mouseup", "click", "dblclick", "contextmenu", "focusin"])
        document.addEventListener(type, ({ target }) => target.matches("[data-dramatis-host]") && heard.add(type));
    </script>`;
    const page = await openCard(stage, article(PUTIN, { head: heard }));
    await press(stage, page, "source");
    await page.mouse.wheel({ deltaY: 30 });
    const { x, y } = await textBox(page);
    await page.mouse.click(x + 20, y + 5, { count: 2 });
    await page.keyboard.press("Tab");
    expect(await page.evaluate("[...heard]")).toEqual([]);
    // It would have: the press has pinned the card.
    expect(await isPinned(page)).toBe(true);
  });

  it("its text can be selected and copied where the page forbids that", async () => {
    const forbid = `<style>* { user-select: none !important; -webkit-user-select: none !important }</style><script>
      for (const type of ["mousedown", "selectstart", "copy"])
        document.addEventListener(type, (event) => event.preventDefault());
    </script>`;
    const page = await openCard(stage, article(PUTIN, { head: forbid }));
    const { x, y } = await textBox(page);
    await page.mouse.click(x + 12, y + 8, { count: 2 });
    await page.keyboard.down("Control");
    await page.keyboard.press("c");
    await page.keyboard.up("Control");
    const text = (await stage.driver.readCard(page)) ?? { tag: "", attributes: {}, children: [] };
    const word = await until("the word", () => stage.driver.clipboard());
    expect(word.trim()).not.toBe("");
    expect(textOf(text, "text")).toContain(word.trim());
  });

  // A frame in another process would do for a hand; what the driver of Chromium sends into one, the page around it does not hear of.
  it("a hover card goes when the pointer goes into a frame of another origin", async () => {
    const { origin } = await stage.serve({ "/ad": "<!doctype html><body>An advertisement" });
    const frame = `<iframe src="${origin}/ad" style="position: fixed; inset: 60% 0 0; width: 100%; height: 40%"></iframe>`;
    const page = await openCard(stage, article(`${PUTIN}${frame}`));
    const box = await boxOf(stage, page);
    await page.mouse.move(box.x + 500, 690, { steps: 3 });
    // Past the border, where nothing is heard of it.
    await page.mouse.move(box.x + 520, 680, { steps: 2 });
    await gone(page);
  });

  it("a hover card goes when the pointer goes into such a frame within a web component", async () => {
    const { origin } = await stage.serve({ "/ad": "<!doctype html><body>An advertisement" });
    const frame = `<iframe src="${origin}/ad" style="position: fixed; inset: 60% 0 0; width: 100%; height: 40%"></iframe>`;
    const ad = `<x-ad><template shadowrootmode="open">${frame}</template></x-ad>`;
    const page = await openCard(stage, article(`${PUTIN}${ad}`));
    await page.mouse.move(500, 690, { steps: 3 });
    await page.mouse.move(520, 680, { steps: 2 });
    await gone(page);
  });

  it("it is kept once a word on it is selected", async () => {
    const page = await openCard(stage, article(PUTIN));
    const { x, y } = await textBox(page);
    await page.mouse.click(x + 12, y + 8, { count: 2 });
    await page.mouse.move(950, 690, { steps: 4 });
    await pass(page);
    expect(await hostCount(page)).toBe(1);
  });

  it("elements of the page with an attribute much like ours are left alone", async () => {
    const cast = '<p data-dramatis="personae">Kim Jong Un, a leader.</p>';
    const page = await openMarked(stage, article(`${PUTIN}${cast}`));
    expect(await page.$eval("[data-dramatis]", (element) => element.textContent)).toContain("a leader");
    expect((await marks(page)).map(({ text }) => text)).toContain("Kim Jong Un");
  });

  it("a modal dialog in a web component that buries a kept card closes it", async () => {
    const dialog = '<x-box><template shadowrootmode="open"><dialog>Cookies?</dialog></template></x-box>';
    const page = await openCard(stage, article(`${PUTIN}${dialog}`));
    await press(stage, page, "source");
    const open = () =>
      page.evaluate(() => document.querySelector("x-box")?.shadowRoot?.querySelector("dialog")?.showModal());
    await open();
    await gone(page);
  });

  it("the page does not hear the end of the Enter that closes it", async () => {
    const page = await openMarked(stage, article(`<p><input></p>${PUTIN}`));
    await page.evaluate(() => {
      document.title = "";
      addEventListener("keyup", ({ key }) => {
        document.title += `${key},`;
      });
    });
    await page.focus("input");
    await stage.driver.command(page, "next-name");
    await stage.driver.waitForCard(page);
    await until("the focus", () => stage.driver.inCard(page, (root) => root.activeElement !== null));
    const stops = await stage.driver.inCard(page, (root) => root.querySelectorAll("button, a").length);
    for (let i = 0; i < (stops ?? 0); i++) await page.keyboard.press("Tab");
    expect(await stage.driver.inCard(page, (root) => root.activeElement?.className)).toBe("close");
    await page.keyboard.press("Enter");
    await gone(page);
    await page.keyboard.press("a");
    expect(await page.title()).toBe("a,");
  });

  it("a double click selects the name, and keeps no card", async () => {
    const page = await openMarked(stage, article(PUTIN));
    const { x, y, width, height } = await nameBox(page);
    await page.mouse.click(x + width - 10, y + height / 2, { count: 2 });
    expect((await page.evaluate(() => String(getSelection()))).trim()).toBe("Putin");
    await stage.driver.waitForCard(page);
    await page.mouse.move(950, 650, { steps: 4 });
    await gone(page);
  });

  it("a page cannot spoil its look or keep it away by names of its own", async () => {
    const names = ["left", "line", "paper", "dramatisOpenCards", "openCards"];
    const properties = names.map(
      (name) => `@property --${name} { syntax: "<integer>"; inherits: false; initial-value: 7 }`,
    );
    const elements = names.map((name) => `<a id="${name}"></a>`);
    const plain = await boxOf(stage, await openCard(stage, article(PUTIN)));
    const head = `<style>${properties.join("\n")}</style>`;
    const page = await openCard(stage, article(`${PUTIN}<p>${elements.join("")}</p>`, { head }));
    expect(await boxOf(stage, page)).toEqual(plain);
  });

  it("a popover that holds the name stays open at a press on the card, and at the first Escape", async () => {
    const page = await openMarked(
      stage,
      article(
        `<p>Xi Jinping stayed at home.</p><div id="pop" popover style="inset: 200px auto auto 100px">${PUTIN}</div>`,
      ),
    );
    await page.evaluate(() => document.querySelector<HTMLElement>("#pop")?.showPopover());
    const isOpen = () => page.evaluate(() => document.querySelector("#pop")?.matches(":popover-open"));
    await until(
      "its mark",
      async () => (await page.evaluate(() => CSS.highlights.get("dramatis-underline")?.size)) === 2,
    );
    const { x, y } = await page.$eval("#pop p", (element) => element.getBoundingClientRect().toJSON());
    await page.mouse.move(x + 30, y + 8, { steps: 4 });
    await stage.driver.waitForCard(page);
    await press(stage, page, "source");
    expect(await isPinned(page)).toBe(true);
    expect(await isOpen()).toBe(true);
    await page.keyboard.press("Escape");
    await gone(page);
    expect(await isOpen()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await isOpen()).toBe(false);
  });

  it("the page does not hear the end of the Escape that closes a card with the focus", async () => {
    const page = await openMarked(stage, article(PUTIN));
    await page.evaluate(() => {
      document.title = "";
      for (const type of ["keydown", "keyup"] as const)
        addEventListener(type, ({ key }) => {
          if (key === "Escape") document.title += `${type},`;
        });
    });
    await stage.driver.command(page, "next-name");
    await stage.driver.waitForCard(page);
    await until("the focus", () => stage.driver.inCard(page, (root) => root.activeElement !== null));
    await page.keyboard.press("Escape");
    await gone(page);
    expect(await page.title()).toBe("");
    await page.keyboard.press("Escape");
    expect(await page.title()).toBe("keydown,keyup,");
  });
});
