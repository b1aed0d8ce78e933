import { describe, expect, it } from "vitest";
import { formatDate, formatPeriod } from "../../src/card/dates.ts";
import type { Period, Precision } from "../../src/digest/schema.ts";

describe("a date in words", () => {
  const cases: [date: string, language: string, precision: Precision | undefined, words: string][] = [
    ["2024-06-18", "en-GB", undefined, "18 June 2024"],
    ["2024-06-18", "en-GB", "day", "18 June 2024"],
    ["2024-06-18", "en-GB", "week", "June 2024"],
    ["2024-06-18", "en-GB", "month", "June 2024"],
    ["2024-06-18", "en-GB", "year", "2024"],
    ["2024-06", "en-GB", undefined, "June 2024"],
    ["2024-06", "en-GB", "day", "June 2024"],
    ["2024-06", "en-GB", "week", "June 2024"],
    ["2024-06", "en-GB", "year", "2024"],
    ["2024", "en-GB", undefined, "2024"],
    ["2024", "en-GB", "day", "2024"],
    ["2024-01-01", "en-GB", "day", "1 January 2024"],
    ["2024-12-31", "en-GB", "day", "31 December 2024"],
    ["2024-06-18", "en-US", "day", "June 18, 2024"],
    ["2024-06-18", "de", "day", "18. Juni 2024"],
    ["2024-06", "fr", "day", "juin 2024"],
  ];
  it.each(cases)("%s in %s, precise to the %s: %s", (date, language, precision, words) => {
    expect(formatDate(date, language, precision)).toBe(words);
  });
});

describe("a time from start to end in words", () => {
  const cases: [period: Period, language: string, words: string][] = [
    [{ start: "2000-07-19", end: "2000-07-20" }, "en-GB", "19–20 July 2000"],
    [{ start: "2023-06", end: "2024-06" }, "en-GB", "June 2023–June 2024"],
    [{ start: "2000-07-19", end: "2000-07-20", precision: "year" }, "en-GB", "2000"],
    [{ start: "2023-08-23" }, "de", "23. August 2023"],
    [{ start: "2023-08-23", end: "2023-10" }, "en-GB", "August–October 2023"],
  ];
  it.each(cases)("%j in %s: %s", (period, language, words) => {
    expect(formatPeriod(period, language).replace(/\s*–\s*/g, "–")).toBe(words);
  });
});
