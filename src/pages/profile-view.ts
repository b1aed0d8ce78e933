import { namesView } from "../card/companions.ts";
import { formatDate } from "../card/dates.ts";
import { inLanguage, part } from "../card/elements.ts";
import { factsView } from "../card/facts.ts";
import { footView } from "../card/foot.ts";
import { headView } from "../card/head.ts";
import type { Shelf } from "../card/shelf.ts";
import { addressOf, sourceFacts } from "../card/source.ts";
import { datedLists, statementList } from "../card/statements.ts";
import { count, say, type Words } from "../card/words.ts";
import type { SourceEntry } from "../digest/browse.ts";
import type { Companion, Entry } from "../digest/entry.ts";

type Copy = Shelf["copy"];

/** The addresses of what the page of the digest shows. */
export const addressOfActor = (id: string) => `#actor=${id}`;
export const addressOfSource = (id: string) => `#source=${id}`;

/** All that the digest says of an actor, newest first, drawn as on a card. */
export function profileView(document: Document, entry: Entry, words: Words, copy: Copy): HTMLElement {
  const { statements, sources, facts, companions, digest } = entry;
  const shelf: Shelf = { document, words, sources, language: digest.language, copy, pageOf: addressOfSource };
  return cardOf(
    document,
    words,
    headView(document, entry, words),
    ...(statements.length ? datedLists(statements, shelf) : [part(document, "p", "none", say(words, "no_statements"))]),
    ...(facts.length ? [factsView(shelf, facts, facts.length)] : []),
    ...linksTo(companions, say(words, "with"), shelf),
    footView(document, entry, words, undefined),
  );
}

/** All that is to be known of a source, and all that it is cited for, in its order. */
export function sourcePage(document: Document, entry: SourceEntry, words: Words, copy: Copy): HTMLElement {
  const { source, statements, sources, named, language } = entry;
  const { id, published, outlet, address } = source;
  const pageOf = (other: string) => (other === id ? null : addressOfSource(other));
  const shelf: Shelf = { document, words, sources, language, copy, pageOf };
  const when = formatDate(published.date, words.language, published.precision);
  const title = inLanguage(part(document, "h2", "name", source.title), source.language);
  const where = part(
    document,
    "p",
    "description",
    inLanguage(part(document, "cite", "outlet", outlet), language),
    ", ",
    part(document, "bdi", "", when),
  );
  return cardOf(
    document,
    words,
    part(document, "header", "head", title, where),
    part(
      document,
      "div",
      "details",
      sourceFacts(source, shelf).element,
      ...(address ? [part(document, "p", "deeds", addressOf(address, document, words))] : []),
    ),
    part(
      document,
      "section",
      "group",
      part(document, "h3", "group-date", count(words, "with_count", source.claims)),
      statementList(statements, shelf),
    ),
    ...linksTo(named, say(words, "digest_named"), shelf),
  );
}

/** The ways to the pages of those who are named. */
function linksTo(named: readonly Companion[], title: string, shelf: Shelf): HTMLElement[] {
  if (!named.length) return [];
  return [
    namesView(named, title, shelf, ({ id }) =>
      Object.assign(part(shelf.document, "a", "companion"), { href: addressOfActor(id) }),
    ),
  ];
}

/** In the look of a card, with a page's heading. */
function cardOf(document: Document, words: Words, ...content: HTMLElement[]): HTMLElement {
  return inLanguage(part(document, "div", "card whole", part(document, "div", "body", ...content)), words.language);
}
