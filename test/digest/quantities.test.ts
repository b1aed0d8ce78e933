import { describe, expect, it } from "vitest";
import { comesFrom } from "../../scripts/check/faith/dates.ts";
import { quantitiesOf, sameQuantity } from "../../scripts/check/faith/quantities.ts";
import { hedgesOf, negationsOf } from "../../scripts/check/signs.ts";
import type { Source } from "../../src/digest/schema.ts";

describe("numbers in a text", () => {
  const cases: [text: string, numbers: (string | number)[]][] = [
    ["a forty-second handshake", ["40 second"]],
    ["it lasted 40 seconds", ["40 second"]],
    ["two hundred and five men and six boats", [205, 6]],
    ["twenty-four years, 24 years", ["24 year", "24 year"]],
    ["the 24th and the twenty-fourth", ["24.", "24."]],
    ["1,000 or one thousand shells, 5.2 million in all", [1000, 1000, 5_200_000]],
    ["5 % or five per cent or 5 percent", ["5 %", "5 %", "5 %"]],
    ["three-way talks, twice", [3, 2]],
    ["nine and two", [9, 2]],
    ["nobody won", []],
  ];
  it.each(cases)("%s", (text, numbers) => {
    const written = quantitiesOf(text).map(({ value, unit, isOrdinal }) =>
      isOrdinal ? `${value}.` : unit ? `${value} ${unit}` : value,
    );
    expect(written).toEqual(numbers);
  });

  const pairs: [a: string, b: string, same: boolean][] = [
    ["forty seconds", "40-second", true],
    ["40 seconds", "40 minutes", false],
    ["forty", "40 minutes", true],
    ["first", "one", false],
    ["millions", "a million", false],
  ];
  it.each(pairs)("%s and %s: the same is %s", (a, b, same) => {
    const all = quantitiesOf(a).some((one) => quantitiesOf(b).some((other) => sameQuantity(one, other)));
    expect(all).toBe(same);
  });
});

describe("a date from words of an article", () => {
  const DAY = published("2023-09-14", "day");
  const WEEK = published("2024-06-20", "week");
  const MONTH = published("2022-09", "month");
  const cases: [words: string, value: string, published: Source["published"], right: boolean][] = [
    ["yesterday", "2023-09-13", DAY, true],
    ["yesterday", "2023-09-12", DAY, false],
    ["Wednesday", "2023-09-13", DAY, true],
    ["Friday", "2023-09-08", DAY, true],
    ["last month", "2023-08", DAY, true],
    ["last month", "August 2023", DAY, true],
    ["last month", "2023-09", DAY, false],
    ["last year", "2022", DAY, true],
    ["In July", "2023-07", DAY, true],
    ["in December", "2022-12", DAY, true],
    ["This week", "2024-06-18", WEEK, true],
    ["This week", "2024-06-25", WEEK, false],
    ["yesterday", "2024-06-19", WEEK, false],
    ["on August 15", "2022-08-15", MONTH, true],
    ["yesterday", "2022-09-14", MONTH, false],
    ["a few days ago", "2022-09", MONTH, true],
    ["recently", "2023", DAY, true],
    ["recently", "2023-09-13", DAY, false],
    ["recently", "2022", DAY, false],
    ["last month", "in the spring", DAY, false],
  ];
  it.each(cases)("%s: %s, in an article of %o, is %s", (words, value, published, right) => {
    expect(comesFrom(words, value, published)).toBe(right);
  });
});

function published(date: string, precision: Source["published"]["precision"]): Source["published"] {
  return { date, precision, basis: "printed" };
}

describe("words that turn or hold back a statement", () => {
  const cases: [text: string, negations: string[], hedges: string[]][] = [
    ["He didn’t deny it.", ["didn't", "deny"], []],
    ["Neither ships nor boats may sail.", ["neither"], ["may"]],
    ["Not only ships but boats.", [], []],
    ["It has a few ships and little hope.", ["little"], []],
    ["In May they are unlikely to try.", ["unlikely"], ["unlikely", "try"]],
    ["A possible, largely rumoured plan", [], ["possible", "largely", "rumoured", "plan"]],
  ];
  it.each(cases)("%s", (text, negations, hedges) => {
    expect(negationsOf(text)).toEqual(negations);
    expect(hedgesOf(text)).toEqual(hedges);
  });
});
