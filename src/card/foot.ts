import type { Entry } from "../digest/entry.ts";
import { formatDate } from "./dates.ts";
import { button, inLanguage, part, sayAround } from "./elements.ts";
import { onSave } from "./saving.ts";
import { say, type Words } from "./words.ts";

/** Where all this is from, how old it may be, and, on a site, a way to say that somebody else is meant. */
export function footView(
  document: Document,
  { actor, role, published, digest, sources }: Entry,
  words: Words,
  onIgnore: (() => Promise<void>) | undefined,
): HTMLElement {
  const foot = part(document, "footer", "foot");
  // On a page without a day nobody knows; the role itself tells its date.
  if (role?.asOf && published) {
    const until = formatDate(role.asOf, words.language, "month");
    foot.append(part(document, "p", "stale", say(words, "role_may_have_changed", until)));
  }
  const title = inLanguage(part(document, "span", "digest", digest.title), digest.language);
  const row = part(document, "p", "origin", title);
  if (digest.latest) {
    const until = formatDate(digest.latest.date, words.language, "month");
    row.replaceChildren(...sayAround(words, "sources_until", title, until));
  }
  const read = Object.values(sources);
  const isFromCopies = read.length > 0 && read.every(({ copy }) => copy);
  foot.append(row, ...(isFromCopies ? [part(document, "p", "copies", say(words, "read_in_copies"))] : []));
  if (onIgnore) {
    const ignore = button(document, "ignore", say(words, actor.kind === "person" ? "not_person" : "not_here"));
    onSave(ignore, words, onIgnore);
    foot.append(ignore);
  }
  return foot;
}
