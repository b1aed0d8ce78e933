import { readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { until } from "../../scripts/drive.ts";
import type { Claim, Digest } from "../../src/digest/schema.ts";
import { inEachBrowser } from "../stage.ts";
import { axeFaults, sticksOut } from "./axe-faults.ts";
import { click, expectTexts, texts } from "./popups.ts";

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
    expect(await texts(page, ".found")).toEqual([`1 of ${actors.length}`]);
    expect(await texts(page, ".form")).toHaveLength(1);
    await search(page, "putin");
    // “Putin's chef” comes after him whose own name it is.
    const found = ["Vladimir Putin", "Yevgeny Prigozhin"];
    await expectTexts(page, ".actors .name", found);
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

  it("is reached by address, and says where nothing is there", async () => {
    const page = await open("#actor=kim-jong-un");
    await showing(page, "Kim Jong-un");
    const nowhere = await open("#source=nowhere");
    await expectTexts(nowhere, ".one .none", ["The digest has nothing under this address."]);
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
