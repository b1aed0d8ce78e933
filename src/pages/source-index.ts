import { formatDate } from "../card/dates.ts";
import { inLanguage, part } from "../card/elements.ts";
import { count, say, type Words } from "../card/words.ts";
import type { SourceLine, Summary } from "../digest/browse.ts";
import { chapter } from "./chapter.ts";
import { addressOfSource } from "./profile-view.ts";

export interface SourceIndex {
  readonly element: HTMLElement;
  /** The way to it from above, which says how many of all are shown; hidden with it where there are none. */
  readonly link: HTMLElement;
  /** @param found their ids */
  show(found: readonly string[], summary: Summary): void;
}

/** What the digest rests on, each a link. */
export function sourceIndex(document: Document, words: Words): SourceIndex {
  const list = part(document, "ul", "sources");
  const { element, heading } = chapter(document, "sources", say(words, "digest_sources_title"), list);
  const link = part(document, "a", "to-sources");
  const amount = (number: number) => new Intl.NumberFormat(words.language).format(number);
  link.href = `#${heading.id}`;
  link.addEventListener("click", (event) => {
    // The address is to stay that of the whole list.
    event.preventDefault();
    heading.focus();
    heading.scrollIntoView();
  });
  return {
    element,
    link,
    show(ids, { sources, language }) {
      const found = sources.filter(({ id }) => ids.includes(id));
      element.hidden = link.hidden = !found.length;
      link.textContent = say(words, "digest_found_sources", amount(found.length), amount(sources.length));
      list.replaceChildren(...found.map((source) => part(document, "li", "item", itemOf(source, language))));
    },
  };

  function itemOf({ id, title, language, outlet, published, claims }: SourceLine, own: string): HTMLElement {
    const name = inLanguage(part(document, "span", "name", title), language);
    const when = formatDate(published.date, words.language, published.precision);
    const paper = inLanguage(part(document, "span", "outlet", outlet), own);
    const where = part(document, "span", "description", paper, ", ", part(document, "bdi", "when", when));
    const said = part(document, "bdi", "amount", count(words, "with_count", claims));
    const row = part(document, "a", "row", part(document, "span", "who", name, where), said);
    row.href = addressOfSource(id);
    return row;
  }
}
