import type { SourceDetails, Statement } from "../digest/statement.ts";
import { citationOf, listOf, speakerOf } from "./citation.ts";
import { formatDate } from "./dates.ts";
import { button, inLanguage, part, sayAround } from "./elements.ts";
import { sanitise } from "./sanitise.ts";
import { type Shelf, whereOf } from "./shelf.ts";
import { type Message, say, type Words } from "./words.ts";

/** All there is to know of where a statement stands, and its citation to copy. */
export function sourceView(
  statement: Statement,
  source: SourceDetails,
  alike: readonly Statement[],
  shelf: Shelf,
): HTMLElement[] {
  const { element, tell } = sourceFacts(source, shelf, statement);
  const term = hasViews([statement, ...alike]) ? "details_similar" : "details_alike";
  tell(term, ...alike.map((other) => alikeView(other, shelf)));
  return [deeds(statement, source, shelf), element];
}

/** Two who hold alike views do not bear each other out: only what is reported can be said again by an independent source. */
export function hasViews(statements: readonly Pick<Statement, "kind">[]): boolean {
  return statements.some(({ kind }) => kind === "opinion" || kind === "forecast");
}

/**
 * All there is to know of a source; of a statement's also the title, which a page about the source has in its heading, and where in it the
 * statement stands. `tell` adds more.
 */
export function sourceFacts(source: SourceDetails, { document, words, language }: Shelf, statement?: Statement) {
  const element = part(document, "dl", "source-facts");
  const tell = (term: Message, ...texts: (Node | string)[]) => {
    const lines = texts.map((text) => part(document, "dd", "source-fact", text));
    if (lines.length) element.append(part(document, "dt", "source-term", say(words, term)), ...lines);
  };
  const digestText = (text: string) => inLanguage(part(document, "span", "note", sanitise(text)), language);
  const basisText = (text: string) => inLanguage(part(document, "span", "known-by", sanitise(text)), language);
  const { title, kind, outlet, outletBasis, published } = source;

  if (statement) tell("details_title", inLanguage(part(document, "cite", "title", title), source.language));
  tell("details_kind", say(words, `source_${kind.replace(" ", "_")}` as Message));
  const name = inLanguage(part(document, "span", "outlet", outlet), language);
  if (!outletBasis) tell("details_outlet", name);
  else
    tell(
      "details_outlet",
      part(document, "span", "inferred", ...sayAround(words, "outlet_inferred", name)),
      basisText(outletBasis),
    );
  // Whether a date was inferred or stands in the text, only its basis tells.
  tell("details_date", formatDate(published.date, words.language, published.precision), basisText(published.basis));
  if (statement?.paragraphs.length) tell("details_paragraphs", listOf(statement.paragraphs, words));
  tell("details_notes", ...[...(source.copy ? [source.copy] : []), ...source.notes].map(digestText));
  return { element, tell };
}

function alikeView(other: Statement, shelf: Shelf): HTMLElement {
  const { document, words, language, sources } = shelf;
  const text = inLanguage(part(document, "span", "alike-text", sanitise(other.text)), language);
  const speaker = speakerOf(other, words);
  const where = whereOf(sources[other.source] as SourceDetails, shelf);
  const said = speaker ? [inLanguage(part(document, "span", "speaker", speaker), language), " · "] : [];
  return part(document, "span", "alike", text, " ", part(document, "span", "alike-where", ...said, ...where));
}

function deeds(statement: Statement, source: SourceDetails, { document, words, copy }: Shelf): HTMLElement {
  const copier = button(document, "copy", say(words, "copy_citation"));
  const status = part(document, "span", "status");
  status.role = "status";
  copier.addEventListener("click", async () => {
    const done = await copy(citationOf(statement, source, words)).then(
      () => "copied" as const,
      () => "not_copied" as const,
    );
    status.textContent = say(words, done);
  });
  const row = part(document, "p", "deeds", copier, status);
  if (source.address) row.prepend(addressOf(source.address, document, words));
  return row;
}

/** The way to the article itself. */
export function addressOf(address: string, document: Document, words: Words): HTMLElement {
  const link = part(document, "a", "address", say(words, "open_article"));
  return Object.assign(link, { href: address, target: "_blank", rel: "noopener noreferrer" });
}
