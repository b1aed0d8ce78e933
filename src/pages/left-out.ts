import { part } from "../card/elements.ts";
import { type Counted, count, say, type Words } from "../card/words.ts";
import { entryOf } from "../choices.ts";
import type { Who } from "../digest/who.ts";
import type { Settings } from "../settings-schema.ts";
import { renew } from "./keeping-focus.ts";

export interface LeftOut {
  readonly element: HTMLElement;
  /** @param usual the settings as they are outside private windows */
  show(leftOut: readonly Who[], settings: Settings, usual: Settings, site: string): void;
}

/** How many the page names who are not marked, why, and the ways to the settings that say so. */
export function leftOutView(document: Document, words: Words): LeftOut {
  const element = part(document, "div", "left-out");
  return {
    element,
    show(leftOut, { ignored }, { ignored: usually }, site) {
      const amount = (names: Settings["ignored"]) =>
        leftOut.filter(({ id }) => entryOf(names, site)?.includes(id)).length;
      const [unmarked, everywhere] = [amount(ignored), amount(usually)];
      const lines = [
        ...lineOf("popup_of_kinds", leftOut.length - unmarked, wayTo("marks")),
        ...lineOf("popup_unmarked", everywhere, wayTo("ignored")),
        // No list shows them: they are forgotten with the last private window.
        ...lineOf("popup_unmarked", unmarked - everywhere, say(words, "sites_private")),
      ];
      // A look that changes nothing takes no focus away.
      renew(element, lines);
    },
  };

  function lineOf(why: Counted, amount: number, further: Node | string): HTMLElement[] {
    if (!amount) return [];
    const line = part(document, "p", "none", count(words, why, amount), " ", further);
    line.dir = "auto";
    return [line];
  }

  function wayTo(chapter: string): HTMLElement {
    const link = part(document, "a", "to-settings", say(words, "popup_change"));
    link.href = `options.html#${chapter}`;
    return link;
  }
}
