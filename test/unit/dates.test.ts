import { describe, expect, it } from "vitest";
import { formatDate } from "../../src/card/dates.ts";
import type { Precision } from "../../src/digest/schema.ts";

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
