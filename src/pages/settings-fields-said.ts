import { part } from "../card/elements.ts";
import { type Message, say, type Words } from "../card/words.ts";
import { sayApart } from "./say-apart.ts";

const FIELD_WORDS: Readonly<Record<string, Message>> = {
  isOn: "settings_is_on",
  pages: "settings_pages",
  sites: "sites",
  mentions: "settings_mentions",
  furniture: "settings_furniture",
  kinds: "settings_kinds",
  style: "settings_style",
  opening: "settings_opening",
  textSize: "settings_text",
  badge: "settings_badge",
  ignored: "settings_ignored",
};

/** Places in the settings (`sites`, `sites.a.test`) by the names that their reader knows, if any. */
export function placesSaid(document: Document, words: Words, places: readonly string[]): HTMLElement {
  const quoted = (name: string) => part(document, "span", "quoted", ...sayApart(document, words, "quoted_title", name));
  const entries = new Map<string, string[]>();
  for (const place of places) {
    const [field = "", ...entry] = place.split(".");
    entries.set(field, [...(entries.get(field) ?? []), ...(entry.length ? [entry.join(".")] : [])]);
  }
  const said = [...entries].map(([field, own]) => {
    const name = quoted(Object.hasOwn(FIELD_WORDS, field) ? say(words, FIELD_WORDS[field] as Message) : field);
    if (own.length) name.append(" (", ...listed(words, own.map(quoted)), ")");
    return name;
  });
  return part(document, "span", "places", ...listed(words, said));
}

/** Elements with what stands between those of a list. */
function listed(words: Words, elements: readonly HTMLElement[]): (Node | string)[] {
  const parts = new Intl.ListFormat(words.language).formatToParts(elements.map((_, i) => String(i)));
  return parts.map(({ type, value }) => (type === "element" ? (elements[Number(value)] ?? "") : value));
}
