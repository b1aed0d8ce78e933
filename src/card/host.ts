import sheetText from "../../assets/card.css";
import { OWN_ELEMENT } from "../text/own-element.ts";

export interface OpenCard {
  readonly host: HTMLElement;
  /** Anchors the card to a line of the page, in viewport coordinates. */
  place(line: DOMRect): void;
  close(): void;
}

/** Shows `content` in the top layer, by the line; all of it is gone once closed. */
export function openCard(document: Document, content: HTMLElement, line: DOMRect): OpenCard {
  // Not registered: content scripts have no registry of custom elements in Chromium.
  const host = document.createElement(OWN_ELEMENT);
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText);
  root.adoptedStyleSheets = [sheet];
  const anchor = document.createElement("div");
  anchor.dataset["part"] = "anchor";
  content.popover = "manual";
  root.append(anchor, content);

  const place = ({ left, top, width, height }: DOMRect) => {
    Object.assign(anchor.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  };
  place(line);
  // A modal dialog makes all outside it inert, also what lies above it.
  const dialogs = [...document.querySelectorAll("dialog:modal")];
  (dialogs.at(-1) ?? document.documentElement).append(host);
  content.showPopover();
  return { host, place, close: () => host.remove() };
}
