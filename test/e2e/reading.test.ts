import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { marks, noiseOf, textOf, until, waitForMarks } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";

const PUTIN = "<p>Vladimir Putin came to Pyongyang with a large delegation.</p>";

/** Waits until the marks of the page say exactly `expected`, in order; else tells what they say. */
async function expectMarks(page: Page, expected: string[]): Promise<void> {
  const read = async () => (await marks(page)).map(({ text }) => text);
  await until("the marks", async () => JSON.stringify(await read()) === JSON.stringify(expected)).catch(
    () => undefined,
  );
  expect(await read()).toEqual(expected);
}

inEachBrowser("reading", (stage) => {
  const { open } = stage;

  it("shows the role at the article's own date", async () => {
    const at = (day: string) => article("<p>Sergei Shoigu spoke.</p>").replace("2024-06-20", day);
    const roles: string[] = [];
    for (const day of ["2023-09-14", "2024-09-14"]) {
      const page = await open(at(day));
      await waitForMarks(page);
      await stage.driver.hover(page, 0);
      roles.push(textOf(await stage.driver.waitForCard(page), "role") ?? "");
      await page.close();
    }
    expect(roles[0]).toMatch(/^Minister of Defence/);
    expect(roles[1]).not.toMatch(/^Minister of Defence/);
  });

  it("joins names that are split over tags, links, soft hyphens and breaking hints", async () => {
    const page = await open(
      article(`<p><b>Vladimir</b> <i>Putin</i> and <a href="#x">Kim <em>Jong</em></a> Un spoke.</p>
        <p>Sergei&nbsp;La&shy;vrov met Xi Jin<wbr>ping, and <span>Andrei</span><br>Belousov listened.</p>
        <p>The text breaks after Ben</p><p>Hodges begins another.</p>`),
    );
    await waitForMarks(page);
    const texts = (await marks(page)).map(({ text }) => text.replace("\u00ad", "").replace(/\s+/g, " "));
    expect(texts).toEqual([
      "Vladimir Putin",
      "Kim Jong Un",
      "Sergei Lavrov",
      "Xi Jinping",
      expect.stringMatching(/^Andrei ?Belousov$/),
    ]);
  });

  it("takes the date from a dateline, also behind a navigation", async () => {
    const menu = `<nav>${"<p>Another section</p>".repeat(9)}</nav>`;
    const old = "<p>MOSCOW, March 3, 1953 — The foreman Vladimir Putin was praised in Russia.</p>";
    const undated = article(old).replace(/<meta property="article:published_time"[^>]*>/, "");
    const page = await open(undated.replace("<main>", `${menu}<main>`));
    await expectMarks(page, ["Russia"]);
  });

  it("leaves the author's name alone", async () => {
    const page = await open(
      article(`<p class="article__byline">Alexander Novak, Prague</p><p>Oil flows, said OPEC and Putin.</p>`),
    );
    await expectMarks(page, ["Putin"]);
  });

  it("marks text that is added later", async () => {
    const page = await open(article(PUTIN));
    await expectMarks(page, ["Vladimir Putin"]);
    await page.evaluate(() => {
      document.querySelector("main")?.insertAdjacentHTML("beforeend", "<p>Putin then flew on to Vietnam.</p>");
    });
    await expectMarks(page, ["Vladimir Putin", "Putin", "Vietnam"]);
  });

  it("marks a surname for as long as the full name stands in the article", async () => {
    const page = await open(article(`<div id="intro"><p>Kim Jong Un came.</p></div><p>Then Kim left.</p>`));
    await expectMarks(page, ["Kim Jong Un", "Kim"]);
    await page.evaluate(() => document.querySelector("#intro p")?.remove());
    await expectMarks(page, []);
    await page.evaluate(() => {
      document.querySelector("#intro")?.append(document.createElement("p"), "It was Kim Jong Un.");
    });
    await expectMarks(page, ["Kim Jong Un", "Kim"]);
  });

  it("takes marks off edited text before it is painted, and marks the new text", async () => {
    const page = await open(article("<p>Vladimir Putin came.</p><p>He met Kim Jong Un.</p>"));
    await expectMarks(page, ["Vladimir Putin", "Kim Jong Un"]);
    const atNextFrame = await page.evaluate(async () => {
      const text = document.querySelector("p + p")?.firstChild as Text;
      text.data = "Afterwards he met Sergei Lavrov.";
      await new Promise(requestAnimationFrame);
      return [...(CSS.highlights.get("dramatis-underline") ?? [])].filter((range) => range.startContainer === text)
        .length;
    });
    expect(atNextFrame).toBe(0);
    await expectMarks(page, ["Vladimir Putin", "Sergei Lavrov"]);
  });

  it("follows a client-side navigation to another article, and to a page that is none", async () => {
    const page = await open(article(PUTIN));
    await expectMarks(page, ["Vladimir Putin"]);
    await page.evaluate(() => {
      history.pushState({}, "", "/another");
      document.title = "Another";
      document
        .querySelector("main")
        ?.replaceChildren(
          Object.assign(document.createElement("h1"), { textContent: "Another" }),
          Object.assign(document.createElement("p"), { textContent: "Xi Jinping stayed in China." }),
        );
    });
    await expectMarks(page, ["Xi Jinping", "China"]);
    await page.evaluate(() => {
      for (const meta of document.querySelectorAll("meta[property]")) meta.remove();
      history.pushState({}, "", "/");
    });
    await expectMarks(page, []);
    await until("no badge", async () => (await stage.driver.toolbar(page)).badge === "");
  });

  it("reads open shadow roots, also later changes in them", async () => {
    const page = await open(
      article(
        `<p>Nobody here.</p><x-story><template shadowrootmode="open"><p>Vladimir Putin spoke.</p></template></x-story>`,
      ),
    );
    const texts = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get("dramatis-underline") ?? [])].map((range) => range.startContainer.textContent),
      );
    await until("a mark", async () => (await texts()).length === 1);
    expect(await texts()).toEqual(["Vladimir Putin spoke."]);
    const styled = await page.evaluate(() => document.querySelector("x-story")?.shadowRoot?.adoptedStyleSheets.length);
    expect(styled).toBe(1);
    await page.evaluate(() => {
      document
        .querySelector("x-story")
        ?.shadowRoot?.append(Object.assign(document.createElement("p"), { textContent: "Putin left." }));
    });
    await until("a second mark", async () => (await texts()).length === 2);
    const place = await page.evaluate(() => {
      const inside = document.querySelector("x-story")?.shadowRoot?.querySelector("p");
      const { x, y, height } = inside?.getBoundingClientRect() ?? new DOMRect();
      return { x: x + 20, y: y + height / 2 };
    });
    await page.mouse.move(place.x, place.y, { steps: 4 });
    expect(textOf(await stage.driver.waitForCard(page), "name")).toBe("Vladimir Putin");
  });

  it.each([
    ["style-src 'none'", "default-src 'none'; style-src 'none'"],
    ["trusted-types 'none'", "require-trusted-types-for 'script'; trusted-types 'none'"],
  ])("works under %s and logs nothing", async (_, policy) => {
    const { origin } = await stage.serve({ "/article": article(PUTIN) }, { "content-security-policy": policy });
    const page = await stage.driver.puppet.newPage();
    const noise = await noiseOf(page);
    await page.goto(`${origin}/article`);
    await waitForMarks(page);
    await stage.driver.hover(page, 0);
    await stage.driver.waitForCard(page);
    expect((await stage.driver.cardBox(page))?.width).toBe(352);
    expect(noise.console).toEqual([]);
    expect(await noise.violations()).toEqual([]);
  });

  it("leaves a page alone that is no article", async () => {
    const page = await open(`<!doctype html><title>Shop</title><p>Vladimir Putin mugs, 5 euros.</p>`);
    const { title } = await until("the toolbar to say so", async () => {
      const toolbar = await stage.driver.toolbar(page);
      return toolbar.title.includes("article") && toolbar;
    });
    expect(title).toBe("Dramatis – This page does not look like an article.");
    expect(await marks(page)).toEqual([]);
  });

  it("says on the toolbar how many actors a page names", async () => {
    const page = await open(article(`${PUTIN}<p>Putin praised North Korea.</p>`));
    await waitForMarks(page);
    const toolbar = await until("the badge", async () => {
      const shown = await stage.driver.toolbar(page);
      return shown.badge !== "" && shown;
    });
    expect(toolbar).toEqual({ badge: "2", title: "Dramatis: 2 known names on this page" });
  });
});
