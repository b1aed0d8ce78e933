import { en } from "chrono-node";
import type { Source } from "../../../src/digest/schema.ts";
import { straight } from "../wording.ts";

/** As much of a date as is said. */
export interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

export interface WrittenDate extends DateParts {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");
const MONTH = `(${MONTHS.join("|")})`;
const DATE = new RegExp(
  [
    `\\b(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<m1>${MONTH.slice(1, -1)})\\b(?:,? (?<y1>\\d{4}))?`,
    `\\b(?<m2>${MONTH.slice(1, -1)}) (?<d2>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)(?:,? (?<y2>\\d{4}))?`,
    `\\b(?<m3>${MONTH.slice(1, -1)}) (?<y3>\\d{4})`,
    // Alone these may be a verb.
    `\\b(?<m4>${MONTHS.filter((name) => name !== "May" && name !== "March").join("|")})\\b`,
    "\\b(?:in|since|last|this|by|of|early|late|until) (?<m5>May|March)\\b",
  ].join("|"),
  "g",
);

/** Dates with the name of a month. */
export function datesOf(text: string): WrittenDate[] {
  return [...straight(text).matchAll(DATE)].map((match) => {
    const group = (name: string) => [1, 2, 3, 4, 5].map((n) => match.groups?.[`${name}${n}`]).find(Boolean);
    const [year, month, day] = [group("y"), group("m"), group("d")];
    return {
      ...(year && { year: Number(year) }),
      month: MONTHS.indexOf(month as string) + 1,
      ...(day && { day: Number(day) }),
      start: match.index,
      end: match.index + match[0].length,
      written: match[0],
    };
  });
}

/** YYYY[-MM[-DD]], or a date with the name of a month → its parts; nothing where it is neither. */
export function partsOf(value: string): DateParts | undefined {
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (iso)
    return { year: Number(iso[1]), ...(iso[2] && { month: Number(iso[2]) }), ...(iso[3] && { day: Number(iso[3]) }) };
  return datesOf(value)[0];
}

/** Whether `known` says all that `said` says, and the same. */
export function covers(known: DateParts, said: DateParts): boolean {
  return (["year", "month", "day"] as const).every((part) => said[part] === undefined || said[part] === known[part]);
}

const DAY_MS = 86_400_000;
/** What a date stands for that names no day. */
const MID_MONTH = "-15";
const MID_YEAR = "-07-01";

/**
 * Whether words of an article come out at the value, as far as the article's own date tells: yesterday, last month, in July, this week.
 * Words that name no time (recently, is planning) mean the time of the article, but no day.
 */
export function comesFrom(words: string, value: string, published: Source["published"]): boolean {
  const said = partsOf(value);
  if (!said) return false;
  const reference = dayOf(published.date);
  if (/\bweek\b/i.test(words)) return isFine(published) && weekOf(toDay(said)) === weekOf(reference);
  const [parsed] = en.parse(straight(words), reference);
  if (!parsed) return said.day === undefined && covers(partsOf(published.date) ?? {}, said);
  const isRelative = !datesOf(words).length;
  if (isRelative && said.day !== undefined && published.precision !== "day") return false;
  const { start } = parsed;
  const date = start.date();
  if (date > reference && start.isCertain("weekday") && !start.isCertain("day")) date.setDate(date.getDate() - 7);
  if (date > reference && start.isCertain("month") && !start.isCertain("year"))
    date.setFullYear(date.getFullYear() - 1);
  return covers({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() }, said);
}

function isFine({ precision }: Source["published"]): boolean {
  return precision === "day" || precision === "week";
}

function dayOf(date: string): Date {
  const full = date.length === 4 ? date + MID_YEAR : date.length === 7 ? date + MID_MONTH : date;
  return new Date(`${full}T12:00:00`);
}

function toDay({ year = 0, month = 1, day = 1 }: DateParts): Date {
  return new Date(year, month - 1, day, 12);
}

/** Number of the week, from Monday to Sunday. */
function weekOf(date: Date): number {
  const MONDAY_OFFSET = 3;
  return Math.floor((Math.floor(date.getTime() / DAY_MS) + MONDAY_OFFSET) / 7);
}
