import { formatDate } from "../card/dates.ts";
import { inLanguage, part } from "../card/elements.ts";
import { count, type Message, say, type Words } from "../card/words.ts";
import type { Summary } from "../digest/browse.ts";

/** What the digest is, and the way to all of it. */
export function summaryView(document: Document, words: Words, summary: Summary): HTMLElement[] {
  const link = part(document, "a", "to-digest", say(words, "digest_open"));
  link.href = "digest.html";
  const title = inLanguage(part(document, "p", "digest-title", summary.title), summary.language);
  return [title, factsOf(document, words, summary), part(document, "p", "deeds", link)];
}

/** Author, date, language and how much there is. */
export function factsOf(document: Document, words: Words, summary: Summary): HTMLElement {
  const { author, date, version, language, actors, claims, sources } = summary;
  const list = part(document, "dl", "facts");
  const tell = (term: Message, text: string | undefined) => {
    if (!text) return;
    list.append(
      part(
        document,
        "div",
        "fact",
        part(document, "dt", "term", say(words, term)),
        part(document, "dd", "value", part(document, "bdi", "", text)),
      ),
    );
  };
  const name = new Intl.DisplayNames(words.language, { type: "language" }).of(language);
  const amounts = [
    count(words, "digest_actors", actors),
    count(words, "with_count", claims),
    count(words, "digest_sources", sources.length),
  ];
  tell("digest_author", author);
  tell("digest_date", date && formatDate(date, words.language));
  tell("digest_version", version);
  tell("digest_language", name);
  tell("digest_holds", new Intl.ListFormat(words.language).format(amounts));
  return list;
}
