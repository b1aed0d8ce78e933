import type { Period, Precision } from "../digest/schema.ts";

/** Which parts of a date are told at which precision; a week is told by its month, since nobody reads week numbers. */
const PARTS: Record<Precision, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "long", year: "numeric" },
  week: { month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  year: { year: "numeric" },
};
const BY_LENGTH: Record<number, Precision> = { 4: "year", 7: "month", 10: "day" };

/** YYYY, YYYY-MM or YYYY-MM-DD → words, no finer than the date and the precision both are. */
export function formatDate(date: string, language: string, precision?: Precision): string {
  return formatter(date, language, precision).format(new Date(date));
}

/** A time from start to end, as the language puts it: July 19–20, 2000. */
export function formatPeriod({ start, end, precision }: Period, language: string): string {
  if (!end) return formatDate(start, language, precision);
  const coarser = end.length < start.length ? end : start;
  return formatter(coarser, language, precision).formatRange(new Date(start), new Date(end));
}

/** A card has a dozen dates; to make a formatter takes longer than to use it. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const FROM_FINE: readonly Precision[] = ["day", "week", "month", "year"];

function formatter(date: string, language: string, precision: Precision = "day"): Intl.DateTimeFormat {
  const known = BY_LENGTH[date.length] ?? "day";
  const coarser = FROM_FINE.indexOf(precision) > FROM_FINE.indexOf(known) ? precision : known;
  const key = `${language} ${coarser}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(language, { ...PARTS[coarser], timeZone: "UTC" });
  formatters.set(key, made);
  return made;
}
