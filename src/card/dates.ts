import type { Precision } from "../digest/schema.ts";

/** Which parts of a date are told at which precision; a week is told by its month, since nobody reads week numbers. */
const PARTS: Record<Precision, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "long", year: "numeric" },
  week: { month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  year: { year: "numeric" },
};
const BY_LENGTH: Record<number, Precision> = { 4: "year", 7: "month", 10: "day" };

/** YYYY, YYYY-MM or YYYY-MM-DD → words, no finer than the date and the precision both are. */
export function formatDate(date: string, language: string, precision: Precision = "day"): string {
  const known = BY_LENGTH[date.length] ?? "day";
  const coarser =
    ["day", "week", "month", "year"].indexOf(precision) > ["day", "week", "month", "year"].indexOf(known)
      ? precision
      : known;
  return new Intl.DateTimeFormat(language, { ...PARTS[coarser], timeZone: "UTC" }).format(new Date(date));
}
