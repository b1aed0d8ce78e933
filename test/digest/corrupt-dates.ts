import type { Claim } from "../../src/digest/schema.ts";
import { type Candidate, type Corrupter, replaceAt, rewritten } from "./corrupting.ts";
import { type DateInText, datesOf, MONTHS } from "./numerals.ts";
import type { Random } from "./random.ts";

type Unit = "year" | "month" | "day";
const UNITS: readonly Unit[] = ["year", "month", "day"];
/** A day that leaves the week in any case. */
const NEXT_WEEK = 9;
/** In every month. */
const LAST_DAY = 28;

export const corruptDates: Corrupter = ({ claim, random }) => [
  ...changeDatesInText(claim, random),
  ...changeWhen(claim, random),
];

function changeDatesInText(claim: Claim, random: Random): Candidate[] {
  return datesOf(claim.text).flatMap((date) => {
    const { start, written } = date;
    return otherDates(date, random).flatMap(([unit, other]): Candidate[] => {
      const text = replaceAt(claim.text, start, start + written.length, other);
      return withDerivation(rewritten(`date in the text: ${unit}`, claim, text), written, other);
    });
  });
}

function otherDates({ day, month, year, written }: DateInText, random: Random): [Unit, string][] {
  const days = day ? [1, 2, NEXT_WEEK].map((by) => ((Number(day) - 1 + by) % LAST_DAY) + 1) : [];
  const years = year ? [-2, -1, 1].map((by) => Number(year) + by) : [];
  return [
    ...random
      .some(MONTHS.filter((one) => one !== month))
      .map((one) => written.replace(month, one))
      .map(as("month")),
    ...random
      .some(days)
      .map((one) => written.replace(/(?<!\d)\d{1,2}(?!\d)/, `${one}`))
      .map(as("day")),
    ...random
      .some(years)
      .map((one) => written.replace(/\d{4}/, `${one}`))
      .map(as("year")),
  ];
}

const as =
  (unit: Unit) =>
  (written: string): [Unit, string] => [unit, written];

function changeWhen(claim: Claim, random: Random): Candidate[] {
  const { when } = claim;
  if (!when) return [];
  return (["start", "end"] as const).flatMap((edge) => {
    const date = when[edge];
    if (!date) return [];
    return UNITS.flatMap((unit) => {
      const moved = random.shuffled(movedDates(date, unit, when.precision === "week"));
      const other = moved.find((one) => (edge === "end" ? one >= when.start : !when.end || one <= when.end));
      if (!other) return [];
      const said = `when.${edge} ${date} → ${other}`;
      const changed = { way: `when.${edge}: ${unit}`, claim: { ...claim, when: { ...when, [edge]: other } }, said };
      return withDerivation(changed, date, other);
    });
  });
}

/** 2023-09-13 and a month → 2023-08-13, 2023-10-13 and so on, as far as the date is written out. */
function movedDates(date: string, unit: Unit, isWeek: boolean): string[] {
  const [year = 0, month, day] = date.split("-").map(Number);
  const write = (...parts: (number | undefined)[]) =>
    parts.flatMap((part) => (part === undefined ? [] : `${part}`.padStart(2, "0"))).join("-");
  if (unit === "year") return [-2, -1, 1].map((by) => write(year + by, month, day && Math.min(day, LAST_DAY)));
  if (month === undefined) return [];
  if (unit === "month") {
    const months = [-3, -2, -1, 1, 2, 3].map((by) => month + by).filter((other) => other > 0 && other < 13);
    return months.map((other) => write(year, other, day && Math.min(day, LAST_DAY)));
  }
  if (day === undefined) return [];
  const steps = isWeek ? [-NEXT_WEEK, NEXT_WEEK] : [-2, -1, 1, 2, NEXT_WEEK];
  const days = steps.map((by) => day + by).filter((other) => other > 0 && other <= LAST_DAY);
  return days.map((other) => write(year, month, other));
}

/** The change, and the same where the editor has changed what the date is derived from as well. */
function withDerivation(change: Candidate, from: string, to: string): Candidate[] {
  const { derivedFrom } = change.claim;
  if (!derivedFrom.some(({ value }) => value === from)) return [change];
  const along = derivedFrom.map((one) => (one.value === from ? { ...one, value: to } : one));
  const claim = { ...change.claim, derivedFrom: along };
  return [change, { way: `${change.way}, derivedFrom along`, claim, said: `${change.said}, derivedFrom along` }];
}
