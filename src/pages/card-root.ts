import cardSheet from "../../assets/card.css";
import inlineSheet from "../../assets/inline.css";
import { part } from "../card/elements.ts";

/** A place in a page for what is drawn as on a card; a root of its own, as its styles and those of the page know nothing of each other. */
export function cardRoot(document: Document): { element: HTMLElement; root: ShadowRoot } {
  const element = part(document, "div", "entry");
  const root = element.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [cardSheet, inlineSheet].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return { element, root };
}
