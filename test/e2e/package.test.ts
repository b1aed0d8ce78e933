import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { until, waitForMarks } from "../../scripts/drive.ts";
import { article, inEachBrowser } from "../stage.ts";

/** Warnings of web-ext lint that are known and harmless: the sanitiser's own use of innerHTML, as it is bundled. */
const ALLOWED = [{ file: "card.js", code: "UNSAFE_VAR_ASSIGNMENT" }];

interface Lint {
  readonly summary: { readonly errors: number };
  readonly warnings: readonly { readonly file?: string; readonly code: string }[];
}

describe("the package", () => {
  it("passes web-ext lint, but for the warnings of the allow list", async () => {
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
    expect(warnings.filter(({ file, code }) => !ALLOWED.some((ok) => ok.file === file && ok.code === code))).toEqual(
      [],
    );
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
  it("loads without a warning", async () => {
    await waitForMarks(await stage.open(article("<p>Vladimir Putin spoke.</p>")));
    expect(await stage.driver.warnings()).toEqual([]);
  });

  it("asks the network for nothing but the page", async () => {
    const site = await stage.serve({ "/article": article("<p>Vladimir Putin spoke.</p>") });
    const page = await stage.driver.open(`${site.origin}/article`);
    await waitForMarks(page);
    await stage.driver.hover(page, 0);
    await stage.driver.waitForCard(page);
    await until("the requests", () => site.requests.length > 0);
    expect(site.requests.filter((request) => request !== "GET /favicon.ico")).toEqual(["GET /article"]);
  });
});
