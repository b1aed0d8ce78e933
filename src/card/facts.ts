import type { Entry } from "../digest/entry.ts";
import { formatPeriod } from "./dates.ts";
import { inLanguage, part } from "./elements.ts";
import type { Shelf } from "./shelf.ts";
import { say } from "./words.ts";

/** Set apart: what the digest's own articles do not say. */
export function factsView({ document, words, language }: Shelf, facts: Entry["facts"]): HTMLElement {
  const items = facts.map(({ text, when, isLater }) => {
    const item = part(document, "li", "fact", inLanguage(part(document, "span", "fact-text", text), language));
    if (when) item.append(" ", part(document, "time", "date", formatPeriod(when, words.language)));
    if (isLater) item.append(" · ", part(document, "span", "later", say(words, "later")));
    return item;
  });
  const title = part(document, "h3", "facts-title", say(words, "facts"));
  return part(document, "section", "facts", title, part(document, "ul", "fact-list", ...items));
}
