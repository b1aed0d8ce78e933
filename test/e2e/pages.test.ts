import { existsSync, readFileSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type Driver,
  hostCount,
  visit as load,
  marks,
  noiseOf,
  textOf,
  until,
  waitForMarks,
} from "../../scripts/drive.ts";
import { type Served, serve } from "../../scripts/serve.ts";
import { inEachBrowser, start } from "../stage.ts";

/** Saved news pages, which are no part of the project; their index tells for each whether it is an article and whom it names. */
const PAGES = "../shared/pages";
const isThere = existsSync(`${PAGES}/index.tsv`);
const index = isThere ? readFileSync(`${PAGES}/index.tsv`, "utf8").trim().split("\n").slice(1) : [];
const pages = index.map((line) => {
  const columns = line.split("\t");
  return {
    file: columns[0] ?? "",
    charset: columns[3]?.split("; ")[1] ?? "utf-8",
    isArticle: columns[7] === "yes",
    named: columns[8] === "-" ? "" : (columns[8] ?? ""),
  };
});

/** How many marks are tried before a page counts as having none that the mouse can reach. */
const TRIED_MARKS = 8;

interface Row {
  page: string;
  gate: string;
  marks: number;
  unchanged: boolean;
  card: string;
}

it.skipIf(!isThere)(`has the saved news pages of ${PAGES}, else leaves them out`, () => {
  expect(pages.length).toBeGreaterThan(30);
});

// A suite without a test counts as failed.
if (isThere)
  inEachBrowser("saved news pages", (stage) => {
    let plain: Driver;
    const table: Row[] = [];
    const sites = new Map<string, Served>();
    beforeAll(async () => {
      plain = await start(stage.kind, false);
      for (const charset of new Set(pages.map((page) => page.charset))) {
        // Without scripts none of the pages changes by itself.
        const headers = {
          "content-security-policy": "script-src 'none'",
          "content-type": `text/html; charset=${charset}`,
        };
        sites.set(charset, await serve(PAGES, { headers }));
      }
    });
    afterAll(async () => {
      await plain.close();
      for (const site of sites.values()) await site.close();
      console.log(`${stage.kind}: ${table.length} pages`);
      console.table(table);
    });

    it.each(pages)("$file", async ({ file, charset, isArticle, named }) => {
      const headers = {
        "content-security-policy": "script-src 'none'",
        "content-type": `text/html; charset=${charset}`,
      };
      const { origin } = await stage.serve(PAGES, headers);
      const url = `${origin}/${file}`;
      const bare = await visit(plain, url);
      const expected = { dom: await serialised(bare.page) };
      await bare.page.close();

      const { page, noise } = await visit(stage.driver, url);
      const { title } = await until("the toolbar to tell", async () => {
        const toolbar = await stage.driver.toolbar(page);
        return !toolbar.title.endsWith("nothing is marked here") && toolbar;
      });
      if (named && isArticle) await waitForMarks(page);
      const row = {
        page: file,
        gate: title.replace(/^Dramatis(?::| –) /, ""),
        marks: (await marks(page)).length,
        unchanged: false,
        card: "",
      };
      table.push(row);
      expect(/known names?/.test(title)).toBe(isArticle);
      if (!isArticle) expect(row.marks).toBe(0);
      expect((await serialised(page)) === expected.dom).toBe(true);

      row.card = (await openSomeCard(stage.driver, page)) ?? "-";
      expect(row.card === "-").toBe(row.marks === 0);
      await page.keyboard.press("Escape");
      await until("the card to go", async () => (await hostCount(page)) === 0);
      row.unchanged = (await serialised(page)) === expected.dom;
      expect(row.unchanged).toBe(true);
      expect(noise.console.filter(isOurs)).toEqual([]);
    });
  });

/** What a closed network and forbidden scripts make browsers log is the page's own. */
function isOurs(line: string): boolean {
  return /dramatis|(?:chrome|moz)-extension:/i.test(line);
}

async function visit(driver: Driver, url: string) {
  const page = await driver.puppet.newPage();
  const noise = await noiseOf(page);
  await load(page, url);
  return { page, noise };
}

function serialised(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.outerHTML);
}

/** The name on the first card that a mark opens; none where no mark can be reached by the mouse. */
async function openSomeCard(driver: Driver, page: Page): Promise<string | undefined> {
  const painted = await marks(page);
  const visible = painted.flatMap(({ boxes }, i) => (boxes.length ? [i] : [])).slice(0, TRIED_MARKS);
  for (const i of visible) {
    await driver.hover(page, i);
    const card = await driver.waitForCard(page, 1500).catch(() => undefined);
    if (card) return textOf(card, "name");
  }
  return undefined;
}
