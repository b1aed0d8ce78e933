import { type CardActions, renderEntry } from "../card/view.ts";
import type { Words } from "../card/words.ts";
import type { Entry } from "../digest/entry.ts";
import { cardRoot } from "./card-root.ts";

export interface EntryFrame {
  readonly element: HTMLElement;
  show(entry: Entry, actions: CardActions): void;
  clear(): void;
  focus(): void;
}

/** A card as part of a page. */
export function entryFrame(document: Document, words: Words): EntryFrame {
  const { element, root } = cardRoot(document);
  return {
    element,
    show(entry, actions) {
      const card = renderEntry(document, entry, words, actions);
      // It lies over nothing here.
      card.role = "region";
      root.replaceChildren(card);
    },
    clear: () => root.replaceChildren(),
    focus: () => root.querySelector<HTMLElement>(".body")?.focus(),
  };
}
