import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitForMarks } from "../../scripts/drive.ts";
import { recordingProxy } from "../recording-proxy.ts";
import { article, inEachBrowser, type Stage, start } from "../stage.ts";

interface Lint {
  readonly summary: { readonly errors: number };
  readonly warnings: readonly { readonly file?: string; readonly code: string }[];
}

describe("the package", () => {
  it("passes web-ext lint without a warning", async () => {
    const { stdout } = await promisify(execFile)("npx", [
      "--no-install",
      "web-ext",
      "lint",
      "--output",
      "json",
      "--source-dir",
      "dist/firefox",
    ]);
    const { summary, warnings }: Lint = JSON.parse(stdout);
    expect(summary.errors).toBe(0);
    expect(warnings).toEqual([]);
  });

  it("gives each browser its own keys of the one manifest, the same permissions, and nothing to pages", () => {
    const [chrome, firefox] = ["chrome", "firefox"].map((name) =>
      JSON.parse(readFileSync(`dist/${name}/manifest.json`, "utf8")),
    );
    expect(chrome.background).toEqual({ service_worker: "background.js" });
    expect(firefox.background).toEqual({ scripts: ["background.js"] });
    expect(firefox.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ["none"] });
    for (const manifest of [chrome, firefox]) {
      expect(manifest.permissions).toEqual(["storage", "scripting"]);
      expect(manifest.host_permissions).toEqual(["http://*/*", "https://*/*"]);
      expect(manifest.web_accessible_resources).toBeUndefined();
      expect(manifest.content_security_policy.extension_pages).toMatch(/^default-src 'none';/);
    }
    expect(readdirSync("dist/chrome")).toEqual(readdirSync("dist/firefox"));
  });
});

inEachBrowser("the package", (stage) => {
  let copy: string;
  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), "dramatis-"));
    await cp(join("dist", stage.kind), copy, { recursive: true });
  });
  afterEach(() => rm(copy, { recursive: true }));

  it("loads without a warning", async () => {
    await waitForMarks(await stage.open(article("<p>Vladimir Putin spoke.</p>")));
    expect(await stage.driver.warnings()).toEqual([]);
  });

  it("would be warned of a key in the manifest that the browser does not know", async () => {
    await changeManifest(copy, (manifest) => ({ ...manifest, unheard_of: true }));
    const driver = await start(stage.kind, copy);
    try {
      expect(await driver.warnings()).toEqual([expect.stringContaining("unheard_of")]);
    } finally {
      await driver.close();
    }
  });

  it("asks the network for nothing but the page", async () => {
    expect(await requestsWith(stage.kind, true)).toEqual(OF_THE_PAGE);
  });

  it("would be caught asking: in the page, or in the worker without its policy", async () => {
    await changeManifest(copy, ({ content_security_policy, ...manifest }) => manifest);
    await appendFile(join(copy, "content.js"), 'fetch("http://spy.test/page").catch(() => {});');
    await appendFile(join(copy, "background.js"), 'fetch("http://spy.test/worker").catch(() => {});');
    const requests = await requestsWith(stage.kind, copy);
    expect(requests).toContain("GET http://spy.test/page");
    // Firefox asks for a secure connection instead.
    const worker = { chrome: "GET http://spy.test/worker", firefox: "CONNECT spy.test:443" };
    expect(requests).toContain(worker[stage.kind]);
  });
});

const PAGES = {
  "http://news.test/article": article("<p>Vladimir Putin spoke.</p>"),
  "http://news.test/end": article("<p>Nobody spoke.</p>"),
};
const OF_THE_PAGE = Object.keys(PAGES).map((url) => `GET ${url}`);
/** Browsers ask these now and then, with an extension or without. */
const HOSTS_OF_BROWSERS = [
  "accounts.google.com",
  "clients2.google.com",
  "update.googleapis.com",
  "firefox.settings.services.mozilla.com",
];

/** What the browser asks for while one article is read with all that the extension does, but for what it asks on its own. */
async function requestsWith(kind: Stage["kind"], extension: true | string): Promise<string[]> {
  const own = new Set(HOSTS_OF_BROWSERS);
  for (const request of await record(kind, false)) own.add(hostOf(request));
  own.delete("news.test");
  const requests = await record(kind, extension);
  return requests.filter((request) => !own.has(hostOf(request)) && request !== "GET http://news.test/favicon.ico");
}

async function record(kind: Stage["kind"], extension: boolean | string): Promise<string[]> {
  const proxy = await recordingProxy(PAGES);
  const driver = await start(kind, extension, { proxy: proxy.port });
  try {
    const page = await driver.open("http://news.test/article");
    if (extension) {
      await waitForMarks(page);
      await driver.stopBackground();
      // The card needs the worker again, which wakes up for it.
      await driver.hover(page, 0);
      await driver.waitForCard(page);
    }
    // Whatever was asked before is with the proxy when it gets this.
    await driver.open("http://news.test/end");
    return [...proxy.requests];
  } finally {
    await driver.close();
    await proxy.close();
  }
}

/** Of `GET http://host/path` or `CONNECT host:443`. */
function hostOf(request: string): string {
  const target = request.slice(request.indexOf(" ") + 1);
  return new URL(target.includes("://") ? target : `https://${target}`).hostname;
}

async function changeManifest(
  folder: string,
  change: (manifest: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  const path = join(folder, "manifest.json");
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, "utf8")))));
}
