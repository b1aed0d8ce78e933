import type { Page } from "puppeteer-core";
import { it } from "vitest";
import { type Toolbar, until, visit } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { expectMarks } from "./popups.ts";

const TWO = article("<p>Vladimir Putin met Kim Jong Un.</p>");
const ONE = article("<p>Vladimir Putin came to Pyongyang.</p>");
const SHOP = `<!doctype html><html lang="en"><title>Shop</title><p>Mugs with Vladimir Putin.</p></html>`;
const MARKS_TWO = { badge: "2", title: "Dramatis: 2 known names on this page" };
const MARKS_ONE = { badge: "1", title: "Dramatis: 1 known name on this page" };
const NO_ARTICLE = { badge: "", title: "Dramatis – This page does not look like an article." };
const IDLE = { badge: "", title: "Dramatis – nothing is marked here" };

inEachBrowser("the button of a tab", (stage) => {
  async function expectButton(page: Page, { badge, title }: Toolbar): Promise<void> {
    let last: Toolbar | undefined;
    const isSo = async () => {
      last = await stage.driver.toolbar(page);
      return last.badge === badge && last.title === title;
    };
    await until(`“${badge}” and “${title}”`, isSo).catch((error: Error) => {
      throw new Error(`${error.message}, not ${JSON.stringify(last)}`);
    });
  }

  it("says nothing of the page before, neither on an article nor on another page nor where no script of ours may be", async () => {
    const site = await stage.serve({ "/two": TWO, "/one": ONE, "/shop": SHOP });
    const page = await stage.driver.open(`${site.origin}/two`);
    await expectButton(page, MARKS_TWO);
    await visit(page, `${site.origin}/shop`);
    await expectButton(page, NO_ARTICLE);
    await visit(page, `${site.origin}/one`);
    await expectButton(page, MARKS_ONE);
    await visit(page, "data:text/html,<p>Vladimir Putin");
    await expectButton(page, IDLE);
  });

  it("follows an address that becomes another without a load", async () => {
    const site = await stage.serve({ "/two": TWO });
    const page = await stage.driver.open(`${site.origin}/two`);
    await expectButton(page, MARKS_TWO);
    await page.evaluate((html) => {
      const next = new DOMParser().parseFromString(html, "text/html");
      document.head.replaceWith(next.head);
      document.body.replaceWith(next.body);
      history.pushState({}, "", "/shop");
    }, SHOP);
    await expectButton(page, NO_ARTICLE);
    await page.evaluate((html) => {
      const next = new DOMParser().parseFromString(html, "text/html");
      document.head.replaceWith(next.head);
      document.body.replaceWith(next.body);
      history.pushState({}, "", "/one");
    }, ONE);
    await expectButton(page, MARKS_ONE);
    // Within the page.
    await page.evaluate(() => {
      location.hash = "below";
      document.querySelector("main")?.insertAdjacentHTML("beforeend", "<p>Kim Jong Un waited.</p>");
    });
    await expectButton(page, MARKS_TWO);
  });

  it("stands as before on a page that comes back as it was left", async () => {
    const site = await stage.serve({ "/two": TWO, "/shop": SHOP });
    const page = await stage.driver.open(`${site.at("left.test")}/two`);
    await expectButton(page, MARKS_TWO);
    await page.evaluate(() => Object.assign(globalThis, { isAsLeft: true }));
    await visit(page, `${site.at("left.test")}/shop`);
    await expectButton(page, NO_ARTICLE);
    // Puppeteer waits for a load that does not come.
    await page.evaluate(() => history.back());
    await until("the page as it was", () => page.evaluate(() => "isAsLeft" in globalThis).catch(() => false));
    await expectButton(page, MARKS_TWO);
  });

  it("counts in a private window as elsewhere, each tab for itself", async () => {
    const site = await stage.serve({ "/two": TWO, "/one": ONE });
    const page = await stage.driver.openPrivate(`${site.at("a.test")}/two`);
    await expectMarks(page, ["Vladimir Putin", "Kim Jong Un"]);
    const usual = await stage.driver.open(`${site.at("a.test")}/one`);
    await expectButton(usual, MARKS_ONE);
    await expectButton(page, MARKS_TWO);
    await visit(page, "data:text/html,<p>Vladimir Putin");
    await expectButton(page, IDLE);
    await expectButton(usual, MARKS_ONE);
    await page.close();
  });
});
