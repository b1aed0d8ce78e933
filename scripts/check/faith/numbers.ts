import type { Fault } from "../../../src/digest/references.ts";
import { plain, standsIn } from "../wording.ts";
import { type Cited, unfaithful } from "./cited.ts";
import { comesFrom, covers, type DateParts, datesOf, partsOf } from "./dates.ts";
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
    if (comesFrom(words, value, reading.source.published)) return [];
    return [
      unfaithful(cited, [...path, "value"], "derived", `${value} to come from “${words}” and the article's date`),
    ];
  });
}

function textFaults(cited: Cited): Fault[] {
  const { claim, text } = cited;
  const said = plain(claim.text);
  const dates = datesOf(said);
  const known: DateParts[] = [...datesOf(text), ...ownDates(cited)];
  const unknown = dates.filter((date) => !known.some((other) => covers(other, date)));
  const rest = dates.reduce(
    (all, { start, end }) => all.slice(0, start) + " ".repeat(end - start) + all.slice(end),
    said,
  );
  const there = quantitiesOf(text);
  const isKnown = (quantity: Quantity) =>
    there.some((other) => sameQuantity(quantity, other)) || ownDates(cited).some(({ year }) => year === quantity.value);
  return [
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

/** Dates that the claim gives elsewhere, where they are checked. */
function ownDates({ claim }: Cited): DateParts[] {
  const { when, derivedFrom } = claim;
  return [when?.start, when?.end, ...derivedFrom.map(({ value }) => value)].flatMap(
    (date) => (date && partsOf(date)) || [],
  );
}

/** A time that is just the article's own needs no words. */
function whenFaults(cited: Cited): Fault[] {
  const { claim, text, reading } = cited;
  const { when } = claim;
  const { published } = reading.source;
  const stand = [...datesOf(text), ...quantitiesOf(text).map(({ value }) => ({ year: value }))];
  return (["start", "end"] as const).flatMap((key) => {
    const date = when?.[key];
    if (
      !date ||
      (published.date.startsWith(date) && date.length < published.date.length + 1 && when?.precision !== "week")
    )
      return [];
    if (published.date === date && published.precision === when?.precision) return [];
    if (claim.derivedFrom.some(({ value }) => value === date)) return [];
    if (stand.some((other) => covers(other, partsOf(date) ?? {}))) return [];
    return [
      unfaithful(
        cited,
        ["when", key],
        "when",
        `${date} to stand there, to be the article's own date, or derivedFrom words there`,
      ),
    ];
  });
}
