import { describe, expect, it } from "vitest";
import { choicesFor, isMarked, scopeOf, whyOf } from "../../src/choices.ts";
import { DEFAULTS, type Settings } from "../../src/settings-schema.ts";
import type { Reason } from "../../src/text/article.ts";

const REASONS: readonly Reason[] = ["article-data", "readable", "front-page", "no-article", "not-html"];
/** What is marked on a.test, by what the page is. */
const marked = (settings: Partial<Settings>, isAsked = false) =>
  REASONS.filter((reason) => isMarked(whyOf(scopeOf({ ...DEFAULTS, ...settings }, "a.test"), reason, isAsked)));

const ARTICLES = ["article-data", "readable"];
const PAGES = [...ARTICLES, "front-page", "no-article"];

describe("which pages are marked", () => {
  it.each<[what: string, settings: Partial<Settings>, marked: string[], asked: string[]]>([
    ["articles", {}, ARTICLES, PAGES],
    ["every page that can be", { pages: "every" }, PAGES, PAGES],
    ["none while it is off", { isOn: false, sites: { "a.test": "on" } }, [], []],
    ["none on a site that is off", { pages: "every", sites: { "a.test": "off" } }, [], []],
    ["every page of a site that is on", { sites: { "a.test": "on" } }, PAGES, PAGES],
    ["chosen sites: it is one", { pages: "chosen", sites: { "a.test": "on" } }, PAGES, PAGES],
    ["chosen sites: it is none", { pages: "chosen", sites: { "b.test": "on" } }, [], PAGES],
  ])("%s", (_, settings, pages, asked) => {
    expect(marked(settings)).toEqual(pages);
    expect(marked(settings, true)).toEqual(asked);
  });
});

describe("the reason", () => {
  it.each([
    ["articles", "article-data", false, "article-data"],
    ["articles", "front-page", false, "front-page"],
    ["articles", "front-page", true, "asked"],
    ["off", "article-data", true, "off"],
    ["site-off", "not-html", true, "site-off"],
    ["not-chosen", "article-data", false, "not-chosen"],
    ["not-chosen", "not-html", true, "not-html"],
    // What the page is says more than that all are marked.
    ["every", "readable", false, "readable"],
    ["every", "no-article", false, "every"],
    ["site-on", "no-article", false, "site-on"],
  ] as const)("with %s, %s, asked for: %s, is %s", (scope, reason, isAsked, why) => {
    expect(whyOf(scope, reason, isAsked)).toBe(why);
  });
});

it("tells a page what it has to know, and nothing of other sites", () => {
  const settings: Settings = {
    ...DEFAULTS,
    sites: { "a.test": "off", "b.test": "on" },
    ignored: { "a.test": ["kim"], "b.test": ["putin"] },
    kinds: { ...DEFAULTS.kinds, state: false },
    mentions: "paragraph",
  };
  const choices = choicesFor(settings, "a.test");
  expect(choices).toEqual({
    marked: [],
    markedIfAsked: [],
    ignored: ["kim"],
    ignoredKinds: ["state"],
    lines: "paragraph",
    style: "underline",
    furniture: false,
    opening: { by: "rest", restMs: 300 },
    textSize: 1,
  });
  expect(choicesFor(settings, "c.test")).toMatchObject({ marked: ARTICLES, markedIfAsked: PAGES });
  expect(JSON.stringify(choices)).not.toContain("b.test");
});
