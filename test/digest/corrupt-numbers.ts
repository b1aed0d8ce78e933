import { corruptDates } from "./corrupt-dates.ts";
import { type Candidate, type Corrupter, replaceAt, rewritten } from "./corrupting.ts";
import { COUNTS, datesOf, MAGNITUDES, type Numeral, numeralsOf, ORDINALS } from "./numerals.ts";

/** Of the wrong numbers for one place, how many are taken. */
const MOST_PER_PLACE = 2;

/** Numbers, dates and times made wrong. */
export const changeNumbers: Corrupter = (setting) => [...changeNumerals(setting), ...corruptDates(setting)];

const changeNumerals: Corrupter = ({ claim, random }) => {
  const dates = datesOf(claim.text);
  const isInDate = (at: number) => dates.some(({ start, written }) => at >= start && at < start + written.length);
  return numeralsOf(claim.text).flatMap((numeral): Candidate[] => {
    const { start, end, written } = numeral;
    const wrong = otherNumbers(numeral).filter((other) => other.toLowerCase() !== written.toLowerCase());
    // A date is changed as a whole.
    return random
      .some(isInDate(start) ? [] : [...new Set(wrong)], MOST_PER_PLACE)
      .map((other) => rewritten(wayOf(numeral), claim, replaceAt(claim.text, start, end, other)));
  });
};

function wayOf({ sort, written }: Numeral): string {
  if (sort === "year" || sort === "ordinal" || sort === "magnitude") return sort;
  return /\d/.test(written) ? "digits" : "number word";
}

function otherNumbers({ sort, value, written }: Numeral): string[] {
  const isDigits = /^\d/.test(written);
  switch (sort) {
    case "year": {
      const exchanged = written.replace(/(\d)(\d)(s?)$/, "$2$1$3");
      return [value - 1, value + 1, value - 10].map((year) => written.replace(/\d+/, `${year}`)).concat(exchanged);
    }
    case "day":
    case "one":
      return [];
    case "times":
      return ["three times", "four times"];
    case "magnitude":
      return MAGNITUDES.filter((word) => word !== "dozens").map((word) =>
        written.toLowerCase().endsWith("s") ? word : word.replace(/s$/, ""),
      );
    case "ordinal":
      return isDigits ? [asOrdinal(value + 1), asOrdinal(Math.max(1, value - 1))] : neighbours(ORDINALS, value);
    case "count":
      return isDigits ? otherDigits(written, value) : neighbours(COUNTS.slice(0, 13), value);
  }
}

/** 40 → 14, 400, 41, 39. */
function otherDigits(written: string, value: number): string[] {
  const turned = [...written].reverse().join("");
  const mistyped = /^[1-9]\d+$/.test(turned) ? [turned] : /^\d0$/.test(written) ? [`1${written[0]}`] : [];
  const others = [value * 10, value + 1, value - 1, Math.round(value / 10)].filter((other) => other > 1);
  const format = (other: number) => (written.includes(",") ? other.toLocaleString("en") : `${other}`);
  return [...mistyped, ...others.map(format)];
}

/** The words around one, none below the first or two. */
function neighbours(words: readonly string[], value: number): string[] {
  const least = words.includes("first") ? 1 : 2;
  return [value - 1, value + 1, value + 2].flatMap((other) => (other >= least ? (words[other] ?? []) : []));
}

function asOrdinal(value: number): string {
  const isTeen = value % 100 > 10 && value % 100 < 14;
  return `${value}${(isTeen ? undefined : ["th", "st", "nd", "rd"][value % 10]) ?? "th"}`;
}
