import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { findMentions } from "../../src/mentions/find-mentions.ts";
import { NO_EVIDENCE } from "../../src/mentions/mention.ts";
import { indexNames } from "../../src/mentions/name-index.ts";
import { EXAMPLE_DAY } from "../../src/pages/example.ts";

const index = indexNames(readDigestFiles("assets/digest"));
/** A shorter paragraph is no prose, and the page of the example no article. */
const PROSE_CHARS = 60;

it.each(readdirSync("assets/_locales"))(
  "the example in %s names the same actors, each line long enough for an article",
  (language) => {
    const messages = JSON.parse(readFileSync(`assets/_locales/${language}/messages.json`, "utf8"));
    const lines = ["example_first", "example_second"].map((key): string => messages[key].message);
    for (const { length } of lines) expect(length).toBeGreaterThanOrEqual(PROSE_CHARS);
    const passages = lines.map((text, id) => ({ id, text }));
    const { mentions } = findMentions(passages, { title: "", language, published: EXAMPLE_DAY }, NO_EVIDENCE, index);
    const named = lines.map((_, id) => new Set(mentions[id]?.map(({ actor }) => actor)));
    const [first, second] = named.map((actors) => [...actors]);
    expect(first).toEqual(expect.arrayContaining(["vladimir-putin", "kim-jong-un", "north-korea"]));
    expect(second).toEqual(expect.arrayContaining(["vladimir-putin", "kim-jong-un", "kremlin", "south-korea"]));
  },
);
