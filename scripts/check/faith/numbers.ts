import type { Fault } from "../../../src/digest/references.ts";
import { plain, standsIn, straight } from "../wording.ts";
import { type Cited, unfaithful } from "./cited.ts";
import { comesFrom, covers, type DateParts, datesOf, partsOf, weekdaysOf } from "./dates.ts";
import { type Quantity, quantitiesOf, sameQuantity } from "./quantities.ts";

/** Numbers and dates of a claim that neither stand in the cited paragraphs nor come from words there. */
export function numberFaults(cited: Cited): Fault[] {
  return [...derivedFaults(cited), ...textFaults(cited), ...whenFaults(cited)];
}

function derivedFaults(cited: Cited): Fault[] {
  const { claim, text, reading } = cited;
  return claim.derivedFrom.flatMap(({ value, words }, i): Fault[] => {
    const path = ["derivedFrom", i];
    if (!standsIn(words, text)) return [unfaithful(cited, [...path, "words"], "derived", `the words “${words}”`)];
    const isUsed = [claim.when?.start, claim.when?.end].includes(value) || plain(claim.text).includes(value);
    if (!isUsed) return [unfaithful(cited, [...path, "value"], "derived", `${value} in the text or in when`)];
    if (comesFrom(words, value, reading.source.published, claim.kind === "forecast") || isCountOf(words, value))
      return [];
    return [
      unfaithful(cited, [...path, "value"], "derived", `${value} to come from “${words}” and the article's date`),
    ];
  });
}

/** Numbers in other dress: both are two. */
const COUNTS: readonly [RegExp, number][] = [
  [/\b(?:both|pair|couple|double|twin)\b/i, 2],
  [/\b(?:single|sole|only|once|alone)\b/i, 1],
  [/\b(?:trio|triple|three-way)\b/i, 3],
];

function isCountOf(words: string, value: string): boolean {
  const [said] = quantitiesOf(value);
  return said !== undefined && COUNTS.some(([pattern, count]) => count === said.value && pattern.test(words));
}

function textFaults(cited: Cited): Fault[] {
  const { claim, text } = cited;
  const said = straight(plain(claim.text));
  const dates = datesOf(said);
  const derived = derivedDates(cited);
  const known: DateParts[] = [...datesOf(text), ...derived];
  const unknown = dates.filter((date) => !known.some((other) => covers(other, date)));
  const rest = dates.reduce(
    (all, { start, end }) => all.slice(0, start) + " ".repeat(end - start) + all.slice(end),
    said,
  );
  const there = quantitiesOf(text);
  const isKnown = (quantity: Quantity) =>
    there.some((other) => sameQuantity(quantity, other)) ||
    derived.some(({ year }) => year === quantity.value) ||
    claim.derivedFrom.some(({ value }) => quantitiesOf(value).some((other) => sameQuantity(quantity, other)));
  const weekdays = weekdaysOf(said).filter((day) => !weekdaysOf(text).includes(day));
  return [
    ...weekdays.map((day) => unfaithful(cited, ["text"], "date", `${day} to stand there`)),
    ...unknown.map(({ written }) =>
      unfaithful(cited, ["text"], "date", `${written} to stand there, or derivedFrom words there`),
    ),
    ...quantitiesOf(rest)
      .filter((quantity) => !isKnown(quantity))
      .map(({ written, unit }) =>
        unfaithful(cited, ["text"], "number", `${written}${unit ? ` (${unit})` : ""} to stand there`),
      ),
  ];
}

function derivedDates({ claim }: Cited): DateParts[] {
  return claim.derivedFrom.flatMap(({ value }) => partsOf(value) ?? []);
}

/** A time that is just the article's own needs no words, a day does. */
function whenFaults(cited: Cited): Fault[] {
  const { claim, text, reading } = cited;
  const { when, derivedFrom } = claim;
  const { published } = reading.source;
  const there = [...datesOf(text), ...quantitiesOf(text).map(({ value }) => ({ year: value }))];
  const isKnown = (date: string) => {
    const isArticles =
      published.date.startsWith(date) && (date !== published.date || published.precision === when?.precision);
    const isDerived = derivedFrom.some(({ value }) => value === date);
    return (
      (isArticles && when?.precision !== "day") ||
      isDerived ||
      there.some((other) => covers(other, partsOf(date) ?? {}))
    );
  };
  const expected = "to stand there, to be the article's own date, or derivedFrom words there";
  return (["start", "end"] as const).flatMap((key) => {
    const date = when?.[key];
    return date && !isKnown(date) ? [unfaithful(cited, ["when", key], "when", `${date} ${expected}`)] : [];
  });
}
