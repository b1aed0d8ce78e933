import { afterEach, expect, it } from "vitest";
import { until } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { press, rest } from "./cards.ts";
import { change, click, expectMarks, expectTexts, openPopup, store, stored, texts } from "./popups.ts";

const TEXT = article("<p>Vladimir Putin met Kim Jong Un.</p>");
const NAMES = ["Vladimir Putin", "Kim Jong Un"];

inEachBrowser("a private window", (stage) => {
  afterEach(async () => {
    await store(await stage.driver.openExtensionPage("options.html"), {});
  });

  it("keeps what is chosen in it of sites and actors to private windows, and forgets it with the last of them", async () => {
    const site = await stage.serve({ "/article": TEXT });
    const url = `${site.at("news.test")}/article`;
    const page = await stage.driver.openPrivate(url);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    expect((await texts(popup, ".private")).join()).toContain("forgotten when you close the last");
    await click(popup, ".on-site");
    await expectMarks(page, []);
    await expectTexts(popup, ".why", ["Turned off on this site."]);
    expect(await stored(popup)).toEqual({});
    expect((await stored(popup, "session"))["settings"]).toEqual({ sites: { "news.test": "off" }, ignored: {} });
    // In the popup of a private page, somebody is left out of private windows alone.
    await click(popup, ".on-site");
    await expectMarks(page, NAMES);
    await expectTexts(popup, ".name", ["Vladimir Putin", "Kim Jong-un"]);
    await click(popup, ".actor");
    await expectTexts(popup, ".place", ["1 mention"]);
    await popup.evaluate(() => {
      document.querySelector(".entry")?.shadowRoot?.querySelector<HTMLElement>(".ignore")?.click();
    });
    await expectMarks(page, ["Kim Jong Un"]);
    expect(await stored(popup)).toEqual({});
    // And on the page itself, where the card says that it will be forgotten.
    await page.bringToFront();
    await rest(stage, page);
    await press(stage, page, "ignore");
    await until("the notice", () =>
      stage.driver.inCard(page, (root) =>
        root.querySelector(".forgotten")?.textContent?.includes("forgotten when you close the last"),
      ),
    );
    await expectMarks(page, []);
    expect(await stored(popup)).toEqual({});
    // In Firefox they stand in the same window.
    await popup.close();
    await page.close();
    const own = await stage.driver.openExtensionPage("options.html");
    await until("all to be forgotten", async () => !("settings" in (await stored(own, "session"))));
  });

  it("leads from its popup to the list of who is not marked only for those whom that shows", async () => {
    const site = await stage.serve({ "/article": TEXT });
    const page = await stage.driver.openPrivate(`${site.at("news.test")}/article`);
    await expectMarks(page, NAMES);
    const popup = await openPopup(stage, page);
    const ignore = (actor: string, isPrivate: boolean) =>
      popup.evaluate(
        (actor, isPrivate) => {
          const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
          return api.runtime.sendMessage({ name: "ignore", args: [actor, true, { site: "news.test", isPrivate }] });
        },
        actor,
        isPrivate,
      );
    const why = "You asked not to mark 1 name on this site.";
    const privately = `${why} Only in private windows; forgotten when you close the last one.`;
    await ignore("vladimir-putin", true);
    await expectTexts(popup, ".left-out p", [privately]);
    expect(await texts(popup, ".left-out a")).toEqual([]);
    await ignore("kim-jong-un", false);
    await expectTexts(popup, ".left-out p", [`${why} Change in settings`, privately]);
  });

  // Elsewhere the settings open in an ordinary window.
  it.skipIf(stage.kind !== "firefox")(
    "says in its settings which sites are chosen for private windows alone",
    async () => {
      const site = await stage.serve({ "/article": TEXT });
      const page = await stage.driver.openPrivate(`${site.at("news.test")}/article`);
      await expectMarks(page, NAMES);
      // Beside the page, in the same window.
      const own = await stage.driver.openExtensionPage("options.html");
      await change(own, { sites: { "a.test": "off", "b.test": "off" } });
      await change(own, { sites: { "b.test": "on", "c.test": "off" } }, true);
      const label = "Only in private windows; forgotten when you close the last one.";
      await expectTexts(own, ".sites .site .label", ["a.test", `b.test ${label}`, `c.test ${label}`]);
    },
  );
});

declare const chrome: { runtime: { sendMessage(question: object): Promise<unknown> } };
