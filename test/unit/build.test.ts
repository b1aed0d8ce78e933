import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { build, bundleScripts, OWN_FIELDS } from "../../scripts/build.ts";

const ROOMY = { minified: 1e6, gzip: 1e6 };
const budgets = {
  content: ROOMY,
  card: ROOMY,
  overview: ROOMY,
  background: ROOMY,
  popup: ROOMY,
  options: ROOMY,
  digest: ROOMY,
  welcome: ROOMY,
};

/** The project's assets with as much of the digest as is quickly read. */
const small = mkdtempSync(join(tmpdir(), "dramatis-assets-"));
cpSync("assets", small, {
  recursive: true,
  filter: (path) => !/digest\/(?:topics|names)\/(?!en\.)/.test(path) && !/topics\/en/.test(path),
});
afterAll(() => rmSync(small, { recursive: true }));

let folder: string;
let dist: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-"));
  dist = join(folder, "dist");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a build", () => {
  it("holds the project's licence and those of the libraries in it", async () => {
    await build({ assets: small, dist, budgets });
    for (const browser of ["chrome", "firefox"]) {
      expect(readFileSync(join(dist, browser, "LICENSE"), "utf8")).toBe(readFileSync("LICENSE", "utf8"));
      const texts = readFileSync(join(dist, browser, "LICENSES.txt"), "utf8");
      for (const name of ["valibot", "@mozilla/readability"]) {
        const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
        expect(texts).toContain(`${name} ${version}\n`);
      }
      expect(texts).toContain("MIT License");
      expect(texts).toContain("Apache License");
      expect(texts).not.toContain("esbuild");
    }
    expect(readdirSync(folder)).toEqual(["dist"]);
  });

  it("gives no letter to a field that scripts beside content.js know as well", async () => {
    const beside = ["card", "overview", "background"];
    const { outputFiles } = await bundleScripts(["content", ...beside]);
    const known = new RegExp(`[.{,](${OWN_FIELDS.join("|")})\\b`, "g");
    const found = outputFiles.map(({ path, text }) => ({ path, fields: new Set(text.match(known)).size }));
    expect(found.filter(({ fields }) => fields).map(({ path }) => path)).toEqual([
      expect.stringMatching(/content\.js$/),
    ]);
  });

  it("says in bytes how large the digest is, and its names", async () => {
    const lines: string[] = [];
    await build({ assets: small, dist, budgets, log: (line) => lines.push(line) });
    for (const name of ["digest.json", "names.txt"]) {
      const { length } = readFileSync(join(dist, "chrome", name));
      expect(lines.find((line) => line.startsWith(name))).toMatch(new RegExp(` ${(length / 1000).toFixed(1)} kB$`));
    }
  });
});

describe("no build is left, old or half,", () => {
  beforeEach(() => mkdirSync(join(dist, "chrome"), { recursive: true }));
  afterEach(() => expect(existsSync(dist)).toBe(false));

  it("where a file to copy is missing", async () => {
    const assets = join(folder, "assets");
    cpSync(small, assets, { recursive: true });
    rmSync(join(assets, "icons"), { recursive: true });
    await expect(build({ assets, dist, budgets })).rejects.toThrow("icons");
    expect(readdirSync(folder)).toEqual(["assets"]);
  });

  it.each([
    ["as it is", { minified: 100 }],
    ["zipped", { minified: 1e6, gzip: 100 }],
  ])("where an entry is too heavy %s", async (_, content) => {
    await expect(build({ assets: small, dist, budgets: { ...budgets, content } })).rejects.toThrow(
      /^over budget: content\.js$/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});
