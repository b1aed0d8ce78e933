import { describe, expect, it } from "vitest";
import { choicesFor, isMarked, scopeOf, switched, whyOf } from "../../src/choices.ts";
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
    ["none on a site that is paused", { sites: { "a.test": "paused" } }, [], []],
    ["chosen sites: it is one", { pages: "chosen", sites: { "a.test": "on" } }, PAGES, PAGES],
    ["chosen sites: it is none", { pages: "chosen", sites: { "b.test": "on" } }, [], PAGES],
  ])("%s", (_, settings, pages, asked) => {
    expect(marked(settings)).toEqual(pages);
    expect(marked(settings, true)).toEqual(asked);
  });
});

describe("a site that is switched", () => {
  const set = (settings: Settings, isOn: boolean): Settings => {
    const { "a.test": _, ...others } = settings.sites;
    const own = switched(settings, "a.test", isOn);
    return { ...settings, sites: own ? { ...others, "a.test": own } : others };
  };
  it.each<[what: string, settings: Partial<Settings>]>([
    ["by the articles that it has", {}],
    ["as all pages are", { pages: "every" }],
    ["on every page of its own", { sites: { "a.test": "on" } }],
    ["as one that was chosen", { pages: "chosen", sites: { "a.test": "on" } }],
    ["beside others", { sites: { "a.test": "on", "b.test": "off" } }],
  ])("off and on again is marked %s, as before", (_, own) => {
    const before = { ...DEFAULTS, ...own };
    const off = set(before, false);
    expect(scopeOf(off, "a.test")).toMatch(/^(?:site-off|not-chosen)$/);
    // Off is off, however often.
    expect(set(off, false)).toEqual(off);
    expect(set(off, true)).toEqual(before);
  });

  it.each<[what: string, settings: Partial<Settings>]>([
    ["off", { sites: { "a.test": "off" } }],
    ["not chosen", { pages: "chosen" }],
    ["off, and not chosen", { pages: "chosen", sites: { "a.test": "off" } }],
  ])("on is marked, though it was %s", (_, own) => {
    const on = set({ ...DEFAULTS, ...own }, true);
    expect(marked(on)).not.toEqual([]);
    expect(marked(set(on, false))).toEqual([]);
  });

  it("off is so still when other pages are chosen meanwhile, and on again as it was", () => {
    const off = set({ ...DEFAULTS, sites: { "a.test": "on" } }, false);
    for (const pages of ["every", "chosen"] as const) expect(marked({ ...off, pages })).toEqual([]);
    expect(marked(set({ ...off, pages: "every" }, true))).toEqual(PAGES);
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
