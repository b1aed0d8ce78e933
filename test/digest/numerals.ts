/** The numbers and dates of an English text. */

export interface Numeral {
  readonly sort: "year" | "day" | "count" | "ordinal" | "times" | "magnitude" | "one";
  readonly value: number;
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

export interface DateInText {
  readonly day?: string;
  readonly month: string;
  readonly year?: string;
  readonly written: string;
  readonly start: number;
}

export const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
export const COUNTS = [
  ...["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  ...["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"],
];
export const ORDINALS = [
  ...["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
  ...["eleventh", "twelfth"],
];
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
export const MAGNITUDES = ["dozens", "hundreds", "thousands", "millions", "billions"];
const TIMES: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };
/** Words that say a number without being one. */
const IMPLIED: Readonly<Record<string, number>> = { both: 2, pair: 2, couple: 2, single: 1, sole: 1, only: 1 };

const DIGITS =
  /(?<![\p{L}\d.,:–-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(st|nd|rd|th|s)?(?![\p{L}\d]|[.,:]\d)(?![^<]*>)/gu;
const UNITS = COUNTS.slice(1, 10).join("|");
const WORDS = new RegExp(
  `(?<![\\p{L}-])(?:(?:${TENS.join("|")})(?:-(?:${UNITS}))?|${[
    ...COUNTS.toReversed(),
    ...ORDINALS.slice(1),
    ...MAGNITUDES,
    ...Object.keys(TIMES),
  ].join("|")})(?!\\p{L})`,
  "giu",
);
const DATE = new RegExp(
  `(?:(?<!\\d)(\\d{1,2}) )?\\b(${MONTHS.join("|")})\\b(?: (\\d{1,2})(?!\\d))?(?:,? (\\d{4})\\b)?`,
  "g",
);

/** In order of their places. */
export function numeralsOf(text: string): Numeral[] {
  const dates = datesOf(text);
  const isDay = (at: number, value: number) =>
    value < 32 && dates.some(({ start, written }) => at >= start && at < start + written.length);
  const digits = [...text.matchAll(DIGITS)].map(({ 0: written, 1: ending, index }): Numeral => {
    const value = Number.parseFloat(written.replaceAll(",", ""));
    const place = { value, written, start: index, end: index + written.length };
    if (ending && ending !== "s") return { sort: "ordinal", ...place };
    if (/^(1[5-9]|20)\d\ds?$/.test(written)) return { sort: "year", ...place };
    return { sort: isDay(index, value) ? "day" : "count", ...place };
  });
  const words = [...text.matchAll(WORDS)].map(({ 0: written, index }): Numeral => {
    return { ...ofWord(written.toLowerCase()), written, start: index, end: index + written.length };
  });
  return [...digits, ...words].sort((a, b) => a.start - b.start);
}

function ofWord(word: string): Pick<Numeral, "sort" | "value"> {
  const count = COUNTS.indexOf(word);
  if (count >= 0) return { sort: count === 1 ? "one" : "count", value: count };
  if (ORDINALS.includes(word)) return { sort: "ordinal", value: ORDINALS.indexOf(word) };
  if (MAGNITUDES.includes(word)) return { sort: "magnitude", value: 10 ** (1 + MAGNITUDES.indexOf(word)) };
  const times = TIMES[word];
  if (times) return { sort: times === 1 ? "one" : "times", value: times };
  const [ten = "", unit = "zero"] = word.split("-");
  return { sort: "count", value: 20 + 10 * TENS.indexOf(ten) + COUNTS.indexOf(unit) };
}

export function datesOf(text: string): DateInText[] {
  return [...text.matchAll(DATE)].flatMap(({ 0: written, 1: before, 2: month = "", 3: behind, 4: year, index }) => {
    const day = before ?? behind;
    // Words of their own, too.
    if (!day && !year && ["May", "March"].includes(month)) return [];
    return [{ month, written, start: index, ...(day ? { day } : {}), ...(year ? { year } : {}) }];
  });
}

/** All that counts as a number standing in the texts. */
export function valuesIn(texts: readonly string[]): Set<number> {
  const implied = texts.flatMap((text) => (text.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => IMPLIED[word]));
  const numbers = texts.flatMap(numeralsOf).map(({ value }) => value);
  return new Set([...implied.filter((value) => value !== undefined), ...numbers]);
}
