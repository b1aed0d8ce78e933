import type { LinkedStatement, SharedStatement, SourceDetails, Statement } from "../digest/statement.ts";
import { kindOf, listOf, speakerOf } from "./citation.ts";
import { formatDate } from "./dates.ts";
import { button, disclose, inLanguage, part } from "./elements.ts";
import { sanitise } from "./sanitise.ts";
import { type Shelf, whereOf } from "./shelf.ts";
import { hasViews, sourceView } from "./source.ts";
import { count, say } from "./words.ts";

export function statementList(statements: readonly LinkedStatement[], shelf: Shelf): HTMLElement {
  const { document } = shelf;
  return part(document, "ul", "statements", ...statements.map((statement) => itemOf(statement, shelf)));
}

/** Statements under the dates of their sources, newest first; within a date in their order. */
export function datedLists(statements: readonly LinkedStatement[], shelf: Shelf): HTMLElement[] {
  const { document, words, sources } = shelf;
  const publishedOf = ({ source }: Statement) => (sources[source] as SourceDetails).published;
  const headingOf = (statement: Statement) => {
    const { date, precision } = publishedOf(statement);
    return formatDate(date, words.language, precision);
  };
  const newestFirst = [...statements].sort((a, b) => publishedOf(b).date.localeCompare(publishedOf(a).date));
  return [...new Set(newestFirst.map(headingOf))].map((date) => {
    const own = statements.filter((statement) => headingOf(statement) === date);
    return part(document, "section", "group", part(document, "h3", "group-date", date), statementList(own, shelf));
  });
}

function itemOf(statement: LinkedStatement, shelf: Shelf): HTMLElement {
  const { document, words, language } = shelf;
  const item = part(document, "li", "statement");
  if (!statement.against.length) {
    item.append(...sayingOf(statement, shelf));
  } else {
    const sides = [statement, ...statement.against.map((one) => one.statement)].map((one) => sayingOf(one, shelf));
    const bases = statement.against.map(({ basis }) => inLanguage(part(document, "p", "basis", basis), language));
    item.append(
      part(document, "h3", "differ", say(words, "sources_differ")),
      part(document, "div", "sides", ...sides.map((saying) => part(document, "div", "side", ...saying))),
      ...bases,
    );
  }
  return item;
}

/** Who says so and where, before what is said: the end of a card may cut a text off, but not from its speaker. */
function sayingOf(
  statement: SharedStatement,
  shelf: Shelf,
): [citation: HTMLElement, text: HTMLElement, details: HTMLElement] {
  const { document, words, language, sources } = shelf;
  const source = sources[statement.source] as SourceDetails;
  const citation = part(document, "p", "citation");
  const [kind, speaker] = [kindOf(statement, words), speakerOf(statement, words)];
  if (statement.isLater) citation.append(part(document, "span", "later", say(words, "later")), dot(document));
  if (kind) citation.append(part(document, "span", "claim-kind", kind), " ");
  if (speaker) citation.append(inLanguage(part(document, "span", "speaker", speaker), language), dot(document));
  const details = part(document, "div", "details");
  const { where, opener } = whereaboutsOf(statement, shelf);
  const { independent } = statement;
  const alike = hasViews([statement, ...statement.alike]) ? "similar" : "independent";
  const others = independent > 1 ? [button(document, "independent", count(words, alike, independent))] : [];
  disclose(details, () => sourceView(statement, source, statement.alike, shelf), opener, ...others);
  citation.append(where, " ", ...others);
  return [citation, inLanguage(part(document, "p", "text", sanitise(statement.text)), language), details];
}

/** Where it stands, and in it the button for its details: the source or, where that is a link to its own page, the paragraphs. */
function whereaboutsOf(
  { source, paragraphs }: Statement,
  shelf: Shelf,
): { readonly where: HTMLElement; readonly opener: HTMLButtonElement } {
  const { document, words, sources, pageOf } = shelf;
  const outlet = whereOf(sources[source] as SourceDetails, shelf);
  if (!pageOf) {
    const opener = button(document, "source", ...outlet);
    return { where: opener, opener };
  }
  const opener = button(document, "source", count(words, "paragraph", paragraphs.length, listOf(paragraphs, words)));
  const page = pageOf(source);
  if (page === null) return { where: opener, opener };
  const link = Object.assign(part(document, "a", "to-source", ...outlet), { href: page });
  return { where: part(document, "span", "where", link, " · ", opener), opener };
}

/** A new line on the card, a dot where it is read as text. */
function dot(document: Document): HTMLElement {
  return part(document, "span", "dot", " · ");
}
