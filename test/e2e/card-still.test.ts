import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { PHONE, until, waitForMarks } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { boxOf, nameBox, openCard, PUTIN, pass } from "./cards.ts";

const NARROW = '<meta name="viewport" content="width=device-width">';
const ABOVE = article(`<div style="height: 560px"></div>${PUTIN}`);
const BELOW = article(PUTIN);

inEachBrowser("what the reader presses on a card", (stage) => {
  /** Where the nth part of a class stands on the card, and what a second press would hit there. */
  const placeOf = async (page: Page, part: string, index = 0) => {
    const place = await stage.driver.inCard(
      page,
      (root, part, index) => {
        const element = root.querySelectorAll(`.${part}`)[index] as HTMLElement;
        const { left, top, width, height } = element.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        return { x, y, isHit: root.elementFromPoint(x, y)?.closest(`.${part}`) === element };
      },
      part,
      index,
    );
    if (!place) throw new Error(`the card shows no ${part} ${index}`);
    return place;
  };
  const isOpen = (page: Page, part: string, index = 0) =>
    stage.driver.inCard(
      page,
      (root, part, index) => root.querySelectorAll(`.${part}`)[index]?.ariaExpanded === "true",
      part,
      index,
    );
  /** Presses it at the place where it is, by the real mouse, and tells how far it has moved. */
  async function pressed(page: Page, part: string, index = 0) {
    const before = await placeOf(page, part, index);
    expect([part, before.isHit]).toEqual([part, true]);
    const wasOpen = await isOpen(page, part, index);
    await page.mouse.move(before.x, before.y, { steps: 4 });
    await page.mouse.click(before.x, before.y);
    await until("it to open or shut", async () => (await isOpen(page, part, index)) !== wasOpen);
    await pass(page, 100);
    const { x, y } = await placeOf(page, part, index);
    return { part, x: Math.round(x - before.x), y: Math.round(y - before.y) };
  }
  const still = (part: string) => ({ part, x: 0, y: 0 });

  it.each([
    ["above", ABOVE],
    ["below", BELOW],
  ])("stays where it is while the card %s its name unfolds, and folds again", async (where, html) => {
    const page = await openCard(stage, html);
    const [name, card] = [await nameBox(page), await boxOf(stage, page)];
    expect(card.y > name.y ? "below" : "above").toBe(where);
    for (const _ of ["open", "shut"]) expect(await pressed(page, "source")).toEqual(still("source"));
    await stage.driver.inCard(page, (root) => root.querySelector(".more")?.scrollIntoView({ block: "center" }));
    expect((await pressed(page, "more")).y).toBe(0);
    const after = await boxOf(stage, page);
    expect(after.y).toBeCloseTo(card.y, 0);
    if (where === "above") expect(after.height).toBeCloseTo(card.height, 0);
  });

  it("stays where it is on a sheet", async () => {
    const { origin } = await stage.serve({ "/article": article(PUTIN, { head: NARROW }) });
    const page = await stage.driver.open(`${origin}/article`, PHONE);
    await waitForMarks(page);
    const { x, y, width, height } = await nameBox(page);
    await stage.driver.tap(page, x + width / 2, y + height / 2);
    await stage.driver.waitForCard(page);
    await pass(page);
    const before = await placeOf(page, "source");
    await stage.driver.tap(page, before.x, before.y);
    await until("the source", () => isOpen(page, "source"));
    await pass(page, 100);
    expect((await placeOf(page, "source")).y).toBeCloseTo(before.y, 0);
  });

  it("leaves a view that comes in its place the size that it needs", async () => {
    const text = "<p>Vladimir Putin met Kim Jong Un in Pyongyang, without Xi Jinping, and spoke of North Korea.</p>";
    const page = await openCard(stage, article(`<div style="height: 560px"></div>${text}`));
    const { height } = await boxOf(stage, page);
    await stage.driver.press(page, "ignore");
    await until("the notice", () => stage.driver.inCard(page, (root) => root.querySelector(".undo") !== null));
    expect((await boxOf(stage, page)).height).toBeLessThan(height / 2);
    await stage.driver.press(page, "undo");
    await until("the card", () => stage.driver.inCard(page, (root) => root.querySelector(".ignore") !== null));
    expect((await boxOf(stage, page)).height).toBeCloseTo(height, 0);
  });
});
