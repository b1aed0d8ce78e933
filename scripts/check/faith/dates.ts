import type { Source } from "../../../src/digest/schema.ts";
import { quantitiesOf } from "./quantities.ts";

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
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const MONTH = MONTHS.join("|");
const ORDINAL = "(?:st|nd|rd|th)?";
const DATE = new RegExp(
  [
    `\\b(?<d1>\\d{1,2})${ORDINAL}(?: of)? (?<m1>${MONTH})\\b(?:,? (?<y1>\\d{4}))?`,
    `\\b(?<m2>${MONTH}) (?<d2>\\d{1,2})${ORDINAL}\\b(?!\\d)(?:,? (?<y2>\\d{4}))?`,
    `\\b(?<m3>${MONTH}) (?<y3>\\d{4})`,
    // Alone these may be a verb.
    `\\b(?<m4>${MONTHS.filter((name) => name !== "May" && name !== "March").join("|")})\\b`,
    "\\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Nn]ext|[Tt]his|[Bb]y|of|[Ee]arly|[Ll]ate|[Uu]ntil) (?<m5>May|March)\\b(?! \\d)",
  ].join("|"),
  "g",
);
const WEEKDAY = new RegExp(`\\b(?:${WEEKDAYS.join("|")})\\b`, "g");

/** Dates with the name of a month, in a straight text. */
export function datesOf(text: string): WrittenDate[] {
  return [...text.matchAll(DATE)].map((match) => {
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

/** Days of the week that a text names. */
export function weekdaysOf(text: string): string[] {
  return text.match(WEEKDAY) ?? [];
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

/**
 * Whether words of an article (straight) come out at the value, as far as the article's own date tells: yesterday, last month, in July, this week.
 * A day or month named alone is the one before, or, where the claim looks ahead, the one after. Words that name no time (recently, is planning) mean the
 * article's own, but no day.
 */
export function comesFrom(
  words: string,
  value: string,
  { date, precision }: Source["published"],
  looksAhead = false,
): boolean {
  const said = partsOf(value);
  if (!said) return false;
  const today = dayOf(date);
  const meant = meaningsOf(words, today, looksAhead);
  if (!meant) return said.day === undefined && covers(partsOf(date) ?? {}, said);
  const isFine = precision === "day" || (precision === "week" && meant.unit !== "day") || !meant.isRelative;
  if (said.day !== undefined && !isFine) return false;
  const isTold = meant.unit === "year" ? said.month === undefined : said.day === undefined || meant.unit !== "month";
  return isTold && meant.days.some((day) => covers(partsOf(isoOf(day)) ?? {}, said));
}

interface Meaning {
  /** Days that may be meant; of a month or year any of its days will do. */
  readonly days: readonly number[];
  readonly unit: "day" | "week" | "month" | "year";
  /** Depends on the very day on which it was said. */
  readonly isRelative: boolean;
}

const DAY_MS = 86_400_000;
/** What stands for a month and for a year, of which no day is said. */
const MID_MONTH = "-15";
const MID_YEAR = "-07-01";
const AGO = /\b(?:a|an|few|several|\w+) (day|week|month|year)s? (ago|earlier|before|later)\b/i;
const TURN = /\b(last|past|previous|this|next|coming) (week|month|year)\b/i;
const SINGLE: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 };
/** How many a few are taken to be. */
const FEW = 3;

function meaningsOf(words: string, today: number, looksAhead: boolean): Meaning | undefined {
  const lower = words.toLowerCase();
  const single = Object.keys(SINGLE).find((word) => lower.includes(word));
  if (single) return { days: [today + (SINGLE[single] as number)], unit: "day", isRelative: true };
  const ago = AGO.exec(words);
  if (ago) {
    const count = quantitiesOf(words)[0]?.value ?? (/\b(?:few|several)\b/.test(lower) ? FEW : 1);
    return moved(today, ago[1] as string, ago[2] === "later" ? count : -count);
  }
  const turn = TURN.exec(words);
  if (turn)
    return moved(today, turn[2] as string, { this: 0, next: 1, coming: 1 }[(turn[1] as string).toLowerCase()] ?? -1);
  const [weekday] = weekdaysOf(words);
  if (weekday)
    return { days: nearWeekdays(words, today, WEEKDAYS.indexOf(weekday), looksAhead), unit: "day", isRelative: true };
  const [written] = datesOf(words);
  return (
    written && {
      days: nearDates(words, today, written, looksAhead),
      unit: written.day ? "day" : "month",
      isRelative: false,
    }
  );
}

/** So many days, weeks, months or years on. */
function moved(today: number, unit: string, by: number): Meaning {
  const day = new Date(today * DAY_MS);
  if (unit === "day") return { days: [today + by], unit: "day", isRelative: true };
  if (unit === "week") {
    const monday = today - ((day.getUTCDay() + 6) % 7) + 7 * by;
    return { days: Array.from({ length: 7 }, (_, i) => monday + i), unit: "week", isRelative: true };
  }
  if (unit === "month") day.setUTCMonth(day.getUTCMonth() + by, 15);
  else day.setUTCFullYear(day.getUTCFullYear() + by, 6, 1);
  return { days: [Math.floor(day.getTime() / DAY_MS)], unit: unit === "month" ? "month" : "year", isRelative: true };
}

/** The day of the week before, and after; said with last or next, that one. */
function nearWeekdays(words: string, today: number, weekday: number, looksAhead: boolean): number[] {
  const back = (new Date(today * DAY_MS).getUTCDay() - weekday + 7) % 7;
  const before = back === 0 ? [today, today - 7] : [today - back];
  return chosen(words, before, [today - back + 7], looksAhead);
}

function nearDates(
  words: string,
  today: number,
  { year, month = 1, day = 15 }: DateParts,
  looksAhead: boolean,
): number[] {
  const on = (year: number) => Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
  if (year) return [on(year)];
  const years = [-1, 0, 1].map((by) => on(new Date(today * DAY_MS).getUTCFullYear() + by));
  const before = years.filter((one) => one <= today).slice(-1);
  return chosen(words, before, years.filter((one) => one > today).slice(0, 1), looksAhead);
}

function chosen(words: string, before: readonly number[], after: readonly number[], looksAhead: boolean): number[] {
  if (/\b(?:last|past|previous)\b/i.test(words)) return [...before];
  if (/\b(?:next|coming)\b/i.test(words)) return [...after];
  return looksAhead ? [...before, ...after] : [...before];
}

/** Days since 1970, in UTC. */
function dayOf(date: string): number {
  const full = date.length === 4 ? date + MID_YEAR : date.length === 7 ? date + MID_MONTH : date;
  return Math.floor(Date.parse(`${full}T00:00:00Z`) / DAY_MS);
}

function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
