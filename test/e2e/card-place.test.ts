import { expect, it } from "vitest";
import { hostCount } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { boxOf, FAR, gap, gone, nameBox, openCard, openMarked, PUTIN, pass, rest } from "./cards.ts";

inEachBrowser("the card's place", (stage) => {
  it("stays by its name, and closes when the name has gone from the window", async () => {
    const page = await openCard(stage, article(`<div id="above"></div>${PUTIN}${FAR}`));
    const still = gap(await nameBox(page), await boxOf(stage, page));
    expect(still).toBe(6);
    for (const move of [
      () => scrollBy(0, 40),
      () => document.querySelector("#above")?.setAttribute("style", "height: 90px"),
      () => document.querySelector("main")?.setAttribute("style", "transform: translateX(70px)"),
    ]) {
      const { x, y } = await nameBox(page);
      await page.evaluate(move);
      await pass(page, 50);
      const name = await nameBox(page);
      expect([name.x, name.y]).not.toEqual([x, y]);
      const box = await boxOf(stage, page);
      expect(gap(name, box)).toBeCloseTo(still, 0);
      expect(box.x).toBeCloseTo(name.x, 0);
    }
    await page.evaluate(() => scrollTo(0, 1500));
    await gone(page);
  });

  it.each(["zoom: 1.5", "transform: translate(40px, 30px)", "filter: grayscale(1)", "contain: paint"])(
    "stands by its name on a page with html { %s }, within the mouse's reach",
    async (style) => {
      const page = await openCard(stage, article(PUTIN, { head: `<style>html { ${style} }</style>` }));
      const [name, box] = [await nameBox(page), await boxOf(stage, page)];
      expect(Math.abs(gap(name, box) - 6)).toBeLessThan(4);
      expect(Math.abs(box.x - name.x)).toBeLessThan(4);
      expect(box.width).toBeCloseTo(352, 0);
      await page.mouse.move(name.x + 20, box.y + 30, { steps: 6 });
      await page.mouse.move(box.x + box.width - 10, box.y + box.height - 10, { steps: 6 });
      await pass(page);
      expect(await hostCount(page)).toBe(1);
    },
  );

  it.each([
    ["left", "position: absolute; left: 0", 1000],
    ["right", "position: absolute; right: 0", 1000],
    ["left", "position: absolute; left: 0", 360],
    ["right", "position: absolute; right: 0", 360],
    ["bottom", "position: fixed; bottom: 0; left: 200px", 600],
    ["top", "position: fixed; top: 0; left: 250px; margin: 0", 600],
  ])("keeps off the edges of the window: a name at the %s (%s) at %i px", async (_, style, width) => {
    const page = await openMarked(stage, article(`<p style="${style}">Vladimir Putin</p>`));
    await page.setViewport({ width, height: 700 });
    await rest(stage, page);
    const box = await boxOf(stage, page);
    const right = (await page.evaluate(() => document.documentElement.clientWidth)) - 8;
    expect(box.x).toBeGreaterThanOrEqual(8);
    expect(box.x + box.width).toBeLessThanOrEqual(right);
    expect(box.y).toBeGreaterThanOrEqual(8);
    expect(box.y + box.height).toBeLessThanOrEqual(692);
    expect(gap(await nameBox(page), box)).toBeCloseTo(6, 0);
    expect(box.height).toBeGreaterThan(300);
  });

  it("goes to the other side of its name, or to the window's edge, where there is no room any more", async () => {
    const page = await openCard(stage, article(`<div style="height: 150px"></div>${PUTIN}${FAR}`));
    const side = async () => {
      await pass(page, 100);
      const [name, box] = [await nameBox(page), await boxOf(stage, page)];
      expect(box.height).toBeGreaterThan(180);
      return Math.abs(gap(name, box) - 6) > 2 ? "edge" : box.y > name.y ? "below" : "above";
    };
    expect(await side()).toBe("below");
    await page.setViewport({ width: 1000, height: 430 });
    expect(await side()).toBe("above");
    await page.setViewport({ width: 1000, height: 330 });
    expect(await side()).toBe("above");
    await page.evaluate(() => scrollTo(0, 120));
    expect(await side()).toBe("edge");
    await page.setViewport({ width: 1000, height: 700 });
    expect(await side()).toBe("below");
  });

  const SENTENCE = "Vladimir Putin came to Pyongyang with a large delegation, as he had said in spring that he would.";
  const wrapped = (above: number) =>
    article(
      `<div style="height: ${above}px"></div><p style="width: 260px; line-height: 26px">${SENTENCE} He left.</p>`,
    );

  it.each([
    ["below the end of it", wrapped(0), "below"],
    ["above it", wrapped(345), "above"],
  ])("leaves the rest of the sentence to be read: it stands %s", async (_, html, side) => {
    const page = await openMarked(stage, html);
    await page.setViewport({ width: 1000, height: 900 });
    await rest(stage, page);
    const [name, box] = [await nameBox(page), await boxOf(stage, page)];
    const ends = await page.evaluate((length) => {
      const range = document.createRange();
      const text = document.querySelector("p")?.firstChild as Text;
      range.setStart(text, 0);
      range.setEnd(text, length);
      return [...range.getClientRects()].map(({ bottom }) => bottom);
    }, SENTENCE.length);
    expect(ends.length).toBeGreaterThan(3);
    expect(box.y > name.y ? "below" : "above").toBe(side);
    if (side === "below") expect(box.y).toBeCloseTo(Math.max(...ends) + 6, 0);
    else expect(gap(name, box)).toBeCloseTo(6, 0);
    // It is within the mouse's reach there.
    const target = { x: box.x + 60, y: side === "below" ? box.y + 30 : box.y + box.height - 30 };
    await page.mouse.move(target.x, target.y, { steps: 12 });
    await pass(page);
    expect(await hostCount(page)).toBe(1);
  });

  it("reads in its own direction on a page from right to left", async () => {
    const page = await openCard(stage, article(PUTIN).replace("<html", "<html dir=rtl"));
    const places = await stage.driver.inCard(page, (root) => {
      const [card, name, kind] = ["card", "name", "kind"].map((part) => {
        const element = root.querySelector(`.${part}`) as HTMLElement;
        return { ...element.getBoundingClientRect().toJSON(), direction: getComputedStyle(element).direction };
      });
      return { left: name.left - card.left, right: card.right - kind.right, direction: card.direction };
    });
    expect(places?.direction).toBe("ltr");
    expect(places?.left).toBeCloseTo(17, 0);
    expect(places?.right).toBeGreaterThan(16);
  });

  it("fades the text at an end beyond which there is more", async () => {
    const page = await openMarked(stage, article(PUTIN));
    await page.setViewport({ width: 1000, height: 320 });
    await rest(stage, page);
    const fades = (top: number) =>
      stage.driver.inCard(
        page,
        async (root, top) => {
          root.querySelector(".body")?.scrollTo(0, top);
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
          const card = root.querySelector(".card") as HTMLElement;
          return [getComputedStyle(card, "::before").visibility, getComputedStyle(card, "::after").visibility];
        },
        top,
      );
    expect(await fades(0)).toEqual(["hidden", "visible"]);
    const sign = await stage.driver.inCard(
      page,
      (root) => getComputedStyle(root.querySelector(".card") as Element, "::after").content,
    );
    expect(sign).toMatch(/^"▾" \/ ""$/);
    expect(await fades(40)).toEqual(["visible", "visible"]);
    expect(await fades(9999)).toEqual(["visible", "hidden"]);
  });

  it.skipIf(stage.kind === "firefox")("is not printed", async () => {
    const page = await openCard(stage, article(PUTIN));
    await page.emulateMediaType("print");
    expect(await stage.driver.cardBox(page)).toBeUndefined();
  });
});
