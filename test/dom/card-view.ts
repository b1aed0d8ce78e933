import german from "../../assets/_locales/de/messages.json";
import english from "../../assets/_locales/en/messages.json";
import korean from "../../assets/_locales/ko/messages.json";
import sheetText from "../../assets/card.css";
import { type CardActions, renderEntry } from "../../src/card/view.ts";
import type { Words } from "../../src/card/words.ts";
import type { Entry } from "../../src/digest/entry.ts";

const MESSAGES: Readonly<Record<string, Readonly<Record<string, { message: string }>>>> = {
  de: german,
  en: english,
  ko: korean,
};

export interface CardShown extends Partial<Pick<CardActions, "close" | "ignore">> {
  /** Of the words, `de`, `en` or `ko`. */
  readonly language?: string;
  /** As a finger opens it on a narrow screen. */
  readonly isSheet?: boolean;
}

/** Shows the card of an entry as it is shown to readers, but in an open root, where tools see it. */
export function showCard(entry: Entry, { language = "en", isSheet = false, ...actions }: CardShown = {}): ShadowRoot {
  document.querySelector("x-card")?.remove();
  const host = document.createElement("x-card");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText);
  root.adoptedStyleSheets = [sheet];
  const done = () => Promise.resolve();
  const words: Words = { language, message: (name) => MESSAGES[language]?.[name]?.message ?? "" };
  const card = renderEntry(document, entry, words, {
    close: () => host.remove(),
    copy: done,
    ignore: done,
    site: "news.example",
    ...actions,
  });
  card.toggleAttribute("data-pinned", true);
  card.toggleAttribute("data-sheet", isSheet);
  card.style.maxHeight = "none";
  root.append(card);
  document.body.append(host);
  return root;
}
