import { afterEach, expect, it } from "vitest";
import { article, inEachBrowser } from "../stage.ts";
import { click, expectMarks, expectTexts, openPopup, texts } from "./popups.ts";

const TEXT = article("<p>Vladimir Putin met Kim Jong Un.</p>");
const NAMES = ["Vladimir Putin", "Kim Jong Un"];
const NO_ACCESS = "Dramatis does not have access to websites, so it cannot read this page.";

inEachBrowser("access to websites that is taken away", (stage) => {
  afterEach(() => stage.driver.setSiteAccess(true));

  it("is noticed and said, and nothing breaks; given back, the page is marked without a reload", async () => {
    const { origin } = await stage.serve({ "/article": TEXT });
    await stage.driver.setSiteAccess(false);
    const page = await stage.driver.open(`${origin}/article`);
    const popup = await openPopup(stage, page);
    expect(await texts(popup, ".why")).toEqual([NO_ACCESS]);
    expect(await texts(popup, ".deed")).toEqual(["Allow access"]);
    await expectMarks(page, []);
    await stage.driver.setSiteAccess(true);
    await expectTexts(popup, ".why", ["This page looks like an article."]);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un"]);
    await expectMarks(page, NAMES);
    await stage.driver.setSiteAccess(false);
    await expectTexts(popup, ".why", [NO_ACCESS]);
    expect(await stage.driver.warnings()).toEqual([]);
  });

  // In Chromium nobody can answer the browser's question without a hand.
  it.skipIf(stage.kind === "chrome")("is asked for in the popup", async () => {
    const { origin } = await stage.serve({ "/article": TEXT });
    await stage.driver.setSiteAccess(false);
    const page = await stage.driver.open(`${origin}/article`);
    const popup = await openPopup(stage, page);
    await click(popup, ".grant");
    await stage.driver.acceptPermissions();
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un"]);
    await expectMarks(page, NAMES);
  });
});
