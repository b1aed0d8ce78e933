import { button, part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";
import type { Ignored } from "../protocol.ts";
import { keepingFocus } from "./keeping-focus.ts";

export interface IgnoredList {
  readonly element: HTMLElement;
  show(ignored: readonly Ignored[]): void;
}

/** Who is not marked on which site, each with the way back; the focus goes to the heading where the last of them had it. */
export function ignoredList(
  document: Document,
  words: Words,
  heading: () => HTMLElement,
  onAgain: (ignored: Ignored) => void,
): IgnoredList {
  const list = part(document, "div", "list");
  return {
    element: list,
    show(ignored) {
      const content = ignored.length ? bySite(ignored) : [part(document, "p", "none", say(words, "settings_none"))];
      keepingFocus(list, heading(), () => list.replaceChildren(...content));
    },
  };

  function bySite(ignored: readonly Ignored[]): HTMLElement[] {
    return [...new Set(ignored.map(({ site }) => site))].flatMap((site) => {
      const names = ignored.filter((one) => one.site === site).map(itemOf);
      return [part(document, "h3", "site", site), part(document, "ul", "names", ...names)];
    });
  }

  function itemOf(one: Ignored): HTMLElement {
    const { site, actor, name } = one;
    const again = button(document, "again", say(words, "mark_again"));
    again.ariaLabel = say(words, "mark_again_label", name, site);
    again.dataset["key"] = `${site} ${actor}`;
    again.addEventListener("click", () => onAgain(one));
    return part(document, "li", "item", part(document, "span", "name", name), again);
  }
}
