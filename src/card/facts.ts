import type { Fact } from "../digest/entry.ts";
import { formatPeriod } from "./dates.ts";
import { inLanguage, part } from "./elements.ts";
import { moreView } from "./more.ts";
import type { Shelf } from "./shelf.ts";
import { say } from "./words.ts";

/** Set apart: what the digest's own articles do not say. At first as many of them as `shown`. */
export function factsView(shelf: Shelf, facts: readonly Fact[], shown: number): HTMLElement {
  const { document, words } = shelf;
  const others = facts.slice(shown);
  return part(
    document,
    "section",
    "facts",
    part(document, "h3", "facts-title", say(words, "facts")),
    listOf(facts.slice(0, shown), shelf),
    ...(others.length ? moreView(document, words, "more_facts", others.length, () => [listOf(others, shelf)]) : []),
  );
}

function listOf(facts: readonly Fact[], { document, words, language }: Shelf): HTMLElement {
  const items = facts.map(({ text, when, isLater }) => {
    const item = part(document, "li", "fact", inLanguage(part(document, "span", "fact-text", text), language));
    if (when) item.append(" ", part(document, "time", "date", formatPeriod(when, words.language)));
    if (isLater) item.append(" · ", part(document, "span", "later", say(words, "later")));
    return item;
  });
  return part(document, "ul", "fact-list", ...items);
}
