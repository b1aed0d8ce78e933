import { part } from "../card/elements.ts";
import { type Counted, count, say, type Words } from "../card/words.ts";
import { entryOf } from "../choices.ts";
import type { Who } from "../digest/who.ts";
import type { Settings } from "../settings-schema.ts";
import { renew } from "./keeping-focus.ts";

export interface LeftOut {
  readonly element: HTMLElement;
  show(leftOut: readonly Who[], settings: Settings, site: string): void;
}

/** How many the page names who are not marked, why, and the ways to the settings that say so. */
export function leftOutView(document: Document, words: Words): LeftOut {
  const element = part(document, "div", "left-out");
  return {
    element,
    show(leftOut, { ignored }, site) {
      const unmarked = leftOut.filter(({ id }) => entryOf(ignored, site)?.includes(id)).length;
      const lines = [
        ...lineOf("popup_of_kinds", leftOut.length - unmarked, "marks"),
        ...lineOf("popup_unmarked", unmarked, "ignored"),
      ];
      // A look that changes nothing takes no focus away.
      renew(element, lines);
    },
  };

  function lineOf(why: Counted, amount: number, chapter: string): HTMLElement[] {
    if (!amount) return [];
    const link = part(document, "a", "to-settings", say(words, "popup_change"));
    link.href = `options.html#${chapter}`;
    const line = part(document, "p", "none", count(words, why, amount), " ", link);
    line.dir = "auto";
    return [line];
  }
}
