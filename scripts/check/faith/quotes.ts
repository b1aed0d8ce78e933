import type { Fault } from "../../../src/digest/references.ts";
import { spansOf, standsIn, straight } from "../wording.ts";
import { type Cited, unfaithful } from "./cited.ts";

const QUOTATION = /<q>(.*?)<\/q>/gs;

/** What a claim quotes stands in a cited paragraph; in quotation marks there, unless it is the outlet's own. */
export function quoteFaults(cited: Cited): Fault[] {
  const { claim, numbers, reading } = cited;
  const paragraphs = numbers.map((n) => reading.paragraphs[n - 1] ?? "");
  const quoted = [...claim.text.matchAll(QUOTATION)].map(([, words = ""]) => words.replace(/\s+/g, " "));
  const isThere = (words: string) => paragraphs.some((text) => standsIn(words, text));
  const isMarked = (words: string) =>
    paragraphs.some((text) => spansOf(words, text).some(({ start }) => isInMarks(text, start)));
  const marks = straight(claim.text.replace(QUOTATION, "")).match(/"/);
  return [
    ...quoted
      .filter((words) => !isThere(words))
      .map((words) => unfaithful(cited, ["text"], "quote", `the words “${words}”`)),
    ...quoted
      .filter((words) => claim.speaker !== "outlet" && isThere(words) && !isMarked(words))
      .map((words) => unfaithful(cited, ["text"], "quote", `“${words}” in quotation marks`)),
    ...(marks ? [unfaithful(cited, ["text"], "quote", "<q> around quoted words, not quotation marks")] : []),
  ];
}

const OPENING = /(?<![\p{L}\p{N}])'(?=\p{L})/gu;
const CLOSING = /(?<=[\p{L}\p{N}.,!?])'(?!\p{L})/u;

/** Whether a mark that opens before this place of a straight text has not been closed before it. */
function isInMarks(text: string, at: number): boolean {
  const before = text.slice(0, at);
  if ((before.split('"').length - 1) % 2 === 1) return true;
  const opening = [...text.slice(0, at + 1).matchAll(OPENING)].at(-1);
  return opening !== undefined && !CLOSING.test(before.slice(opening.index + 1));
}
