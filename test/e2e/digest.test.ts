import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { until } from "../../scripts/drive.ts";
import type { Claim, Digest } from "../../src/digest/schema.ts";
import { inEachBrowser } from "../stage.ts";
import { axeFaults, sticksOut } from "./axe-faults.ts";
import { change, click, expectTexts, failAt, texts } from "./popups.ts";
import { outOfOrder } from "./reading-order.ts";

const digest: Digest = JSON.parse(readFileSync("dist/chrome/digest.json", "utf8"));
const { actors, claims, sources } = digest;
/** As it is read: without markup, whatever quotation marks there are. */
const plain = (text: string) => text.replace(/<[^>]*>|[“”"]/g, "");
const lost = (claims: readonly Claim[], shown: readonly string[]) =>
  claims.filter(({ text }) => !shown.includes(plain(text))).map(({ id }) => id);

inEachBrowser("the page of the digest", (stage) => {
  async function open(address = ""): Promise<Page> {
    const page = await stage.driver.openExtensionPage(`digest.html${address}`);
    await until("the digest", async () => (await texts(page, "h1")).join() === digest.title);
    return page;
  }
  const names = (page: Page) => texts(page, ".actors .name");
  /** The texts of all statements in view. */
  const statements = (page: Page) =>
    page.evaluate(() => {
      const root = document.querySelector(".entry")?.shadowRoot;
      return [...(root?.querySelectorAll(".text") ?? [])].map((one) => (one.textContent ?? "").replace(/[“”"]/g, ""));
    });
  const heading = (page: Page) =>
    page.evaluate(() => document.querySelector(".entry")?.shadowRoot?.querySelector("h2")?.textContent ?? "");
  const showing = (page: Page, name: string) => until(name, async () => (await heading(page)) === name);
  const focused = (page: Page) =>
    page.evaluate(() => {
      const active = document.activeElement;
      return (active?.shadowRoot?.activeElement ?? active)?.textContent ?? "";
    });
  const search = async (page: Page, query: string) => {
    await page.bringToFront();
    await page.focus(".search");
    await page.$eval(".search", (input) => (input as HTMLInputElement).select());
    await page.keyboard.type(query);
  };

  it("says what the digest is, and lists everybody in it", async () => {
    const page = await open();
    const facts = (await texts(page, ".facts .value")).join("; ");
    for (const said of [digest.author ?? "", "November 22, 2026", "English", "62 names, 164 statements, and 5 sources"])
      expect(facts).toContain(said);
    await until("the list", async () => (await names(page)).length > 0);
    expect((await names(page)).sort()).toEqual(actors.map(({ name }) => name).sort());
    expect(await texts(page, ".sources .name")).toHaveLength(sources.length);
  });

  it("finds an actor by any name, shows all claims of them, and goes back to where the reader was", async () => {
    const page = await open();
    for (const [query, found] of [
      ["ПУТИН", "Vladimir Putin"],
      ["kim jong eun", "Kim Jong-un"],
      ["Sergueï Choïgou", "Sergei Shoigu"],
    ] as const) {
      await search(page, query);
      await expectTexts(page, ".actors .name", [found]);
    }
    expect(await texts(page, ".found-names")).toEqual([`Names: 1 of ${actors.length}`]);
    expect(await texts(page, ".form")).toEqual(["also: Sergueï Choïgou"]);
    // Words of a name in one language, of one in another, and of a role, in whatever order.
    await search(page, "president путин");
    await expectTexts(page, ".actors .name", ["Vladimir Putin"]);
    await search(page, "putin");
    // “Putin's chef” comes after him whose own name it is.
    const found = ["Vladimir Putin", "Yevgeny Prigozhin"];
    await expectTexts(page, ".actors .name", found);
    // Past the way to the sources.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await showing(page, "Vladimir Putin");
    expect(await page.evaluate(() => [location.hash, document.title])).toEqual([
      "#actor=vladimir-putin",
      "Vladimir Putin – Dramatis",
    ]);
    expect(await focused(page)).toBe("Vladimir Putin");
    const own = claims.filter(({ actors }) => actors.some(({ id }) => id === "vladimir-putin"));
    expect(own.length).toBeGreaterThan(50);
    expect(lost(own, await statements(page))).toEqual([]);
    // Not by puppeteer's own, which waits for a load that does not come.
    await page.evaluate(() => history.back());
    await expectTexts(page, ".actors .name", found);
    await until("the focus", async () => (await focused(page)).startsWith("Vladimir Putin"));
    await page.evaluate(() => history.forward());
    await showing(page, "Vladimir Putin");
  });

  it("finds sources too, leads to them, and says where nothing is found", async () => {
    const page = await open();
    await expectTexts(page, ".to-sources", [`Sources: ${sources.length} of ${sources.length}`]);
    await search(page, "MailOnline");
    const own = sources.filter(({ outlet }) => outlet === "MailOnline");
    expect(own.length).toBeGreaterThan(0);
    await expectTexts(
      page,
      ".sources .name",
      own.map(({ title }) => title),
    );
    await expectTexts(page, ".found-names, .to-sources", [
      `Names: 0 of ${actors.length}`,
      `Sources: ${own.length} of ${sources.length}`,
    ]);
    await click(page, ".to-sources");
    expect(await focused(page)).toBe("Sources");
    expect(await page.evaluate(() => location.hash)).toBe("");
    await search(page, "nobody at all");
    await expectTexts(page, ".found-names", ["Nothing matches your search."]);
    expect(
      await page.$$eval(".to-sources, .chapter.sources", (all) => all.every((one) => !one.checkVisibility())),
    ).toBe(true);
  });

  it("shows the role by which somebody is found, with its time", async () => {
    const page = await open();
    await search(page, '"minister of defence" shoigu');
    await expectTexts(page, ".actors .name", ["Sergei Shoigu"]);
    expect(await texts(page, ".actors .role")).toEqual(["Former: Minister of Defence of Russia (until May 12, 2024)"]);
  });

  it("shows a page's own subject larger than the digest's title, and names it once", async () => {
    const page = await open();
    const size = (part: string) =>
      page.evaluate((part) => {
        const root = document.querySelector(".entry")?.shadowRoot;
        const element = document.querySelector(part) ?? root?.querySelector(part);
        return Number.parseFloat(getComputedStyle(element as Element).fontSize);
      }, part);
    const alone = await size("h1");
    for (const [address, name] of [
      ["actor=kim-jong-un", "Kim Jong-un"],
      [`source=${sources[0]?.id}`, sources[0]?.title ?? ""],
    ] as const) {
      await page.evaluate((address) => (location.hash = address), address);
      await showing(page, name);
      expect(await size("h2.name")).toBeGreaterThan(1.5 * (await size("h1")));
      expect(await size("h1")).toBeLessThan(alone);
      const text = await page.$eval(".entry", (entry) => entry.shadowRoot?.querySelector(".body")?.textContent ?? "");
      if (!address.startsWith("source")) continue;
      expect(text.split(name)).toHaveLength(2);
      // No term is left without what it says.
      expect(text).not.toContain("Article");
    }
  });

  it("shows of a source its date, basis and notes, and all that it is cited for", async () => {
    const page = await open();
    for (const source of sources) {
      await click(page, `.sources [href="#source=${source.id}"]`);
      await showing(page, source.title);
      const own = claims.filter(({ citations }) => citations.some((one) => one.source === source.id));
      expect(lost(own, await statements(page))).toEqual([]);
      const about = plain(
        await page.evaluate(
          () => document.querySelector(".entry")?.shadowRoot?.querySelector(".details")?.textContent ?? "",
        ),
      );
      for (const told of [source.published.basis, ...source.notes]) expect(about).toContain(plain(told));
      await click(page, ".back");
      await until("the list", async () => (await names(page)).length === actors.length);
    }
  });

  /** Follows the nth link of this class in what is drawn as on a card. */
  const follow = async (page: Page, part: string, nth = 0) => {
    await page.bringToFront();
    const link = (await page.$$(`.entry >>> .${part}`))[nth];
    if (!link) throw new Error(`there is no ${part} ${nth}`);
    await link.scrollIntoView();
    await link.click();
  };
  const place = (page: Page) => page.evaluate(() => Math.round(scrollY));
  const go = async (page: Page, by: number, name: string) => {
    // Not by puppeteer's own, which waits for a load that does not come.
    await page.evaluate((by) => history.go(by), by);
    await showing(page, name);
  };

  it("leads from an actor to those named with them, from a statement to its source, and from there to whom it names", async () => {
    const page = await open("#actor=yevgeny-prigozhin");
    await showing(page, "Yevgeny Prigozhin");
    await follow(page, "companion");
    await showing(page, "Russia");
    await go(page, -1, "Yevgeny Prigozhin");
    await follow(page, "to-source");
    const address = await page.evaluate(() => location.hash);
    const shown = sources.find(({ id }) => `#source=${id}` === address);
    await showing(page, shown?.title ?? "");
    // It does not lead to itself.
    expect(await page.$$(`.entry >>> .to-source[href="${address}"]`)).toEqual([]);
    const named = await page.$$eval(".entry >>> a.companion", (all) => all.map((one) => one.textContent));
    const own = claims.filter(({ citations }) => citations.some((one) => `#source=${one.source}` === address));
    const ids = new Set(own.flatMap(({ actors }) => actors.map(({ id }) => id)));
    expect(named).toHaveLength(ids.size);
    await follow(
      page,
      "companion",
      named.findIndex((name) => name?.startsWith("Yevgeny Prigozhin")),
    );
    await showing(page, "Yevgeny Prigozhin");
  });

  it("tells beside a link to the source what it tells on a card, in place", async () => {
    const page = await open("#actor=yevgeny-prigozhin");
    await showing(page, "Yevgeny Prigozhin");
    expect((await page.$$(".entry >>> .to-source")).length).toBeGreaterThan(3);
    await follow(page, "source");
    const details = await page.$$eval(".entry >>> .details:not([hidden])", (all) => all.map((one) => one.textContent));
    expect(details).toHaveLength(1);
    expect(details[0]).toContain("Copy as citation");
    expect(await heading(page)).toBe("Yevgeny Prigozhin");
  });

  it("goes back and forward to where the reader was, with the focus, also after a reload", async () => {
    const page = await open("#actor=vladimir-putin");
    await showing(page, "Vladimir Putin");
    await follow(page, "to-source", 20);
    const address = await page.evaluate(() => location.hash);
    const source = sources.find(({ id }) => `#source=${id}` === address)?.title ?? "";
    await showing(page, source);
    expect(await place(page)).toBe(0);
    await follow(page, "companion", 3);
    await until("the name", async () => ![source, ""].includes(await heading(page)));
    const name = await heading(page);
    await go(page, -1, source);
    expect(await focused(page)).toContain(name);
    const low = await place(page);
    expect(low).toBeGreaterThan(500);
    await go(page, -1, "Vladimir Putin");
    const high = await place(page);
    expect(high).toBeGreaterThan(500);
    const nth = () =>
      page.$$eval(".entry >>> .to-source", (all) =>
        all.indexOf(document.querySelector(".entry")?.shadowRoot?.activeElement as Element),
      );
    expect(await nth()).toBe(20);
    await go(page, 1, source);
    expect(await place(page)).toBe(low);
    // Nor here.
    await page.evaluate(() => {
      document.title = "before";
      setTimeout(() => location.reload());
    });
    await until("the page", () =>
      page.title().then(
        (title) => title !== "before",
        () => false,
      ),
    );
    await showing(page, source);
    await until("the place", async () => (await place(page)) === low);
    await go(page, -1, "Vladimir Putin");
    expect([await place(page), await nth()]).toEqual([high, 20]);
  });

  it("leads back to the list as it was left, however far one has gone from there", async () => {
    const page = await open();
    await click(page, ".actors .item:nth-child(40) a");
    await until("an actor", async () => (await heading(page)) !== "");
    const name = await heading(page);
    const follows = await page.evaluate(() => history.length);
    await follow(page, "to-source");
    await until("its source", async () => ![name, ""].includes(await heading(page)));
    await click(page, ".back");
    await until("the list", async () => (await names(page)).length === actors.length);
    expect(await focused(page)).toContain(name);
    expect(await place(page)).toBeGreaterThan(500);
    expect(await page.evaluate(() => history.length)).toBe(follows + 1);
  });

  it("has the focus at its beginning where one comes to the list for the first time", async () => {
    const page = await open("#actor=kim-jong-un");
    await showing(page, "Kim Jong-un");
    await page.bringToFront();
    await page.focus(".back");
    await page.keyboard.press("Enter");
    await until("the list", async () => (await names(page)).length === actors.length);
    expect(await focused(page)).toBe(digest.title);
  });

  it("leaves it to the browser where the list is to be in another tab", async () => {
    const page = await open();
    await click(page, ".actors .item:nth-child(2) a");
    await until("an actor", async () => (await heading(page)) !== "");
    const name = await heading(page);
    await page.keyboard.down("Control");
    await click(page, ".back");
    await page.keyboard.up("Control");
    const isList = (address: string) => address.endsWith("digest.html#");
    await until("another tab", async () => (await stage.driver.addresses()).some(isList));
    expect(await heading(page)).toBe(name);
    expect(await texts(page, ".all")).toEqual([]);
  });

  it("says why something cannot be shown that it may well know", async () => {
    const page = await open();
    await failAt(page, "wholeEntry");
    await page.evaluate(() => location.assign("#actor=kim-jong-un"));
    await expectTexts(page, ".one .none", ["This could not be shown: wholeEntry: no memory"]);
    await failAt(page, "wholeEntry", false);
    await page.evaluate(() => location.assign("#actor=nobody"));
    await expectTexts(page, ".one .none", ["There is nothing in the digest at this address."]);
  });

  it("says why a search finds nothing that may well be there, and shows nothing else for it", async () => {
    const page = await open();
    await until("the list", async () => (await names(page)).length === actors.length);
    await failAt(page, "findActors");
    await search(page, "kim");
    await expectTexts(page, ".found-names, .to-sources", ["This could not be shown: findActors: no memory"]);
    expect(await texts(page, ".actors .name, .sources .name")).toEqual([]);
    await failAt(page, "findActors", false);
    await search(page, "kim jong eun");
    await expectTexts(page, ".actors .name", ["Kim Jong-un"]);
  });

  // In Firefox nothing of a test's runs in our pages before their own scripts.
  it.skipIf(stage.kind === "firefox")(
    "says why it shows nothing at all, and tries again on the way to the list",
    async () => {
      const page = await open();
      await page.evaluateOnNewDocument(() => {
        const { runtime } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
        const send = runtime.sendMessage.bind(runtime);
        Object.assign(globalThis, { send });
        runtime.sendMessage = (asked) =>
          "name" in asked && asked.name === "summary" ? Promise.resolve({ error: "summary: no memory" }) : send(asked);
      });
      await page.evaluate(() => setTimeout(() => location.reload()));
      const said = "This could not be shown: summary: no memory";
      const nothing = () => texts(page, ".one .none").catch(() => []);
      await until("word of it", async () => (await nothing()).join() === said);
      await failAt(page, "summary", false);
      await click(page, ".back");
      await until("the list", async () => (await names(page)).length === actors.length);
      expect(await texts(page, "h1")).toEqual([digest.title]);
    },
  );

  it("follows the size of text at once", async () => {
    const page = await open();
    const size = () => page.evaluate(() => getComputedStyle(document.body).fontSize);
    await until("the size", async () => (await size()) === "16px");
    const own = await stage.driver.openExtensionPage("welcome.html");
    const other = () => own.evaluate(() => getComputedStyle(document.body).fontSize);
    await change(page, { textSize: 1.5 });
    await until("the size", async () => (await size()) === "24px" && (await other()) === "24px");
    await change(page, { textSize: 1 });
    await until("the size", async () => (await size()) === "16px" && (await other()) === "16px");
  });

  it("keeps English words in their order on a page from right to left", async () => {
    const page = await open();
    await until("the list", async () => (await names(page)).length === actors.length);
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    await search(page, "kim");
    await until("fewer", async () => (await names(page)).length < actors.length);
    const parts = ".digest-title, .value, .found, .label, .name, .form, .actors .description, .outlet, .when, .amount";
    expect(await outOfOrder(page, parts)).toEqual([]);
    expect((await texts(page, ".amount")).length).toBeGreaterThan(5);
  });

  it("is reached by address, and says where nothing is there", async () => {
    const page = await open("#actor=kim-jong-un");
    await showing(page, "Kim Jong-un");
    const nowhere = await open("#source=nowhere");
    await expectTexts(nowhere, ".one .none", ["There is nothing in the digest at this address."]);
    await page.evaluate(() => (location.hash = "actor=nope"));
    await until("nothing", async () => (await heading(page)) === "");
    expect(await page.title()).toBe(`${digest.title} – Dramatis`);
    await click(nowhere, ".back");
    await until("the list", async () => (await names(nowhere)).length === actors.length);
  });

  it("has nothing that axe finds in any view, light and dark, nor anything that sticks out at 360 px", async () => {
    for (const address of ["", "#actor=kremlin", `#source=${sources[0]?.id}`]) {
      const page = await open(address);
      if (address) await until("it", async () => (await heading(page)) !== "");
      for (const scheme of ["light", "dark"] as const) {
        await stage.driver.setMedia(page, { scheme, viewport: { width: 360, height: 800 } });
        expect(await sticksOut(page)).toBe(0);
        expect([address, scheme, await axeFaults(page)]).toEqual([address, scheme, []]);
      }
      await page.close();
    }
  });
});

declare const chrome: { runtime: { sendMessage(question: object): Promise<{ error?: string }> } };
