import type { SourceDetails, Statement } from "../digest/statement.ts";
import { formatDate } from "./dates.ts";
import { count, say, type Words } from "./words.ts";

/** A statement as somebody would cite it, in plain text: statement, kind, speaker, outlet, title, date, paragraphs, address. */
export function citationOf(statement: Statement, source: SourceDetails, words: Words): string {
  const { outlet, outletBasis, title, published, address, copy } = source;
  const { paragraphs } = statement;
  const where = [
    outletBasis ? say(words, "outlet_inferred", outlet) : outlet,
    say(words, "quoted_title", title),
    formatDate(published.date, words.language, published.precision),
    ...(paragraphs.length ? [count(words, "paragraph", paragraphs.length, listOf(paragraphs, words))] : []),
  ].join(", ");
  const said = saidBy(statement, words);
  // Who checks it must know that it was not read in the paper itself.
  return [`${plain(statement.text)} (${said ? `${said}; ` : ""}${where}).`, copy, address].filter(Boolean).join(" ");
}

/** Kind and speaker of a statement, empty for what an outlet reports as a fact. */
export function saidBy(statement: Statement, words: Words): string {
  const [kind, speaker] = [kindOf(statement, words), speakerOf(statement, words)];
  // Nobody follows the colon where the outlet itself speaks.
  return speaker ? [kind, speaker].filter(Boolean).join(" ") : kind.replace(/\s*[:：]$/, "");
}

export function kindOf({ kind }: Statement, words: Words): string {
  return kind === "fact" ? "" : say(words, `claim_${kind}`);
}

export function speakerOf({ speaker, via, isOpen }: Statement, words: Words): string {
  if (speaker) return via ? `${speaker} (${via})` : speaker;
  return isOpen ? say(words, "unnamed_speaker") : "";
}

/** 2, 3 and 5, as the language puts it. */
export function listOf(numbers: readonly number[], { language }: Words): string {
  const format = new Intl.NumberFormat(language);
  return new Intl.ListFormat(language).format(numbers.map((number) => format.format(number)));
}

/** The text without its markup; what is quoted keeps its marks. */
function plain(text: string): string {
  return text
    .replace(/<\/?q>/g, '"')
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
