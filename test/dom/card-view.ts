import messages from "../../assets/_locales/en/messages.json";
import sheetText from "../../assets/card.css";
import { renderEntry } from "../../src/card/view.ts";
import type { Words } from "../../src/card/words.ts";
import type { Entry } from "../../src/digest/entry.ts";

const WORDS: Words = {
  language: "en",
  message: (name) => (messages as Record<string, { message: string }>)[name]?.message ?? "",
};

/** Shows the card of an entry as it is shown to readers, but in an open root, where tools see it. */
export function showCard(entry: Entry): ShadowRoot {
  document.querySelector("x-card")?.remove();
  const host = document.createElement("x-card");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText);
  root.adoptedStyleSheets = [sheet];
  const done = () => Promise.resolve();
  const card = renderEntry(document, entry, WORDS, {
    close: () => host.remove(),
    copy: done,
    ignore: done,
    site: "news.example",
  });
  card.toggleAttribute("data-pinned", true);
  card.style.maxHeight = "none";
  root.append(card);
  document.body.append(host);
  return root;
}
