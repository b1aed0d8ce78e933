import type { Entry, Statement } from "../digest/entry.ts";
import type { Role } from "../digest/tenure.ts";
import { formatDate, formatPeriod } from "./dates.ts";
import { directionOf } from "./direction.ts";
import { sanitise } from "./sanitise.ts";
import { fill, type Words } from "./words.ts";

/** How many statements a card shows: more than three are not read in passing. */
const SHOWN_STATEMENTS = 3;
/** Facts are beside the point of a digest: as many as tell who somebody is. */
const SHOWN_FACTS = 2;

/** An entry → its view. The parts are named in `data-part`, which the stylesheet goes by. */
export function renderEntry(document: Document, entry: Entry, words: Words): HTMLElement {
  const { actor, role, digest } = entry;
  const card = part(document, "div", "card");
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", fill(words.label, actor.name));
  inLanguage(card, words.language);
  // The card itself does not scroll: Firefox would not keep to its round corners.
  const body = part(document, "div", "body");
  card.append(body);

  const head = part(document, "header", "head");
  head.append(
    inLanguage(part(document, "h2", "name", actor.name), digest.language),
    part(document, "span", "kind", words.kinds[actor.kind]),
  );
  if (role) head.append(inLanguage(part(document, "p", "role", roleText(role, words)), digest.language));
  if (role?.outside) head.append(part(document, "p", "outside", words.outside));
  if (actor.description)
    head.append(inLanguage(part(document, "p", "description", actor.description), digest.language));
  body.append(head);

  const list = part(document, "ul", "statements");
  for (const statement of entry.statements.slice(0, SHOWN_STATEMENTS))
    list.append(statementView(document, statement, words, digest.language));
  body.append(entry.statements.length ? list : part(document, "p", "none", words.noStatements));
  if (entry.facts.length) body.append(factsView(document, entry, words));
  if (entry.sources) body.append(part(document, "footer", "sources", sourcesText(entry, words)));
  return card;
}

/** Set apart: what the digest's own articles do not say. */
function factsView(document: Document, { facts, digest }: Entry, words: Words): HTMLElement {
  const section = part(document, "section", "facts");
  section.append(part(document, "h3", "facts-title", words.facts));
  const list = part(document, "ul", "fact-list");
  for (const { text, when } of facts.slice(0, SHOWN_FACTS)) {
    const item = part(document, "li", "fact");
    item.append(inLanguage(part(document, "span", "fact-text", text), digest.language));
    if (when) item.append(" ", part(document, "time", "date", formatPeriod(when, words.language)));
    list.append(item);
  }
  section.append(list);
  return section;
}

function statementView(document: Document, statement: Statement, words: Words, language: string): HTMLElement {
  const item = part(document, "li", "statement");
  item.dataset["kind"] = statement.kind;
  const text = inLanguage(part(document, "p", "text"), language);
  text.append(sanitise(statement.text));

  const citation = part(document, "p", "citation");
  const { date, precision } = statement.published;
  const { speaker, via, isOpen } = statement;
  const said = speaker ? (via ? `${speaker} (${via})` : speaker) : isOpen && words.unnamedSpeaker;
  if (statement.isLater) citation.append(part(document, "span", "later", words.later), " · ");
  if (statement.kind !== "fact")
    citation.append(part(document, "span", "claim-kind", words.claimKinds[statement.kind]), " ");
  if (said) citation.append(inLanguage(part(document, "span", "speaker", said), language), " · ");
  citation.append(
    inLanguage(part(document, "cite", "outlet", statement.outlet), language),
    ", ",
    part(document, "time", "date", formatDate(date, words.language, precision)),
  );
  item.append(text, citation);
  return item;
}

function roleText({ post, organisation, state, end, asOf }: Role, words: Words): string {
  const full = organisation && !post.includes(organisation) ? `${post}, ${organisation}` : post;
  if (state === "held")
    return end ? fill(words.roleFormer, full, formatDate(end, words.language)) : fill(words.roleFormerUndated, full);
  return asOf ? fill(words.roleAsOf, full, formatDate(asOf, words.language)) : full;
}

function sourcesText({ sources, digest }: Entry, { language, sources: patterns }: Words): string {
  const pattern = patterns[new Intl.PluralRules(language).select(sources)] ?? patterns.other;
  return fill(pattern, new Intl.NumberFormat(language).format(sources), digest.title);
}

function part(document: Document, tag: string, name: string, text = ""): HTMLElement {
  const element = document.createElement(tag);
  element.dataset["part"] = name;
  if (text) element.textContent = text;
  return element;
}

function inLanguage(element: HTMLElement, language: string): HTMLElement {
  element.lang = language;
  element.dir = directionOf(language);
  return element;
}
