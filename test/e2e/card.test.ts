import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { all, hostCount, textOf, until } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { boxOf, FAR, gone, nameBox, openCard, openMarked, PUTIN, pass, press, rest } from "./cards.ts";

const TWO = "<p>Vladimir Putin met nobody.</p><p>Xi Jinping stayed at home.</p>";

inEachBrowser("the card", (stage) => {
  it("opens where the mouse rests on a name, and leaves nothing when it closes", async () => {
    const page = await openMarked(stage, article(PUTIN));
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await stage.driver.hover(page, 0);
    const card = await stage.driver.waitForCard(page);
    expect(textOf(card, "name")).toBe("Vladimir Putin");
    expect(textOf(card, "kind")).toBe("Person");
    expect(textOf(card, "role")).toContain("President of Russia");
    expect(textOf(card, "description")).toMatch(/^Russian politician/);
    expect(all(card, "statement")).toHaveLength(3);
    for (const statement of all(card, "statement")) {
      expect(textOf(statement, "text")?.length).toBeGreaterThan(20);
      expect(textOf(statement, "source")).toMatch(/, (\d+ )?(\w+ )?20\d\d$/);
    }
    expect(textOf(card, "origin")).toBe("Russia and North Korea, 2022–2024 · sources up to June 2024");
    await page.keyboard.press("Escape");
    await gone(page);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it("sets apart what no article of the digest says", async () => {
    const page = await openCard(stage, article("<p>Yevgeny Prigozhin had led the Wagner Group for years.</p>"));
    await press(stage, page, "more");
    const card = await stage.driver.waitForCard(page);
    expect(textOf(card, "facts-title")).toBe("From public records, not from the articles");
    const facts = all(card, "fact").map((fact) => textOf(fact) ?? "");
    expect(facts).toHaveLength(2);
    for (const fact of facts) expect(fact).toMatch(/ 2023$/);
    const said = all(card, "statements").map((list) => textOf(list));
    expect(said.join()).not.toContain(facts[0]);
  });

  it("names the speaker, and the way by which the words came", async () => {
    const letter = "<p>Rodong Sinmun printed the letter on US pressure, blackmail and military threats.</p>";
    const page = await openCard(stage, article(letter));
    const citations = all(await stage.driver.waitForCard(page), "citation").map((citation) => textOf(citation));
    expect(citations.join("; ")).toContain(
      "Quoted: Vladimir Putin (a letter in Rodong Sinmun) · Unnamed blog, June 2024",
    );
  });

  it("stays while the mouse is on it, and closes once it has left", async () => {
    const page = await openCard(stage, article(PUTIN));
    const box = await boxOf(stage, page);
    await page.mouse.move(box.x + 40, box.y + 40, { steps: 4 });
    await pass(page);
    expect(await hostCount(page)).toBe(1);
    await page.mouse.move(box.x + box.width + 150, box.y + 60, { steps: 4 });
    await gone(page);
  });

  it("stays shut after Escape until the mouse has left the name", async () => {
    const page = await openCard(stage, article(PUTIN));
    await page.keyboard.press("Escape");
    await gone(page);
    const { x, y, height } = await nameBox(page);
    for (const dx of [30, 32, 50]) {
      await page.mouse.move(x + dx, y + height / 2);
      await pass(page, 400);
      expect(await hostCount(page)).toBe(0);
    }
    await page.mouse.move(x + 30, y + 200, { steps: 3 });
    await rest(stage, page);
  });

  it("switches to the next name", async () => {
    const page = await openCard(stage, article(TWO), 1);
    const { x, y, height } = await nameBox(page, 0);
    await page.mouse.move(x + 20, y + height / 2, { steps: 3 });
    await until("the other card", async () => {
      const card = await stage.driver.readCard(page);
      return card && textOf(card, "name") === "Vladimir Putin";
    });
    expect(await hostCount(page)).toBe(1);
  });

  it("does not open for a mouse that sweeps over names", async () => {
    const names = "<p>Vladimir Putin, Xi Jinping, Kim Jong Un and Sergei Lavrov in Russia and China.</p>";
    const page = await openMarked(stage, article(names));
    await page.evaluate(() => {
      new MutationObserver(() => {
        document.title = "opened";
      }).observe(document.documentElement, { childList: true });
    });
    const { x, y, height } = await nameBox(page);
    for (const target of [x + 600, x, x + 600]) await page.mouse.move(target, y + height / 2, { steps: 15 });
    await page.mouse.move(x + 600, y + 200);
    await pass(page);
    expect(await page.title()).toBe("Leaders meet");
  });

  it.each([
    ["scrolling", () => scrollBy(0, 60)],
    ["a layout shift", () => document.querySelector("h1")?.append(" and part, and meet again".repeat(9))],
  ])("does not open where %s interrupts the rest", async (_, stir) => {
    const page = await openMarked(stage, article(`${PUTIN}${FAR}`));
    await page.evaluate((stir) => {
      addEventListener("pointermove", () => setTimeout(new Function(`(${stir})()`), 100), { once: true });
    }, String(stir));
    const { x, y, height } = await nameBox(page);
    await page.mouse.move(x + 20, y + height / 2);
    await pass(page);
    expect(await hostCount(page)).toBe(0);
  });

  it.each<[string, (page: Page) => Promise<void>]>([
    ["the wheel", (page) => page.mouse.wheel({ deltaY: 20 })],
    ["a press", (page) => page.mouse.down({ button: "middle" })],
  ])("does not open where %s interrupts the rest", async (_, stir) => {
    // With nothing to scroll: what moves under the pointer would be another rest.
    const page = await openMarked(stage, article(PUTIN));
    const { x, y, height } = await nameBox(page);
    await page.mouse.move(x + 20, y + height / 2);
    await stir(page);
    await pass(page);
    expect(await hostCount(page)).toBe(0);
  });

  it.each([
    ["removed", () => document.querySelector("p")?.remove()],
    ["out of display", () => document.querySelector("main")?.setAttribute("style", "display: none")],
    ["made invisible", () => document.querySelector("main")?.setAttribute("style", "visibility: hidden")],
    ["left with its page", () => dispatchEvent(new Event("pagehide"))],
  ])("closes when its name is %s", async (_, change) => {
    const page = await openCard(stage, article(PUTIN));
    await page.evaluate(change);
    await gone(page);
  });

  it("stays while the reader selects its text, also past its edge, and with what they have selected", async () => {
    const page = await openCard(stage, article(PUTIN));
    const box = await boxOf(stage, page);
    await page.mouse.move(box.x + 30, box.y + 30, { steps: 3 });
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 150, { steps: 3 });
    await page.mouse.move(box.x + box.width + 150, box.y + 150, { steps: 3 });
    await pass(page);
    expect(await hostCount(page)).toBe(1);
    await page.mouse.up();
    await page.mouse.move(box.x + box.width + 180, box.y + 150, { steps: 3 });
    await pass(page);
    expect(await hostCount(page)).toBe(1);
    await page.keyboard.press("Escape");
    await gone(page);
  });

  it("stays where a Shift key goes down and up while the pointer is on it", async () => {
    const page = await openCard(stage, article(PUTIN));
    const box = await boxOf(stage, page);
    await page.mouse.move(box.x + 30, box.y + 30, { steps: 3 });
    await page.keyboard.press("Shift");
    await pass(page);
    expect(await hostCount(page)).toBe(1);
  });

  it("does not open while a button is down", async () => {
    const page = await openMarked(stage, article(PUTIN));
    const { x, y, height } = await nameBox(page);
    await page.mouse.move(x + 200, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + height / 2, { steps: 5 });
    await pass(page);
    expect(await hostCount(page)).toBe(0);
    await page.mouse.up();
  });

  it("keeps the wheel to itself", async () => {
    const page = await openCard(stage, article(`${PUTIN}${FAR}`));
    const box = await boxOf(stage, page);
    await page.mouse.move(box.x + 40, box.y + 60, { steps: 4 });
    for (let i = 0; i < 8; i++) await page.mouse.wheel({ deltaY: 300 });
    await pass(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await hostCount(page)).toBe(1);
  });

  it("shows the little markup that a digest's text may hold, also where the page forbids to parse any", async () => {
    const text = "<p>Yevgeny Prigozhin died in a plane crash: did Russia have a part in it?</p>";
    const page = await openMarked(stage, article(text), {
      "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'",
    });
    await rest(stage, page);
    const quotes = await stage.driver.inCard(page, (root) =>
      [...root.querySelectorAll("li q")].map((q) => q.innerHTML),
    );
    expect(quotes).toContain("“complete lie”");
  });
});
