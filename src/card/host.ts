import sheetText from "../../assets/card.css";
import { OWN_ATTRIBUTE } from "../text/own-element.ts";
import { keepApart } from "./apart.ts";
import type { Box } from "./dwell.ts";
import type { Line } from "./lines.ts";
import { type Placing, placing } from "./placing.ts";
import { tabOn } from "./tabbing.ts";
import { overlayAround } from "./top-layer.ts";

export interface OpenCard extends Placing {
  readonly host: HTMLElement;
  readonly isRemoved: boolean;
  /** It stands in a modal dialog or popover of the page, as its name does. */
  readonly isInOverlay: boolean;
  /** Where it stands in the viewport. */
  box(): Box;
  /** It stays when the pointer leaves, and when its name leaves the window. */
  isPinned: boolean;
  /** Something of the page lies over it, or has made it inert. */
  isBuried(): boolean;
  /** Puts it on top again, also where the page has taken it away. */
  raise(): void;
  focus(): void;
  hasFocus(): boolean;
  remove(): void;
}

export interface OpenCardOptions {
  /** The lines of what follows the name in its sentence. */
  readonly rest: readonly Line[];
  /** By a finger or a pen: in a narrow window the card becomes a sheet, and its focus shows only on its controls. */
  readonly isTouch: boolean;
  /** The reader presses something on the card, or brings the focus there. */
  readonly onUse: () => void;
  /** The focus comes into the card, from an element of the page or from none. */
  readonly onFocus: (from: Element | null) => void;
  /** Tab has taken it from the card on to the page. */
  readonly onTabbedOut: () => void;
}

/** Shows `card`, a rendered entry, in the top layer by a line of the name that `node` is part of; all of it is gone once removed. */
export function openCard(
  document: Document,
  card: HTMLElement,
  node: Node,
  line: Line,
  { rest, isTouch, onUse, onFocus, onTabbedOut }: OpenCardOptions,
): OpenCard {
  const { host, root, anchor } = hostOf(card);
  const scroller = card.querySelector(".body") as HTMLElement;
  const place = placing({ host, anchor, card, scroller }, rest, isTouch);
  const overlay = overlayAround(node);
  /** What of the card has the focus; the page may take the card away with it. */
  let focused: HTMLElement | null = null;
  let isTabbing = false;
  let isRemoved = false;

  card.toggleAttribute("data-touched", isTouch);
  keepApart(card, scroller);
  card.addEventListener("click", ({ target }) => (target as Element).closest("button, a") && onUse());
  card.addEventListener("focusin", ({ target, relatedTarget }) => {
    if (!focused) onFocus(relatedTarget as Element | null);
    focused = target as HTMLElement;
    isTabbing = false;
    onUse();
  });
  card.addEventListener("focusout", ({ relatedTarget }) => {
    if (card.contains(relatedTarget as Element | null)) return;
    // By then it has come to its next place, or the card is off the page: in Chromium this comes first.
    queueMicrotask(() => {
      if (!host.isConnected || root.activeElement) return;
      focused = null;
      if (isTabbing) onTabbedOut();
    });
  });
  card.addEventListener("keydown", (event) => {
    isTabbing = tabOn(event, card, node, overlay ?? document.documentElement);
  });

  const raise = () => {
    const { scrollTop } = scroller;
    const before = focused;
    if (!host.isConnected) (overlay?.isConnected ? overlay : document.documentElement).append(host);
    anchor.style.zoom = String(1 / host.currentCSSZoom);
    // Also the anchor: in the top layer no transform or filter of the page shifts it. It has to be there first.
    for (const part of [anchor, card]) {
      if (part.matches(":popover-open")) part.hidePopover();
      part.showPopover();
    }
    // To set it costs a layout, also where it is zero.
    if (scrollTop) scroller.scrollTop = scrollTop;
    // Unless the page has given it to something of its own.
    if ([document.body, host, null].includes(document.activeElement as HTMLElement | null))
      before?.focus({ preventScroll: true });
  };
  try {
    raise();
    place.place(line);
  } catch (error) {
    host.remove();
    throw error;
  }
  return {
    host,
    get isSheet() {
      return place.isSheet;
    },
    get isRemoved() {
      return isRemoved;
    },
    isInOverlay: overlay !== null,
    place: place.place,
    isBuried() {
      const { left, right, top, bottom } = card.getBoundingClientRect();
      const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      // Nothing is to be found out of the window; and a frame on the full screen makes inert what is shown over it.
      return middle !== null && middle !== host && !document.fullscreenElement;
    },
    raise,
    box: () => card.getBoundingClientRect(),
    get isPinned() {
      return card.hasAttribute("data-pinned");
    },
    set isPinned(isPinned) {
      card.toggleAttribute("data-pinned", isPinned);
    },
    focus: () => scroller.focus({ preventScroll: true }),
    hasFocus: () => focused !== null,
    remove() {
      isRemoved = true;
      host.remove();
    },
  };
}

let sheet: CSSStyleSheet | undefined;

/** Parsed once for all cards. */
function sheetOfCards(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(sheetText);
  }
  return sheet;
}

/** The one element that stands in the page, with a root that the page does not see into. */
function hostOf(card: HTMLElement) {
  const { ownerDocument: document } = card;
  const host = document.createElement("div");
  host.setAttribute(OWN_ATTRIBUTE, "");
  const root = host.attachShadow({ mode: "closed" });
  root.adoptedStyleSheets = [sheetOfCards()];
  const anchor = document.createElement("div");
  anchor.className = "anchor";
  // Before they are in the page: else they are laid out there once in vain.
  anchor.popover = "manual";
  card.popover = "manual";
  // Firefox finds only an anchor that stands before what it anchors.
  root.append(anchor, card);
  return { host, root, anchor };
}
