import { describe, expect, it } from "vitest";
import { comesFrom } from "../../scripts/check/faith/dates.ts";
import type { Source } from "../../src/digest/schema.ts";

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
    ["last year", "2022-07", DAY, false],
    ["last month", "2023-08-15", DAY, false],
    ["last week", "2023-09-06", DAY, true],
    ["last week", "2023-09-14", DAY, false],
    ["next week", "2023-09-20", DAY, true],
    ["a week ago", "2023-09-14", DAY, false],
    ["two days ago", "2023-09-12", DAY, true],
    ["three years earlier", "2020", DAY, true],
    ["Thursday", "2023-09-14", DAY, true],
    ["next Monday", "2023-09-18", DAY, true],
    ["next Monday", "2023-09-11", DAY, false],
    ["last Friday", "2023-09-08", DAY, true],
    ["last Friday", "2023-09-15", DAY, false],
    ["in December", "2023-12", DAY, false],
    ["in December", "2021-12", DAY, false],
    ["Last May", "2023-05", DAY, true],
    ["in September", "2023-09", WEEK, true],
    ["this week", "2024-01-15", published("2024-01-18", "week"), true],
    ["this week", "2024-01-22", published("2024-01-18", "week"), false],
  ];
  it.each(cases)("%s: %s, in an article of %o, is %s", (words, value, published, right) => {
    expect(comesFrom(words, value, published)).toBe(right);
  });
});

describe("a date that words look ahead to", () => {
  const cases: [words: string, value: string, right: boolean][] = [
    ["in December", "2023-12", true],
    ["in December", "2022-12", true],
    ["in December", "2024-12", false],
    ["Friday", "2023-09-15", true],
    ["last Friday", "2023-09-15", false],
  ];
  it.each(cases)("%s: %s is %s", (words, value, right) => {
    expect(comesFrom(words, value, published("2023-09-14", "day"), true)).toBe(right);
  });
});

function published(date: string, precision: Source["published"]["precision"]): Source["published"] {
  return { date, precision, basis: "printed" };
}
