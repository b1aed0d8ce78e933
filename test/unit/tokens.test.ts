import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { joinSheet } from "../../scripts/styles.ts";

const SHEETS = readdirSync("assets").filter((name) => name.endsWith(".css"));
const read = (name: string) => readFileSync(`assets/${name}`, "utf8");
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name ?? "");
/** What code sets on an element, as `--dramatis-${side}`. */
const SET_BY_CODE = /^--dramatis-(?:top|right|bottom|left|seen-\w+|kept-height)$/;

const tokens = namesIn(read("tokens.css"), /^\s*(--[\w-]+):/gm);

describe.each(SHEETS)("%s", (sheet) => {
  it("uses no token that is not there", () => {
    const used = namesIn(read(sheet), /var\((--[\w-]+)/g).filter((name) => !SET_BY_CODE.test(name));
    expect(used.filter((name) => !tokens.includes(name))).toEqual([]);
  });

  it.skipIf(sheet === "tokens.css")("has no colour of its own", () => {
    // Clear is no colour, nor is a shadow.
    expect(read(sheet).match(/#[0-9a-f]{3,8}\b(?<!#0000)/gi) ?? []).toEqual([]);
  });
});

it("has every token used", () => {
  const all = SHEETS.map(read).join("\n");
  expect(tokens.filter((name) => !all.includes(`var(${name})`))).toEqual([]);
});

it("is a part of what imports it, and no import is left", async () => {
  for (const sheet of ["card.css", "pages.css"]) {
    const joined = await joinSheet(`assets/${sheet}`);
    expect(joined).toContain("--dramatis-paper:");
    expect(joined).not.toContain("@import");
  }
});
