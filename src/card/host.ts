import sheetText from "../../assets/card.css";
import { OWN_ELEMENT } from "../text/own-element.ts";
import type { Box } from "./dwell.ts";
import type { Line } from "./lines.ts";
import { type Spot, spotFor } from "./spot.ts";
import { pinchedArea } from "./viewport.ts";

export interface OpenCard {
  readonly host: HTMLElement;
  /** It lies at the bottom of the window, not by its name. */
  readonly isSheet: boolean;
  readonly isClosed: boolean;
  /** It stands in a modal dialog of the page, as its name does. */
  readonly isInDialog: boolean;
  /** Where it stands in the viewport. */
  box(): Box;
  /** Puts the card by a line of its name, or to the window's edge where that is out of sight; shows at which ends there is more to scroll to. */
  place(line: Line | undefined): void;
  /** It stays when the pointer leaves, and when its name leaves the window. */
  isPinned: boolean;
  /** Puts it on top again, also where the page has taken it away. */
  raise(): void;
  focus(): void;
  hasFocus(): boolean;
  close(): void;
}

/** Keys that work the card while it has the focus; a page's own meaning for them, a video's pause say, is not meant then. */
const OWN_KEYS = /^(?: |Enter|Tab|Page\w+|Arrow\w+|Home|End)$/;
/** Windows narrower than this have no room beside a name under a finger, in CSS px. */
const NARROW_PX = 600;

/** Between a name and the sheet below it, in CSS px. */
const NAME_GAP_PX = 24;

/** Shows `content`, a rendered entry, in the top layer by a line of the name that `node` is part of; all of it is gone once closed. */
export function openCard(
  document: Document,
  content: HTMLElement,
  node: Node,
  line: Line,
  { isTouch, onUse }: { readonly isTouch: boolean; readonly onUse: () => void },
): OpenCard {
  // Not registered: content scripts have no registry of custom elements in Chromium.
  const host = document.createElement(OWN_ELEMENT);
  const root = host.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText);
  root.adoptedStyleSheets = [sheet];
  const anchor = document.createElement("div");
  anchor.className = "anchor";
  // Firefox finds only an anchor that stands before what it anchors.
  root.append(anchor, content);
  const window = document.defaultView as Window;
  const scroller = content.querySelector(".body") as HTMLElement;
  const dialog = modalAround(node);
  const isSheet = pinchedArea(window) !== null || (isTouch && window.innerWidth < NARROW_PX);
  content.toggleAttribute("data-sheet", isSheet);
  content.addEventListener("keydown", (event) => OWN_KEYS.test(event.key) && event.stopPropagation());
  content.addEventListener("wheel", (event) => keepWheel(event, scroller), { passive: false });
  content.addEventListener("click", ({ target }) => (target as Element).closest("button, a") && onUse());
  let spot: Spot | undefined;
  const place = (line: Line | undefined) => {
    for (const side of ["left", "right", "top", "bottom"] as const)
      if (line) anchor.style.setProperty(`--${side}`, `${line[side]}px`);
    if (!isSheet) content.dataset["spot"] = spot = spotFor(line, spot, window);
    const seen = pinchedArea(window);
    // What the reader has zoomed to is a part of the window only, and enlarged.
    if (seen) {
      const perPx = seen.scale * host.currentCSSZoom;
      content.style.zoom = String(1 / perPx);
      const sizes = {
        bottom: window.innerHeight - seen.bottom,
        left: seen.left,
        width: seen.right - seen.left,
        height: seen.bottom - seen.top,
      };
      for (const [name, value] of Object.entries(sizes))
        content.style.setProperty(`--seen-${name}`, `${value * perPx}px`);
    }
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    content.toggleAttribute("data-more-above", scrollTop > 0);
    content.toggleAttribute("data-more-below", scrollTop + clientHeight < scrollHeight - 1);
  };
  const raise = () => {
    if (!host.isConnected) (dialog?.isConnected ? dialog : document.documentElement).append(host);
    // Also the anchor: in the top layer no transform or filter of the page shifts it. It has to be there first.
    for (const part of [anchor, content]) {
      // A zoom of the page would count in our sizes, but does not in the rectangles of its text.
      part.style.zoom = String(1 / host.currentCSSZoom);
      part.popover = "manual";
      if (part.matches(":popover-open")) part.hidePopover();
      part.showPopover();
    }
  };
  try {
    raise();
    place(line);
    if (isTouch && isSheet) uncover(line, content, window);
  } catch (error) {
    host.remove();
    throw error;
  }
  let isClosed = false;
  return {
    host,
    isSheet,
    get isClosed() {
      return isClosed;
    },
    isInDialog: dialog !== null,
    place,
    raise,
    box: () => content.getBoundingClientRect(),
    get isPinned() {
      return content.hasAttribute("data-pinned");
    },
    set isPinned(isPinned) {
      content.toggleAttribute("data-pinned", isPinned);
    },
    focus: () => scroller.focus({ preventScroll: true }),
    hasFocus: () => root.activeElement !== null,
    close() {
      isClosed = true;
      host.remove();
    },
  };
}

/** Where the card has no further to scroll, the page shall not instead; with Control it zooms. */
function keepWheel(event: WheelEvent, { scrollTop, scrollHeight, clientHeight }: Element): void {
  const isAtEnd = event.deltaY < 0 ? scrollTop <= 0 : scrollTop + clientHeight >= scrollHeight - 1;
  if (isAtEnd && !event.ctrlKey) event.preventDefault();
}

/** Scrolls the page so far that the name under a finger is to be seen above its sheet. */
function uncover({ bottom }: Line, sheet: Element, window: Window): void {
  const hidden = bottom + NAME_GAP_PX - window.innerHeight + sheet.clientHeight;
  const isStill = window.matchMedia("(prefers-reduced-motion)").matches;
  if (hidden > 0) window.scrollBy({ top: hidden, behavior: isStill ? "instant" : "smooth" });
}

/**
 * The modal dialog or full-screen element that holds a node, over the borders of open shadow roots: all outside it is inert, whatever
 * lies on top. A frame on the full screen can hold nothing of ours: there the card is to be read only.
 */
function modalAround(node: Node): Element | null {
  let at: Node | null = node;
  while (at) {
    const isModal =
      at.nodeType === Node.ELEMENT_NODE && (at as Element).matches(':modal:not(iframe), [aria-modal="true"]');
    if (isModal) return at as Element;
    const isRoot: boolean = at.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
    at = isRoot ? ((at as ShadowRoot).host ?? null) : ((at as Element).assignedSlot ?? at.parentNode);
  }
  return null;
}
