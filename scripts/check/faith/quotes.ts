import type { Fault } from "../../../src/digest/references.ts";
import { standsIn, straight } from "../wording.ts";
import { type Cited, unfaithful } from "./cited.ts";

const QUOTATION = /<q>(.*?)<\/q>/gs;

/** What a claim quotes stands in a cited paragraph; in quotation marks there, unless it is the outlet's own. */
export function quoteFaults(cited: Cited): Fault[] {
  const { claim, numbers, reading } = cited;
  const paragraphs = numbers.map((n) => reading.paragraphs[n - 1] ?? "");
  const quoted = [...claim.text.matchAll(QUOTATION)].map(([, words = ""]) => words);
  const absent = quoted.filter((words) => !paragraphs.some((text) => standsIn(words, text)));
  const faults = absent.map((words) => unfaithful(cited, ["text"], "quote", `the words “${words}”`));
  const isQuoted = (words: string) => paragraphs.some((text) => standsInMarks(words, text));
  if (claim.speaker !== "outlet" && !absent.length)
    faults.push(
      ...quoted
        .filter((words) => !isQuoted(words))
        .map((words) => unfaithful(cited, ["text"], "quote", `“${words}” in quotation marks`)),
    );
  return faults;
}

const OPENING = /["“‘]|(?<!\p{L})'/gu;
const CLOSING = /["”]|[’'](?!\p{L})/u;

/** Whether the words begin behind an opening mark that has not been closed before them. */
function standsInMarks(words: string, text: string): boolean {
  const at = straight(text).toLowerCase().indexOf(straight(words).toLowerCase());
  if (at < 0) return false;
  const before = text.slice(0, at);
  const straightMarks = before.split('"').length - 1;
  if (straightMarks % 2 === 1) return true;
  const opening = [...before.matchAll(OPENING)].filter(([mark]) => mark !== '"').at(-1);
  return opening !== undefined && !CLOSING.test(before.slice(opening.index + 1));
}
