import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { all, type CardNode, hostCount, marks, textOf, until } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";
import { gone, openCard, openMarked, PUTIN, press, rest } from "./cards.ts";

const CRASH = "<p>Yevgeny Prigozhin died in a plane crash, and some suspected the Kremlin.</p>";

inEachBrowser("what the card says", (stage) => {
  const card = async (page: Page): Promise<CardNode> => {
    const read = await stage.driver.readCard(page);
    if (!read) throw new Error("no card is open");
    return read;
  };
  const texts = async (page: Page, part: string) => all(await card(page), part).map((node) => textOf(node) ?? "");
  /** The part that has the focus, by its class. */
  const focused = (page: Page) => stage.driver.inCard(page, (root) => root.activeElement?.className);

  it("begins with what fits the paragraph under the pointer", async () => {
    const page = await openMarked(
      stage,
      article(
        "<p>Vladimir Putin showed his guest the launch pad and spoke of satellites and rockets to orbit.</p><p>Putin needs shells and ammunition for the artillery, said the general.</p>",
      ),
    );
    const firstOf = async (index: number) => {
      await page.mouse.move(990, 690, { steps: 3 });
      await gone(page);
      await rest(stage, page, index);
      return (await texts(page, "text")).join(" ");
    };
    expect(await firstOf(0)).toMatch(/satellite|space/i);
    expect(await firstOf(1)).toMatch(/ammunition|shells|weapons/i);
  });

  it("says so where its statements have nothing to do with the text", async () => {
    const page = await openMarked(
      stage,
      article("<p>The bakery of the European Union sells bread.</p><p>Vladimir Putin met Kim Jong Un.</p>"),
    );
    await rest(stage, page);
    expect(await texts(page, "other-matters")).toEqual(["On other matters"]);
    expect((await texts(page, "text")).length).toBeGreaterThan(0);
    await page.mouse.move(990, 690, { steps: 3 });
    await gone(page);
    await rest(stage, page, 1);
    expect(await texts(page, "other-matters")).toEqual([]);
  });

  it("says of whom its articles say nothing that they do, and shows the facts that there are in their place", async () => {
    const page = await openCard(stage, article("<p>Donald Trump had met the young leader before.</p>"));
    expect(await texts(page, "none")).toEqual(["The articles of the digest say nothing about this name."]);
    expect(await texts(page, "fact")).toHaveLength(4);
    expect(await texts(page, "facts-title")).toEqual(["From public records, not from the articles"]);
    expect(await texts(page, "more")).toEqual([]);
  });

  it("says who says so before what is said, and quotes with marks that can be copied", async () => {
    const page = await openCard(stage, article(CRASH));
    const order = await stage.driver.inCard(page, (root) =>
      [...root.querySelectorAll(".text")].map((text) => {
        const before = text.previousElementSibling;
        return `${before?.className} ${(before?.getBoundingClientRect().bottom ?? 0) <= text.getBoundingClientRect().top}`;
      }),
    );
    expect(new Set(order)).toEqual(new Set(["citation true"]));
    expect((await texts(page, "text")).join()).toContain("“complete lie”");
  });

  it("says nothing aloud and leaves the focus alone when the mouse opens it", async () => {
    const page = await openMarked(stage, article(`<p><input id="search"></p>${PUTIN}`));
    await page.focus("#search");
    await rest(stage, page);
    const loud = await stage.driver.inCard(
      page,
      (root) => root.querySelectorAll('[role="status"], [role="alert"], [aria-live]').length,
    );
    expect(loud).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search");
    await page.keyboard.type("k");
    expect(await page.$eval("input", ({ value }) => value)).toBe("k");
  });

  it("does not move where the reader wants less motion, and fades in where not", async () => {
    const page = await openMarked(stage, article(PUTIN));
    const animations = async (reducedMotion: boolean) => {
      await stage.driver.setMedia(page, { reducedMotion });
      await page.mouse.move(990, 690, { steps: 3 });
      await gone(page);
      await rest(stage, page);
      return stage.driver.inCard(
        page,
        (root) => getComputedStyle(root.querySelector(".card") as Element).animationName,
      );
    };
    expect(await animations(true)).toBe("none");
    expect(await animations(false)).toBe("appear");
  });

  it("unfolds the other statements in their place, by the dates of their sources, and folds them again", async () => {
    const page = await openCard(stage, article(PUTIN));
    const first = await texts(page, "text");
    expect(first).toHaveLength(3);
    const [label = ""] = await texts(page, "more");
    await press(stage, page, "more");
    const unfolded = await texts(page, "text");
    expect(unfolded.slice(0, 3)).toEqual(first);
    const items = all(await card(page), "statement");
    expect(label).toBe(`${items.length - 3} more statements`);
    expect(new Set(unfolded).size).toBe(unfolded.length);
    expect(await texts(page, "group-date")).toEqual([
      "June 2024",
      "September 14, 2023",
      "September 2023",
      "September 2022",
    ]);
    expect(await texts(page, "more")).toEqual(["Show fewer"]);
    await press(stage, page, "more");
    const shown = await stage.driver.inCard(page, (root) => root.querySelector(".rest")?.checkVisibility());
    expect(shown).toBe(false);
    expect(await texts(page, "more")).toEqual([label]);
  });

  it("opens what there is to know of a source under its statement", async () => {
    const page = await openCard(stage, article(CRASH));
    await press(stage, page, "source");
    const facts = (await texts(page, "source-facts"))[0] ?? "";
    expect(facts).toMatch(
      /^Article Defiant Putin and Kim Jong Un .+ Kind of text Report Outlet Daily Express \(inferred\) Inferred\. .+ Date September 2023 The text .+ Paragraph \d+ About the text .+/,
    );
    await press(stage, page, "source");
    const shown = await stage.driver.inCard(page, (root) => root.querySelector(".details")?.checkVisibility());
    expect(shown).toBe(false);
  });

  it("links to the article where the digest has its address", async () => {
    const page = await openCard(stage, article("<p>Cheong Seong-chang spoke of the Sejong Institute's view.</p>"));
    await press(stage, page, "source");
    const [link] = all(await card(page), "address");
    expect(link?.attributes).toMatchObject({ target: "_blank", rel: "noopener noreferrer" });
    expect(link?.attributes["href"]).toMatch(/^https:\/\/www\.dailymail\.co\.uk\//);
  });

  it("shows both sides of what is contradicted, one below the other, or beside each other where there is room", async () => {
    const page = await openCard(stage, article(CRASH));
    expect(await texts(page, "differ")).toEqual(["Sources differ"]);
    const sidesAt = (width: string) =>
      stage.driver.inCard(
        page,
        (root, width) => {
          (root.querySelector(".card") as HTMLElement).style.width = width;
          return [...root.querySelectorAll(".side")].map((side) => {
            const { top, bottom, left, right } = side.getBoundingClientRect();
            return { top, bottom, left, right, text: side.querySelector(".text")?.textContent ?? "" };
          });
        },
        width,
      );
    const [one, other] = (await sidesAt("440px")) ?? [];
    expect(one?.top).toBe(other?.top);
    expect(one?.right).toBeLessThan(other?.left ?? 0);
    const sides = await sidesAt("");
    expect(sides).toHaveLength(2);
    expect(sides?.[0]?.left).toBe(sides?.[1]?.left);
    expect(sides?.[0]?.bottom).toBeLessThan(sides?.[1]?.top ?? 0);
    expect(sides?.map(({ text }) => /complete lie/.test(text)).sort()).toEqual([false, true]);
    await press(stage, page, "more");
    const said = await texts(page, "text");
    expect(new Set(said).size).toBe(said.length);
  });

  it("counts independent sources that say the same, and names them", async () => {
    const page = await openCard(stage, article(PUTIN));
    await press(stage, page, "more");
    const places = await stage.driver.inCard(page, (root) =>
      [...root.querySelectorAll(".statement")].map((item) => item.querySelector(".independent")?.textContent ?? ""),
    );
    const at = places?.findIndex((text) => /^\d independent sources$/.test(text)) ?? -1;
    expect(at).toBeGreaterThanOrEqual(0);
    await stage.driver.inCard(
      page,
      (root, at) => root.querySelectorAll(".statement")[at]?.querySelector<HTMLElement>(".source")?.focus(),
      at,
    );
    await page.keyboard.press("Enter");
    const [alike] = await texts(page, "alike");
    expect(alike).toMatch(/20\d\d$/);
  });

  it("counts them on the side that they are on, and names them there, where sources differ", async () => {
    const page = await openCard(
      stage,
      article("<p>The sanctions leave Vladimir Putin unafraid, or they work against the Kremlin.</p>"),
    );
    await press(stage, page, "more");
    const sides = await stage.driver.inCard(page, (root) => {
      const all = [...root.querySelectorAll(".independent")];
      const pair = [...root.querySelectorAll(".sides")].find((sides) => sides.querySelector(".independent"));
      const chips = [...(pair?.querySelectorAll(".side") ?? [])].map((side) => side.querySelector(".independent"));
      return chips.map((chip) => ({ count: chip?.textContent ?? "", index: chip ? all.indexOf(chip) : -1 }));
    });
    // Two who are of one mind do not bear each other out.
    expect(sides?.map(({ count }) => count)).toEqual(["", "Similar views in 2 sources"]);
    await press(stage, page, "independent", sides?.[1]?.index);
    expect(await texts(page, "source-term")).toContain("Similar views elsewhere");
    const alike = await stage.driver.inCard(
      page,
      (root) => root.querySelector(".sides .details:not([hidden]) .alike")?.textContent,
    );
    expect(alike).toMatch(/20\d\d$/);
  });

  it("shows what two actors of the page have in common, and the way back", async () => {
    const page = await openCard(
      stage,
      article("<p>Vladimir Putin met Kim Jong Un in Pyongyang, without Xi Jinping.</p>"),
    );
    const companions = await stage.driver.inCard(page, (root) =>
      [...root.querySelectorAll(".companion")].map((button) => `${button.textContent}: ${button.ariaDescription}`),
    );
    expect(companions?.[0]).toMatch(/^Kim Jong-un (\d+): \1 statements$/);
    expect(companions?.join()).not.toContain("Lavrov");
    const before = await texts(page, "text");
    await press(stage, page, "companion");
    expect(await texts(page, "name")).toEqual(["Vladimir Putin and Kim Jong-un"]);
    expect(all(await card(page), "statement")).toHaveLength(Number(/\d+/.exec(companions?.[0] ?? "")?.[0]));
    expect(await focused(page)).toBe("back");
    await press(stage, page, "back");
    expect(await texts(page, "text")).toEqual(before);
    expect(await focused(page)).toBe("companion");
  });

  it("warns where the role shown may have changed since, and nowhere else", async () => {
    const page = await openCard(stage, article(PUTIN).replace("2024-06-20T08", "2026-03-01T08"));
    expect((await texts(page, "stale"))[0]).toMatch(
      /^The role is known up to \w+ 20\d\d; it may have changed since\.$/,
    );
    const other = await openCard(stage, article("<p>Russia and its neighbours.</p>"));
    expect(await texts(other, "stale")).toEqual([]);
    // Once is enough where nobody knows the page's day.
    const undated = await openCard(stage, article(PUTIN).replace(/<meta property="article:published_time".*?>/, ""));
    expect(await texts(undated, "role")).toEqual([expect.stringMatching(/\(as of \w+ .*20\d\d\)$/)]);
    expect(await texts(undated, "stale")).toEqual([]);
  });

  it("says of what comes later than the article that it does", async () => {
    const page = await openCard(stage, article(PUTIN).replace("2024-06-20T08", "2023-09-20T08"));
    await press(stage, page, "more");
    const citations = await texts(page, "citation");
    const later = citations.filter((text) => text.startsWith("later than this article"));
    expect(later.length).toBeGreaterThan(0);
    // Newer sources speak of older times as well.
    for (const text of later) expect(text).toMatch(/, June 2024/);
    expect(later.length).toBeLessThan(citations.filter((text) => /, June 2024/.test(text)).length);
  });

  it.each([
    ["https or this computer", {}],
    ["a page that forbids the clipboard", { "permissions-policy": "clipboard-write=()" }],
  ])("copies a statement as a citation: %s", async (_, headers) => {
    const page = await openMarked(stage, article(`${CRASH}<textarea></textarea>`), headers);
    await rest(stage, page);
    await press(stage, page, "source");
    await press(stage, page, "copy");
    await until("the card to say so", async () => (await texts(page, "status"))[0] === "Copied");
    await page.focus("textarea");
    await page.keyboard.down("Control");
    await page.keyboard.press("v");
    await page.keyboard.up("Control");
    const pasted = await page.$eval("textarea", ({ value }) => value);
    const [text] = await texts(page, "text");
    expect(pasted).toContain(text?.replace(/[“”"]/g, '"').slice(0, 20));
    expect(pasted).toMatch(
      /\(.*Daily Express \(inferred\), “Defiant Putin and Kim Jong Un .+”, September 2023, paragraphs? \d+.*\)\. Read in an unsigned copy; .+$/,
    );
  });

  // The last one: this browser does not mark him any more.
  it("takes somebody's marks off the site, in every form, brings them back, and remembers", async () => {
    const text = "<p>Vladimir Putin met Kim Jong Un. Putin left.</p>";
    const { origin } = await stage.serve({ "/article": article(text), "/other": article(text) });
    const marked = async (on: Page) => (await marks(on)).map((mark) => mark.text);
    const other = await stage.driver.open(`${origin}/other`);
    const page = await stage.driver.open(`${origin}/article`);
    await until("marks", async () => (await marked(page)).length === 3);
    await rest(stage, page);
    await press(stage, page, "ignore");
    await until("the marks to go", async () => (await marked(page)).join() === "Kim Jong Un");
    expect((await texts(page, "ignored"))[0]).toBe("Vladimir Putin is no longer marked on 127.0.0.1.");
    // In tabs that are open, too.
    await until("the other page's marks to go", async () => (await marked(other)).join() === "Kim Jong Un");
    await press(stage, page, "undo");
    await until("the marks to come back", async () => (await marked(page)).length === 3);
    expect(await texts(page, "name")).toEqual(["Vladimir Putin"]);
    await press(stage, page, "ignore");
    await until("the marks to go again", async () => (await marked(page)).join() === "Kim Jong Un");
    await press(stage, page, "close");
    await gone(page);
    await page.reload();
    await until("the one mark", async () => (await marked(page)).join() === "Kim Jong Un");
    expect(await hostCount(page)).toBe(0);
  });
});
