import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { hostCount, textOf, until } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { boxOf, FAR, gap, gone, pass, press } from "./cards.ts";
import { boxInFrame, FRAME, framed, frameOf, PROSE, point, STORY, srcdoc } from "./frames.ts";

inEachBrowser("the card of a name in a frame", (stage) => {
  const nameOn = async (page: Page) => {
    const card = await stage.driver.readCard(page);
    return card && textOf(card, "name");
  };
  async function open(html: string): Promise<Page> {
    const page = await stage.open(article(html));
    await framed(page, ["Vladimir Putin"]);
    return page;
  }

  it.each([
    ["with border and padding", FRAME, 1],
    ["at half its size", `${FRAME}; transform: scale(0.5)`, 0.5],
    ["zoomed", `${FRAME}; zoom: 1.5`, 1.5],
  ])("opens in the page beside the name in a frame %s, and closes when the pointer leaves", async (_, style, scale) => {
    // Of a sentence that goes on in the next line the card would leave the rest to be read.
    const page = await open(`${PROSE}${srcdoc(`<p>Vladimir Putin came.</p>${PROSE}`, style)}`);
    const name = await boxInFrame(page, 0, { scale });
    await point(page, name);
    expect(textOf(await stage.driver.waitForCard(page), "name")).toBe("Vladimir Putin");
    expect(await hostCount(page)).toBe(1);
    const card = await boxOf(stage, page);
    expect(gap(name, card)).toBeGreaterThanOrEqual(0);
    expect(gap(name, card)).toBeLessThan(12);
    expect(Math.abs(card.x - name.x)).toBeLessThan(12);
    // From the frame onto the card, which lies over both.
    await page.mouse.move(card.x + 40, card.y + card.height / 2, { steps: 8 });
    await pass(page);
    expect(await hostCount(page)).toBe(1);
    await page.mouse.move(990, 690, { steps: 4 });
    await gone(page);
  });

  it("is pinned by a click in the frame, and closed by Escape pressed there", async () => {
    const page = await open(`${PROSE}${srcdoc(STORY)}`);
    const name = await boxInFrame(page);
    await page.mouse.click(name.x + 10, name.y + name.height / 2);
    await stage.driver.waitForCard(page);
    await page.mouse.move(990, 690, { steps: 4 });
    await pass(page);
    expect(await hostCount(page)).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("story");
    await page.keyboard.press("Escape");
    await gone(page);
  });

  it("leaves a press on a link in the frame to the page", async () => {
    const link = `<a href="/elsewhere" onclick="document.title = 'pressed'; return false">Vladimir Putin</a>`;
    const page = await open(`${PROSE}${srcdoc(STORY.replace("Vladimir Putin", link))}`);
    const name = await boxInFrame(page);
    await page.mouse.click(name.x + 10, name.y + name.height / 2);
    await until("the press", async () => (await (await frameOf(page)).title()) === "pressed");
    await page.mouse.move(990, 690);
    await pass(page);
    expect(await hostCount(page)).toBe(0);
  });

  it("opens, and goes, in a frame that the page has written anew", async () => {
    const page = await open(`${PROSE}${srcdoc(STORY)}`);
    await page.$eval(
      "#story",
      (frame, html) => {
        const { contentDocument } = frame as HTMLIFrameElement;
        contentDocument?.open();
        contentDocument?.write(html);
        contentDocument?.close();
      },
      STORY.replace("Vladimir Putin", "Sergei Lavrov"),
    );
    expect(await framed(page, ["Sergei Lavrov"])).toEqual(["Sergei Lavrov"]);
    await point(page, await boxInFrame(page));
    expect(textOf(await stage.driver.waitForCard(page), "name")).toBe("Sergei Lavrov");
    await page.$eval("#story", (frame) => frame.remove());
    await gone(page);
  });

  it("goes with its frame, and the keys and the pointer go on", async () => {
    const page = await open(`<p>Xi Jinping spoke.</p>${PROSE}${srcdoc(STORY)}`);
    for (const name of ["Xi Jinping", "Vladimir Putin"]) {
      await stage.driver.command(page, "next-name");
      await until(`the card of ${name}`, async () => (await nameOn(page)) === name);
    }
    await page.$eval("#story", (frame) => frame.remove());
    await gone(page);
    // Firefox lets go of what the frame held in its own time.
    await pass(page);
    await stage.driver.command(page, "next-name");
    await until("the card of Xi Jinping", async () => (await nameOn(page)) === "Xi Jinping");
    await page.keyboard.press("Escape");
    await gone(page);
    await page.mouse.move(990, 690);
    await stage.driver.hover(page, 0);
    expect(textOf(await stage.driver.waitForCard(page), "name")).toBe("Xi Jinping");
  });

  it("follows its name when the frame is scrolled, and goes to the window's edge when that is out of the frame", async () => {
    const page = await open(`${PROSE}${srcdoc(`<div style="height: 80px"></div>${STORY}${FAR}`)}`);
    const name = await boxInFrame(page);
    await page.mouse.click(name.x + 10, name.y + name.height / 2);
    await stage.driver.waitForCard(page);
    const before = await boxOf(stage, page);
    await (await frameOf(page)).evaluate(() => scrollTo(0, 50));
    await until("the card to follow", async () => before.y - (await boxOf(stage, page)).y === 50);
    await (await frameOf(page)).evaluate(() => scrollTo(0, 150));
    const right = await page.evaluate(() => document.documentElement.clientWidth - 8);
    await until("the card at the edge", async () => {
      const { x, width } = await boxOf(stage, page);
      return Math.abs(x + width - right) < 1;
    });
  });

  it("comes by key in the order of the page, and the frame scrolls to its name", async () => {
    const far = '<div style="height: 900px"></div>';
    const page = await open(`<p>Xi Jinping spoke.</p>${far}${srcdoc(`${far}${STORY}${far}`)}<p>Kim Jong Un left.</p>`);
    for (const name of ["Xi Jinping", "Vladimir Putin", "Kim Jong-un", "Xi Jinping", "Vladimir Putin"]) {
      await stage.driver.command(page, "next-name");
      await until(`the card of ${name}`, async () => (await nameOn(page)) === name);
    }
    const name = await boxInFrame(page);
    const frame = await page.$eval("#story", (frame) => frame.getBoundingClientRect().toJSON());
    expect(name.y).toBeGreaterThan(Math.max(0, frame.top));
    expect(name.y + name.height).toBeLessThan(Math.min(700, frame.bottom));
    expect(gap(name, await boxOf(stage, page))).toBeLessThan(12);
  });

  it("comes by key for the name at the caret in the frame, and Escape gives the focus back to the frame", async () => {
    const page = await open(`<p>Xi Jinping spoke.</p>${srcdoc(STORY)}`);
    await (await frameOf(page)).evaluate(() => {
      window.focus();
      getSelection()?.setPosition(document.querySelector("p")?.firstChild ?? null, 4);
    });
    await stage.driver.command(page, "open-card");
    await until("the card", async () => (await nameOn(page)) === "Vladimir Putin");
    await page.keyboard.press("Escape");
    await gone(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("story");
  });

  it("goes on by Tab to what stands beside its name in the frame, and then out of it", async () => {
    const link = (id: string) => `<p><a id="${id}" href="#${id}">${id}</a></p>`;
    const [head, tail, story] = [link("head"), link("tail"), `${link("before")}${STORY}${link("after")}`];
    const page = await open(`${head}${PROSE}${srcdoc(story)}${tail}`);
    const focus = async () => {
      const own = await page.evaluate(() => document.activeElement?.id);
      return own === "story" ? (await frameOf(page)).evaluate(() => document.activeElement?.id) : own;
    };
    const openByKey = async () => {
      await stage.driver.command(page, "next-name");
      await until("the card", async () => (await nameOn(page)) === "Vladimir Putin");
    };
    await openByKey();
    await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    await page.keyboard.up("Shift");
    await gone(page);
    expect(await focus()).toBe("before");
    await openByKey();
    const stops = await stage.driver.inCard(page, (root) => root.querySelectorAll("button, a").length);
    for (let i = 0; i <= (stops ?? 0); i++) await page.keyboard.press("Tab");
    await gone(page);
    expect(await focus()).toBe("after");
    await page.keyboard.press("Tab");
    expect(await focus()).toBe("tail");
  });

  it("can be used where its frame stands in a modal dialog", async () => {
    const page = await open(`${PROSE}<dialog open>${srcdoc(STORY)}</dialog>`);
    await page.$eval("dialog", (dialog) => {
      dialog.close();
      dialog.showModal();
    });
    expect(await framed(page, ["Vladimir Putin"])).toEqual(["Vladimir Putin"]);
    await point(page, await boxInFrame(page));
    await stage.driver.waitForCard(page);
    await press(stage, page, "more");
    const isUnfolded = () => stage.driver.inCard(page, (root) => root.querySelector(".rest")?.hasAttribute("hidden"));
    await until("more", async () => (await isUnfolded()) === false);
  });

  it("can be read where its frame stands on the full screen", async () => {
    const page = await open(`${PROSE}${srcdoc(STORY)}`);
    await page.mouse.click(5, 690);
    await page.$eval("#story", (frame) => frame.requestFullscreen());
    await until("the full screen", () => page.evaluate(() => document.fullscreenElement?.id === "story"));
    // There browsers give a frame no border and no padding.
    await until("the frame to fill it", async () => (await boxInFrame(page, 0, { edge: 0 })).x === 8);
    await point(page, await boxInFrame(page, 0, { edge: 0 }));
    expect(textOf(await stage.driver.waitForCard(page), "name")).toBe("Vladimir Putin");
  });
});
