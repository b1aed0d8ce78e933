import type { Claim } from "../../src/digest/schema.ts";
import { type Candidate, type Corrupter, type Paragraph, rewritten } from "./corrupting.ts";
import { MONTHS, type Numeral, numeralsOf, valuesIn } from "./numerals.ts";

const SPANS = /^[\s-](?:[a-z]+ )?(seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)\b/;
const MOST_PER_PLACE = 2;
const MOST_ADDED = 3;

/** A number with the words behind it. */
interface Found extends Numeral {
  readonly behind: string;
  readonly in: Paragraph;
}

/** Numbers that stand elsewhere in the article. */
export const takeOtherNumbers: Corrupter = (setting) => {
  const { claim, cited, others, random } = setting;
  const known = valuesIn([...cited.map(({ text }) => text), claim.text]);
  const elsewhere = others.flatMap((paragraph) =>
    numeralsOf(paragraph.text).map((one) => ({ ...one, behind: paragraph.text.slice(one.end), in: paragraph })),
  );
  const strange = elsewhere.filter(({ value, sort }) => value > 0 && sort !== "one" && !known.has(value));
  const own = numeralsOf(claim.text).filter(({ sort }) => sort !== "one");
  if (own.length) return own.flatMap((numeral) => random.some(replacing(claim, numeral, strange), MOST_PER_PLACE));
  return random.some(adding(claim, strange), MOST_ADDED);
};

function replacing(claim: Claim, numeral: Numeral, strange: readonly Found[]): Candidate[] {
  const { text } = claim;
  return strange
    .filter(({ sort }) => sort === numeral.sort)
    .map((one) =>
      from(
        one,
        rewritten(`${one.sort} replaced`, claim, text.slice(0, numeral.start) + one.written + text.slice(numeral.end)),
      ),
    );
}

function adding(claim: Claim, strange: readonly Found[]): Candidate[] {
  return strange.flatMap((one) => {
    const words = inWords(one, claim);
    if (!words) return [];
    const end = /([.!?]?)$/.exec(claim.text)?.index ?? claim.text.length;
    const text = claim.text.slice(0, end) + words + claim.text.slice(end);
    return [from(one, rewritten(`${one.sort} added`, claim, text))];
  });
}

function from({ in: { number } }: Found, candidate: Candidate): Candidate {
  return { ...candidate, said: `${candidate.said} (from paragraph ${number})` };
}

/** What an editor would make of the number; nothing where it is no news. */
function inWords({ sort, value, written, behind }: Found, { text, when }: Claim): string | undefined {
  const [from = 0, to = from] = [when?.start, when?.end].flatMap((date) => (date ? [Number(date.slice(0, 4))] : []));
  switch (sort) {
    case "year":
      return value >= from && value <= to ? undefined : `, in ${written}`;
    case "day": {
      const month = MONTHS.find((name) => behind.startsWith(` ${name}`));
      return month ? `, on ${value} ${month}` : undefined;
    }
    case "ordinal":
      if (/^ centur/.test(behind) || (value === 1 && /never|no time|first/i.test(text))) return;
      return `, for the ${written.toLowerCase()} time`;
    case "times":
      return `, ${written.toLowerCase()}`;
    case "count": {
      const span = SPANS.exec(behind)?.[1];
      return span ? `, for ${written.toLowerCase()} ${span}` : `, with ${written.toLowerCase()} officials`;
    }
    case "magnitude":
      return `, at a cost of ${written.toLowerCase()}`;
    case "one":
      return;
  }
}
