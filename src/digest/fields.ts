import * as v from "valibot";

/** What the fields of a digest are made of. */

export const text = v.pipe(v.string(), v.trim(), v.nonEmpty("text that is not empty"));
export const id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id of lower-case letters, digits and single hyphens"),
);
export const language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language tag such as en or zh-Hant"),
);

/** YYYY, YYYY-MM or YYYY-MM-DD: as much of a date as is known, and no date that the calendar lacks. */
export const partialDate = v.pipe(
  v.string("a date in quotes: YYYY, YYYY-MM or YYYY-MM-DD"),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date: YYYY, YYYY-MM or YYYY-MM-DD"),
  v.check(isCalendarDate, "a date that exists in the calendar"),
);
export const precision = v.picklist(["day", "week", "month", "year"]);
export const paragraph = v.pipe(
  v.number(),
  v.integer("a whole paragraph number"),
  v.minValue(1, "a paragraph number from 1"),
);
export const paragraphs = v.pipe(v.array(paragraph), v.minLength(1, "at least one paragraph"));

export const period = v.strictObject({
  start: partialDate,
  end: v.exactOptional(partialDate),
  precision: v.exactOptional(precision),
});

function isCalendarDate(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
}

/** Written forms, words or phrases. */
export const forms = v.optional(v.array(text), []);
