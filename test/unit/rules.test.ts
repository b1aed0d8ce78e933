import { readdirSync, readFileSync } from "node:fs";
import type { Metafile } from "esbuild";
import { describe, expect, it } from "vitest";
import { bundleScripts } from "../../scripts/build.ts";
import { bundleBreaches } from "../rules/bundles.ts";
import { importBreaches } from "../rules/imports.ts";

describe("the house", () => {
  it("keeps the import rules", () => {
    const paths = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
    const files = new Map(paths.map((path) => [`src/${path}`, readFileSync(`src/${path}`, "utf8")]));
    expect(files.size).toBeGreaterThan(20);
    expect(importBreaches(files)).toEqual([]);
  });

  it("keeps each bundle free of what it must not hold", async () => {
    const { metafile } = await bundleScripts();
    expect(Object.keys(metafile.outputs).sort()).toEqual([
      "background.js",
      "card.js",
      "content.js",
      "digest.js",
      "options.js",
      "overview.js",
      "popup.js",
      "welcome.js",
    ]);
    expect(bundleBreaches(metafile)).toEqual([]);
  });
});

describe("the import rules fire", () => {
  const broken: [what: string, files: Record<string, string>, breach: string][] = [
    [
      "a lower stage that imports a higher one",
      { "src/text/a.ts": 'import { paint } from "../highlights/marks.ts";' },
      "src/text/a.ts: imports src/highlights/marks.ts, which does not stand above it",
    ],
    [
      "two stages of one row",
      { "src/card/a.ts": 'import type { Mark } from "../highlights/marks.ts";' },
      "src/card/a.ts: imports src/highlights/marks.ts, which does not stand above it",
    ],
    [
      "mentions/ with more than types of digest/",
      { "src/mentions/a.ts": 'import { roleOn } from "../digest/tenure.ts";' },
      "src/mentions/a.ts: may import only types of src/digest/tenure.ts",
    ],
    [
      "an entry that is imported",
      { "src/reading.ts": 'import { x } from "./content.ts";' },
      "src/reading.ts: imports the entry src/content.ts",
    ],
    [
      "browser APIs in a stage",
      { "src/reading.ts": 'import { browser } from "./browser.ts";' },
      "src/reading.ts: only entries and edges touch the browser",
    ],
    [
      "a file outside the house",
      { "src/extra/a.ts": 'import "../text/b.ts";' },
      "src/extra/a.ts: stands in no row of the house",
    ],
    ["a bag", { "src/text/utils.ts": "" }, "src/text/utils.ts: a bag; name it after what it holds"],
    [
      "a cycle, of types too",
      {
        "src/text/a.ts": 'import {\n  b,\n  c,\n} from "./b.ts";',
        "src/text/b.ts": 'export type { C } from "./c.ts";',
        "src/text/c.ts": 'import type { A } from "./a.ts";',
      },
      "src/text/a.ts → src/text/b.ts → src/text/c.ts → src/text/a.ts: a cycle",
    ],
  ];
  it.each(broken)("%s", (_, files, breach) => {
    expect(importBreaches(new Map(Object.entries(files)))).toEqual([breach]);
  });
});

describe("the bundle rules fire", () => {
  it.each([
    ["content.js", "src/mentions/find.ts"],
    ["content.js", "node_modules/valibot/dist/index.mjs"],
    ["content.js", "src/card.ts"],
    ["background.js", "src/text/blocks.ts"],
    ["options.js", "src/digest/schema.ts"],
    ["options.js", "src/settings.ts"],
    ["overview.js", "src/card/view.ts"],
    ["popup.js", "src/mentions/find.ts"],
    ["popup.js", "src/settings-schema.ts"],
  ])("%s with %s", (output, input) => {
    const outputs = { [output]: { inputs: { [input]: { bytesInOutput: 10 } } } } as unknown as Metafile["outputs"];
    expect(bundleBreaches({ outputs })).toEqual([`${output}: holds ${input}`]);
  });
});
