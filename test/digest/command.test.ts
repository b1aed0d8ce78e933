import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Each run starts a process of its own and reads every name of the digest. */
const RUN_MS = 30_000;
const ARTICLES = resolve("../shared/articles");
const SOURCE = "sources/mailonline-2023-09-blood-alliance.yaml";

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function digest(...args: string[]): Ran {
  const run = ["--import", "tsx", "scripts/digest.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, run, { encoding: "utf8" });
  return { status, out: stdout.trim(), err: stderr.trim() };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dramatis-"));
  cpSync("assets/digest", folder, { recursive: true });
  const file = join(folder, SOURCE);
  writeFileSync(file, readFileSync(file, "utf8").replace("40-second handshake", "14-second handshake"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("npm run digest", { timeout: RUN_MS }, () => {
  it("check tells that the bundled digest has no fault of form", () => {
    const { status, out, err } = digest("check");
    expect(err).toBe("");
    expect(out).toMatch(/^\d+ claims of 5 sources: 0 faults \(form alone, no articles given\)$/);
    expect(status).toBe(0);
  });

  it.skipIf(!existsSync(ARTICLES))("check names file, line, claim, rule, what was expected and the paragraph", () => {
    const { status, out, err } = digest("check", "--digest", folder, "--articles", ARTICLES);
    const line = readFileSync(join(folder, SOURCE), "utf8")
      .split("\n")
      .findIndex((text) => text.includes("14-second"));
    const place = `${relative(".", join(folder, SOURCE))}:${line + 1}: claims[`;
    expect(err.startsWith(place), err).toBe(true);
    expect(err).toMatch(
      /\]\.text: blood23-handshake: number: expected 14 \(second\) to stand there, in paragraphs 3, 4$/,
    );
    expect(out).toMatch(/: 1 fault \(form and faith\)$/);
    expect(status).toBe(1);
  });

  it("check without the texts in the folder says which are missing", () => {
    const { status, err } = digest("check", "--articles", folder);
    expect(err.split("\n")).toHaveLength(5);
    for (const line of err.split("\n"))
      expect(line).toMatch(/: hash: expected a text whose hash is sha256:[0-9a-f]{64}$/);
    expect(status).toBe(1);
  });

  it("check says which folder is missing", () => {
    expect(digest("check", "--articles", "nowhere")).toMatchObject({ status: 1, err: "nowhere: is missing" });
    expect(digest("check", "--digest", "nowhere")).toMatchObject({ status: 1 });
  });

  it("stats counts what there is and tells what is left out, and why", () => {
    const { status, out } = digest("stats");
    expect(status).toBe(0);
    for (const title of ["By source", "By kind of claim", "Who speaks", "By actor", "Names by language"])
      expect(out).toContain(`\n${title}\n`);
    expect(out).toMatch(/^mailonline-2023-09-blood-alliance +\d+ +\d+ +\d+ +\d+ +\d+$/m);
    expect(out).toMatch(/^vladimir-putin +\d+/m);
    expect(out).toMatch(/^ {2}26, 27, 28, 29, 30: furniture/m);
  });

  it("without a command tells how it is used", () => {
    expect(digest().err).toMatch(/^Usage: npm run digest -- check/);
    expect(digest("chek").status).toBe(1);
  });
});
