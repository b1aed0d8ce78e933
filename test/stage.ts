import { resolve } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { type BrowserName, ensureBrowser } from "../scripts/browsers.ts";
import { type Driver, type LaunchOptions, launch } from "../scripts/drive.ts";
import { type Served, type Site, serve } from "../scripts/serve.ts";

/** Each kind of browser, with the names under which it may be installed. */
const BROWSERS: Record<string, readonly BrowserName[]> = {
  chrome: ["chromium", "chrome", "edge"],
  firefox: ["firefox"],
};

/** A running browser, and sites for it; whatever a test opens is closed after it. */
export interface Stage {
  readonly kind: "chrome" | "firefox";
  readonly driver: Driver;
  serve(site: Site, headers?: Record<string, string>): Promise<Served>;
  /** Serves one document at `/article` and opens it. */
  open(html: string, headers?: Record<string, string>): Promise<Page>;
}

/** Runs the same tests in Chromium and in Firefox, by default with the built extension; else without, or with that of a folder. */
export function inEachBrowser(
  name: string,
  define: (stage: Stage) => void,
  { extension = true }: { extension?: boolean | string } = {},
): void {
  describe.each(Object.keys(BROWSERS))(`${name} in %s`, (browser) => {
    const kind = browser as Stage["kind"];
    let driver: Driver | undefined;
    const sites: Served[] = [];
    const stage: Stage = {
      kind,
      get driver() {
        if (!driver) throw new Error("the browser runs only while tests do");
        return driver;
      },
      async serve(site, headers = {}) {
        const served = await serve(site, { headers });
        sites.push(served);
        return served;
      },
      async open(html, headers) {
        const { origin } = await stage.serve({ "/article": html }, headers);
        return stage.driver.open(`${origin}/article`);
      },
    };
    beforeAll(async () => {
      driver = await start(kind, extension);
    });
    afterEach(async () => {
      const pages = await stage.driver.puppet.pages();
      // The last tab stays, or the browser ends.
      for (const page of pages.slice(1)) await page.close();
      for (const site of sites.splice(0)) await site.close();
    });
    afterAll(() => driver?.close());
    define(stage);
  });
}

/** A browser of this kind with the built extension, with the one of another folder, or without. */
export function start(
  kind: Stage["kind"],
  extension: boolean | string,
  network: LaunchOptions["network"] = "closed",
  keepWelcome = false,
): Promise<Driver> {
  const viewport = { width: 1000, height: 700 };
  const browser = ensureBrowser(BROWSERS[kind] ?? []);
  const folder = extension === true ? resolve("dist", kind) : extension || undefined;
  return launch({ browser, viewport, network, extension: folder, keepWelcome });
}

/** Longer than a rest and longer than the grace: by then a card that is to open or to close has done so. */
const LONG_MS = 700;

/** Lets the page's own clock run, frame by frame. */
export function pass(page: Page, ms = LONG_MS): Promise<void> {
  return page.evaluate(async (ms) => {
    for (const end = performance.now() + ms; performance.now() < end; ) await new Promise(requestAnimationFrame);
  }, ms);
}

/** A small article: what stands in `body` after a headline, declared as an article of 20 June 2024. */
export function article(body: string, { head = "", title = "Leaders meet" } = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2024-06-20T08:00:00Z">${head}
</head><body><main><h1>${title}</h1>${body}</main></body></html>`;
}
