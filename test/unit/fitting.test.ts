import { describe, expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { rankClaims, type View } from "../../src/digest/rank.ts";

const DIGEST = readDigestFiles("assets/digest");

/** Whether the first statement of the actor has to do with the page. */
function fits(actor: string, view: Partial<View>): boolean | undefined {
  const claims = DIGEST.claims.filter(({ actors }) => actors.some(({ id }) => id === actor));
  return rankClaims(claims, actor, { title: "", passage: "", language: "en", ...view }, DIGEST)[0]?.fits;
}

describe("a statement on the actor themselves fits", () => {
  const pages: [what: string, actor: string, view: Partial<View>][] = [
    ["a headline that names them", "hong-kong", { title: "A word on Hong Kong", passage: "Hong Kong is burning." }],
    ["a paragraph that names them often", "hong-kong", { passage: "Hong Kong is burning. Few in Hong Kong sleep." }],
    ["a headline on Taiwan", "taiwan", { title: "What Taiwan eats", passage: "Taiwan cooks." }],
    ["a headline on Vietnam", "vietnam", { title: "What Vietnam eats", passage: "Vietnam cooks." }],
    ["a headline on Prigozhin", "yevgeny-prigozhin", { title: "Young Yevgeny Prigozhin", passage: "He sold food." }],
    ["a headline in German", "hong-kong", { language: "de", title: "Ein Wort zu Hongkong", passage: "In Hongkong." }],
  ];
  it.each(pages)("%s", (_, actor, view) => {
    expect(fits(actor, view)).toBe(true);
  });

  const others: [what: string, actor: string, view: Partial<View>][] = [
    ["one that names them in passing", "hong-kong", { title: "On bread", passage: "Her aunt in Hong Kong bakes." }],
    [
      "a note on bread that names the European Union",
      "european-union",
      { title: "New bakery opens", passage: "Its flour has a label of the European Union." },
    ],
    ["a page on another", "china", { title: "A word on China", passage: "The bakers of China rise early." }],
  ];
  it.each(others)("but not %s", (_, actor, view) => {
    expect(fits(actor, view)).toBe(false);
  });
});
