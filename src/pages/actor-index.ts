import { inLanguage, part, sayAround } from "../card/elements.ts";
import { kindMark, roleText } from "../card/head.ts";
import { count, say, type Words } from "../card/words.ts";
import type { Summary } from "../digest/browse.ts";
import type { FoundActor } from "../protocol.ts";
import { addressOfActor } from "./profile-view.ts";

export interface ActorIndex {
  readonly element: HTMLElement;
  show(found: readonly FoundActor[], summary: Summary): void;
  /** @param why nothing can be found, as the browser says it */
  showFailure(why: string): void;
}

/**
 * Everybody the digest knows, each a link, and a search by any of their names.
 * @param toSources leads to the sources that are found as well, and is hidden where there are none
 */
export function actorIndex(
  document: Document,
  words: Words,
  onSearch: (query: string) => void,
  toSources: HTMLElement,
): ActorIndex {
  const input = part(document, "input", "search");
  Object.assign(input, { type: "search", name: "search", autocomplete: "off", spellcheck: false });
  const amounts = part(document, "span", "found-names");
  const found = part(document, "p", "found", amounts, " ", toSources);
  const list = part(document, "ul", "actors");
  const label = part(document, "label", "field", part(document, "span", "label", say(words, "digest_search")), input);
  const form = part(document, "form", "search-form", label);
  found.role = "status";
  found.dir = "auto";
  form.role = "search";
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", () => onSearch(input.value));
  return {
    element: part(document, "div", "actor-index", form, found, list),
    show(actors, { actors: all, language }) {
      const isNone = !actors.length && toSources.hidden;
      amounts.textContent = isNone
        ? say(words, "digest_none")
        : say(words, "digest_found", amount(actors.length), amount(all));
      list.replaceChildren(...actors.map((actor) => part(document, "li", "item", itemOf(actor, language))));
    },
    showFailure(why) {
      amounts.replaceChildren(...sayAround(words, "not_shown", part(document, "bdi", "", why)));
      list.replaceChildren();
    },
  };

  function itemOf({ id, kind, name, form, role, description, claims }: FoundActor, language: string): HTMLElement {
    const glyph = kindMark(document, kind);
    glyph.setAttribute("aria-hidden", "false");
    glyph.role = "img";
    glyph.ariaLabel = say(words, `kind_${kind}`);
    const named = part(document, "span", "who", inLanguage(part(document, "span", "name", name), language));
    // In whatever language that name is.
    if (form) {
      const other = part(document, "bdi", "other", form);
      named.append(part(document, "span", "form", ...sayAround(words, "digest_also", other)));
    }
    if (role) named.append(part(document, "span", "role", ...roleText(document, role, words, language)));
    if (description) named.append(inLanguage(part(document, "span", "description", description), language));
    const link = part(
      document,
      "a",
      "row",
      glyph,
      named,
      part(document, "bdi", "amount", count(words, "with_count", claims)),
    );
    link.href = addressOfActor(id);
    return link;
  }

  function amount(number: number): string {
    return new Intl.NumberFormat(words.language).format(number);
  }
}
