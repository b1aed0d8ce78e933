import { expect, it } from "vitest";
import english from "../../assets/_locales/en/messages.json" with { type: "json" };
import russian from "../../assets/_locales/ru/messages.json" with { type: "json" };
import { buttonFor, idleTitle } from "../../src/toolbar.ts";

type Messages = Record<string, { message: string }>;
const speaking =
  (messages: Messages) =>
  (name: string, amount = "") =>
    messages[name]?.message.replace("$count$", amount) ?? "";
const en = speaking(english);

it.each([
  [1, "Dramatis: 1 known name on this page", "1"],
  [12, "Dramatis: 12 known names on this page", "12"],
  [0, "Dramatis: 0 known names on this page", ""],
])("counts %i actors on a page that is marked", (actors, title, badge) => {
  const icon = { 16: "/icons/16.png", 32: "/icons/32.png" };
  expect(buttonFor("readable", actors, true, en)).toEqual({ title, badge, icon });
  expect(buttonFor("readable", actors, false, en)).toEqual({ title, badge: "", icon });
});

it("takes the plural form of the language", () => {
  expect(buttonFor("asked", 3, true, speaking(russian)).title).toContain("3 имени");
  expect(buttonFor("asked", 5, true, speaking(russian)).title).toContain("5 имён");
});

it.each([
  ["off", "Dramatis – Turned off on all sites."],
  ["site-off", "Dramatis – Turned off on this site."],
  ["no-article", "Dramatis – This page does not look like an article."],
] as const)("is grey and says why where nothing is marked: %s", (why, title) => {
  const icon = { 16: "/icons/off-16.png", 32: "/icons/off-32.png" };
  expect(buttonFor(why, 3, true, en)).toEqual({ title, badge: "", icon });
});

it("says of tabs of which nothing is known that nothing is marked, or that nothing can be read", () => {
  expect(idleTitle(true, en)).toBe("Dramatis – nothing is marked here");
  expect(idleTitle(false, en)).toMatch(/^Dramatis – Dramatis does not have access to websites/);
});
