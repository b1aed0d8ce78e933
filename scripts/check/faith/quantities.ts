import { straight } from "../wording.ts";

/** A number in a text, written in digits or words. */
export interface Quantity {
  readonly value: number;
  /** What is counted, where that is a measure: seconds are no minutes. */
  readonly unit?: string;
  /** First, second, 24th. */
  readonly isOrdinal: boolean;
  readonly written: string;
}

const SMALL = new Map<string, number>(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`
    .split(/\s+/)
    .map((word, value) => [word, value]),
);
const TENS = new Map<string, number>(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, (i + 2) * 10]),
);
const SCALES = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["bn", 1e9],
]);
const ORDINALS = new Map<string, number>([
  ..."first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    .split(" ")
    .map((word, i) => [word, i + 1] as const),
  ...[...SMALL].filter(([word]) => word.endsWith("teen")).map(([word, value]) => [`${word}th`, value] as const),
  ...[...TENS].map(([word, value]) => [word.replace(/y$/, "ieth"), value] as const),
]);
/** Numbers in other dress. */
const OTHER = new Map<string, number>([
  ["halved", 0.5],
  ["doubled", 2],
  ["tripled", 3],
  ["quadrupled", 4],
  ["twice", 2],
  ["thrice", 3],
  ["couple", 2],
  ["dozen", 12],
]);
/** Many, nobody says how many: each counts as a number of its own. */
const ROUND = new Map<string, number>([
  ["scores", 20.5],
  ["dozens", 12.5],
  ["hundreds", 100.5],
  ["thousands", 1000.5],
  ["millions", 1e6 + 0.5],
  ["billions", 1e9 + 0.5],
]);
const UNIT =
  /^(second|minute|hour|day|week|month|year|decade|per ?cent|%|km|kilomet|mile|met(?:re|er)|ton|dollar|euro|pound|rouble)/;
const PART = /\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+|%/g;

/** Every number of the text, in order. Years are numbers too. */
export function quantitiesOf(text: string): Quantity[] {
  const words = straight(text).toLowerCase().match(PART) ?? [];
  const found: Quantity[] = [];
  for (let i = 0; i < words.length; ) {
    const number = numberAt(words, i);
    if (!number) {
      i++;
      continue;
    }
    const { value, isOrdinal, length } = number;
    const after = words.slice(i + length, i + length + 2).join(" ");
    const unit = isOrdinal ? undefined : UNIT.exec(after)?.[1]?.replace(/^per ?cent$/, "%");
    found.push({ value, isOrdinal, ...(unit && { unit }), written: words.slice(i, i + length).join(" ") });
    // The measure of a forty-second handshake is no ordinal.
    i += unit === "second" && words[i + length] === unit ? length + 1 : length;
  }
  return found;
}

interface Read {
  readonly value: number;
  readonly isOrdinal: boolean;
  readonly length: number;
}

/** These make one a pronoun or a word of its own. */
const NO_NUMBER_BEFORE = new Set("no any every some each if this that the another which".split(" "));

function numberAt(words: readonly string[], i: number): Read | undefined {
  const word = words[i] as string;
  if (word === "one" && (NO_NUMBER_BEFORE.has(words[i - 1] ?? "") || words[i + 1] === "another")) return undefined;
  // A million, half a million.
  const half = word === "half" && /^an?$/.test(words[i + 1] ?? "") ? 1 : 0;
  const scale = /^an?$/.test(words[i + half] ?? "") ? SCALES.get(words[i + half + 1] ?? "") : undefined;
  if (scale) return { value: half ? scale / 2 : scale, isOrdinal: false, length: half + 2 };
  const single = OTHER.get(word) ?? ROUND.get(word);
  if (single !== undefined) return { value: single, isOrdinal: false, length: 1 };
  const ordinal = ORDINALS.get(word);
  if (ordinal !== undefined) return { value: ordinal, isOrdinal: true, length: 1 };
  return composed(words, i);
}

interface Sum {
  /** Thousands and more that are complete. */
  readonly total: number;
  readonly current?: number;
  readonly isOrdinal?: boolean;
}

/** Twenty-four, two hundred and five, 5.2 million, 24th. */
function composed(words: readonly string[], from: number): Read | undefined {
  let sum: Sum = { total: 0 };
  let i = from;
  for (; i < words.length; i++) {
    const next: Sum | undefined = joins(words, i) ? sum : plus(sum, words[i] as string);
    if (!next) break;
    sum = next;
  }
  const { total, current, isOrdinal = false } = sum;
  return current === undefined ? undefined : { value: total + current, isOrdinal, length: i - from };
}

/** What one more word makes of a number; nothing where it does not belong to it. */
function plus({ total, current, isOrdinal }: Sum, word: string): Sum | undefined {
  // In forty-second handshake the second is a measure.
  const small = SMALL.get(word) ?? TENS.get(word) ?? (word === "second" ? undefined : ORDINALS.get(word));
  const scale = SCALES.get(word);
  if (isOrdinal) return undefined;
  if (/^\d/.test(word)) return current === undefined ? { total, current: Number(word.replaceAll(",", "")) } : undefined;
  if (small !== undefined && (current === undefined || fits(current, small)))
    return { total, current: (current ?? 0) + small, isOrdinal: ORDINALS.has(word) };
  if (current === undefined) return undefined;
  if (scale !== undefined)
    return scale === 100 ? { total, current: current * scale } : { total: total + current * scale, current: 0 };
  return /^(?:st|nd|rd|th)$/.test(word) ? { total, current, isOrdinal: true } : undefined;
}

/** Twenty takes two, hundred takes forty-five; two takes nothing. */
function fits(current: number, small: number): boolean {
  if (current === 0) return true;
  return small < 10 ? current % 10 === 0 && current % 100 !== 10 : current % 100 === 0;
}

/** Two hundred and five. */
function joins(words: readonly string[], i: number): boolean {
  const next = words[i + 1] ?? "";
  return words[i] === "and" && words[i - 1] === "hundred" && (SMALL.has(next) || TENS.has(next));
}

/** The same number, and of the same measure where both name one. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  return a.value === b.value && a.isOrdinal === b.isOrdinal && (!a.unit || !b.unit || a.unit === b.unit);
}
