import { describe, expect, it } from "vitest";
import { quantitiesOf, sameQuantity } from "../../scripts/check/faith/quantities.ts";

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
    ["a million shells, half a million men, a hundred more", [1_000_000, 500_000, 100]],
    ["the thirteenth and the twentieth", ["13.", "20."]],
    ["one of two, and no one helps one another", [1, 2]],
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
    ["1,000,000", "a million", true],
  ];
  it.each(pairs)("%s and %s: the same is %s", (a, b, same) => {
    const all = quantitiesOf(a).some((one) => quantitiesOf(b).some((other) => sameQuantity(one, other)));
    expect(all).toBe(same);
  });
});
