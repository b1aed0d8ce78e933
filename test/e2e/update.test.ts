import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Driver, hostCount, textOf, until } from "../../scripts/drive.ts";
import { type Served, serve } from "../../scripts/serve.ts";
import { article, type Stage, start } from "../stage.ts";
import { change, countStarts, discard, expectMarks, starts } from "./popups.ts";

const TEXT = article("<p>Vladimir Putin met Kim Jong Un.</p>");
const NAMES = ["Vladimir Putin", "Kim Jong Un"];

describe.each(["chrome", "firefox"] as Stage["kind"][])("tabs that are open in %s", (kind) => {
  let folder: string;
  let driver: Driver;
  let site: Served;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "dramatis-version-"));
    cpSync(join("dist", kind), folder, { recursive: true });
    driver = await start(kind, folder, "closed", true);
    site = await serve({ "/article": TEXT });
  });
  afterEach(async () => {
    await driver.close();
    await site.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (host: string) => {
    const page = await driver.open(`${site.at(host)}/article`);
    await expectMarks(page, NAMES);
    await countStarts(page);
    return page;
  };
  const welcomes = async () => (await driver.addresses()).filter((address) => address.endsWith("/welcome.html"));
  /** It has one reading, by a script that the extension as it is now can speak to. */
  async function expectOneReading(page: Page): Promise<void> {
    await until("the script", async () => (await starts(page)) > 0);
    await expectMarks(page, NAMES);
    const own = await driver.openExtensionPage("options.html");
    const { hostname } = new URL(page.url());
    await change(own, { sites: { [hostname]: "off" } });
    await expectMarks(page, []);
    await change(own, { sites: { [hostname]: null } });
    await expectMarks(page, NAMES);
    await own.close();
    await page.bringToFront();
    await driver.hover(page, 0);
    expect(textOf(await driver.waitForCard(page), "name")).toBe("Vladimir Putin");
    expect(await starts(page)).toBe(1);
  }

  it("are read once by an updated extension, whose older script goes; nothing is greeted again", async () => {
    await until("the first page", async () => (await welcomes()).length === 1);
    const front = await open("a.test");
    const behind = await open("b.test");
    await front.bringToFront();
    await driver.hover(front, 0);
    await driver.waitForCard(front);
    // What no script may be brought into, or cannot be at the time.
    await driver.open("data:text/html,<p>Vladimir Putin");
    await discard(driver, await open("c.test"));
    const manifest = join(folder, "manifest.json");
    writeFileSync(manifest, readFileSync(manifest, "utf8").replace('"version": "0.1.0"', '"version": "0.2.0"'));
    await driver.reloadExtension();
    await until("the old card to go", async () => (await hostCount(front)) === 0);
    for (const page of [front, behind]) await expectOneReading(page);
    const own = await driver.openExtensionPage("options.html");
    expect(await own.evaluate(() => chrome.runtime.getManifest().version)).toBe("0.2.0");
    // The one of before went with the version that it was of.
    expect(await welcomes()).toEqual([]);
    // So Chromium calls what a worker was about when it was ended.
    expect((await driver.warnings()).filter((warning) => !warning.endsWith(": No SW"))).toEqual([]);
  });

  it("are read once by an extension that is switched on again", async () => {
    const page = await open("a.test");
    await driver.setEnabled(false);
    // Firefox ends a script without its knowledge: what it has painted stays until there is another.
    if (kind === "chrome") {
      await page.mouse.move(5, 600, { steps: 3 });
      await expectMarks(page, []);
    }
    await driver.setEnabled(true);
    await expectOneReading(page);
    expect(await driver.warnings()).toEqual([]);
  });
});

declare const chrome: { runtime: { getManifest(): { version: string } } };
