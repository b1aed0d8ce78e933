import cardSheet from "../../assets/card.css";
import inlineSheet from "../../assets/inline.css";
import { part } from "../card/elements.ts";
import { type CardActions, renderEntry } from "../card/view.ts";
import type { Words } from "../card/words.ts";
import type { Entry } from "../digest/entry.ts";

export interface EntryFrame {
  readonly element: HTMLElement;
  show(entry: Entry, actions: CardActions): void;
  clear(): void;
}

/** A card as part of a page; in a root of its own, as its styles and those of the page know nothing of each other. */
export function entryFrame(document: Document, words: Words): EntryFrame {
  const element = part(document, "div", "entry");
  const root = element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [cardSheet, inlineSheet].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return {
    element,
    show(entry, actions) {
      const card = renderEntry(document, entry, words, actions);
      // It lies over nothing here.
      card.role = "region";
      root.replaceChildren(card);
    },
    clear: () => root.replaceChildren(),
  };
}
