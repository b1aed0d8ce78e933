import { part } from "../card/elements.ts";
import { type Message, say, type Words } from "../card/words.ts";
import { hostShown } from "./host-shown.ts";
import { sayApart } from "./say-apart.ts";

/** Fields, and those of their entries that have a control of their own. */
const PLACE_WORDS: Readonly<Record<string, Message>> = {
  isOn: "settings_is_on",
  pages: "settings_pages",
  sites: "sites",
  mentions: "settings_mentions",
  furniture: "settings_furniture",
  kinds: "settings_kinds",
  "kinds.person": "kinds_person",
  "kinds.state": "kinds_state",
  "kinds.organisation": "kinds_organisation",
  "kinds.agreement": "kinds_agreement",
  style: "settings_style",
  opening: "settings_opening",
  "opening.by": "settings_opening",
  "opening.restMs": "opening_rest_ms",
  textSize: "settings_text",
  badge: "settings_badge",
  ignored: "settings_ignored",
};

/** Places in the settings (`style`, `kinds.person`, `sites.a.test`) by the names that their reader knows: the entries alone, where it is those. */
export function placesSaid(document: Document, words: Words, places: readonly string[]): HTMLElement {
  const quoted = (name: string) => part(document, "span", "quoted", ...sayApart(document, words, "quoted_title", name));
  const names = new Set(places.map((place) => nameOf(words, place)));
  return part(document, "span", "places", ...listed(words, [...names].map(quoted)));
}

function nameOf(words: Words, place: string): string {
  if (Object.hasOwn(PLACE_WORDS, place)) return say(words, PLACE_WORDS[place] as Message);
  // What has no word is a host, or a name that the reader has read in the file.
  return hostShown(place.slice(place.indexOf(".") + 1));
}

/** Elements with what stands between those of a list. */
function listed(words: Words, elements: readonly HTMLElement[]): (Node | string)[] {
  const parts = new Intl.ListFormat(words.language).formatToParts(elements.map((_, i) => String(i)));
  return parts.map(({ type, value }) => (type === "element" ? (elements[Number(value)] ?? "") : value));
}
