import sheetText from "../../assets/card.css";
import { OWN_ELEMENT } from "../text/own-element.ts";
import type { Line } from "./lines.ts";

export interface OpenCard {
  readonly host: HTMLElement;
  /** Anchors the card to a line of the page, and shows at which ends there is more to scroll to. */
  place(line: Line): void;
  close(): void;
}

/** Shows `content`, a rendered entry, in the top layer by a line of the name that `node` is part of; all of it is gone once closed. */
export function openCard(document: Document, content: HTMLElement, node: Node, line: Line): OpenCard {
  // Not registered: content scripts have no registry of custom elements in Chromium.
  const host = document.createElement(OWN_ELEMENT);
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText);
  root.adoptedStyleSheets = [sheet];
  const anchor = document.createElement("div");
  anchor.dataset["part"] = "anchor";
  // Firefox finds only an anchor that stands before what it anchors.
  root.append(anchor, content);
  (modalAround(node) ?? document.documentElement).append(host);

  const scroller = content.querySelector('[data-part="body"]') as HTMLElement;
  const place = ({ left, right, top, bottom }: Line) => {
    for (const [side, value] of Object.entries({ left, right, top, bottom }))
      anchor.style.setProperty(`--${side}`, `${value}px`);
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    content.toggleAttribute("data-more-above", scrollTop > 0);
    content.toggleAttribute("data-more-below", scrollTop + clientHeight < scrollHeight - 1);
  };
  try {
    // Also the anchor: in the top layer no transform or filter of the page shifts it. It has to be there first.
    for (const part of [anchor, content]) {
      // A zoom of the page would count in our sizes, but does not in the rectangles of its text.
      part.style.zoom = String(1 / host.currentCSSZoom);
      part.popover = "manual";
      part.showPopover();
    }
    place(line);
  } catch (error) {
    host.remove();
    throw error;
  }
  return { host, place, close: () => host.remove() };
}

/** The modal dialog that holds a node, over the borders of open shadow roots: all outside it is inert, whatever lies on top. */
function modalAround(node: Node): Element | null {
  let at: Node | null = node;
  while (at) {
    if (at.nodeType === Node.ELEMENT_NODE && (at as Element).matches("dialog:modal")) return at as Element;
    const isRoot: boolean = at.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
    at = isRoot ? ((at as ShadowRoot).host ?? null) : ((at as Element).assignedSlot ?? at.parentNode);
  }
  return null;
}
