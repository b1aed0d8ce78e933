import sheetText from "../../assets/card.css";
import { OWN_ATTRIBUTE } from "../text/own-element.ts";
import { keepApart } from "./apart.ts";
import type { Box } from "./dwell.ts";
import type { Line } from "./lines.ts";
import { type Spot, spotFor } from "./spot.ts";
import { tabOut } from "./tabbing.ts";
import { overlayAround } from "./top-layer.ts";
import { pinchedArea } from "./viewport.ts";

export interface OpenCard {
  readonly host: HTMLElement;
  /** It lies at the bottom of the window, not by its name. */
  readonly isSheet: boolean;
  readonly isClosed: boolean;
  /** It stands in a modal dialog or popover of the page, as its name does. */
  readonly isInOverlay: boolean;
  /** Where it stands in the viewport. */
  box(): Box;
  /**
   * Puts the card by a line of its name, or to the window's edge where that is out of sight; shows at which ends there is more to scroll to.
   * @returns whether anything had to change
   */
  place(line: Line | undefined): boolean;
  /** It stays when the pointer leaves, and when its name leaves the window. */
  isPinned: boolean;
  /** Something of the page lies over it, or has made it inert. */
  isBuried(): boolean;
  /** Puts it on top again, also where the page has taken it away. */
  raise(): void;
  focus(): void;
  hasFocus(): boolean;
  close(): void;
}

export interface OpenCardOptions {
  /** By a finger or a pen: in a narrow window the card becomes a sheet. */
  readonly isTouch: boolean;
  /** The reader presses something on the card, or brings the focus there. */
  readonly onUse: () => void;
  /** The focus comes into the card, from an element of the page or from none. */
  readonly onFocus: (from: Element | null) => void;
  /** Tab has taken it from the card on to the page. */
  readonly onTabbedOut: () => void;
}

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
  { isTouch, onUse, onFocus, onTabbedOut }: OpenCardOptions,
): OpenCard {
  const host = document.createElement("div");
  host.setAttribute(OWN_ATTRIBUTE, "");
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
  const overlay = overlayAround(node);
  /** What of the card has the focus; the page may take the card away with it. */
  let focused: HTMLElement | null = null;
  let isSheet = false;
  let spot: Spot | undefined;
  let isClosed = false;

  keepApart(content);
  content.addEventListener("wheel", (event) => keepWheel(event, scroller), { passive: false });
  content.addEventListener("click", ({ target }) => (target as Element).closest("button, a") && onUse());
  content.addEventListener("focusin", ({ target, relatedTarget }) => {
    if (!focused) onFocus(relatedTarget as Element | null);
    focused = target as HTMLElement;
    onUse();
  });
  content.addEventListener("focusout", () => {
    // By then it has come to its next place, or the card is off the page: in Chromium this comes first.
    queueMicrotask(() => {
      if (host.isConnected && !root.activeElement) focused = null;
    });
  });

  content.addEventListener("keydown", (event) => tabOut(event, content, node) && onTabbedOut());

  let placed = "";
  let lastLine: Line | undefined = line;
  const place = (line: Line | undefined) => {
    const seen = pinchedArea(window);
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const sizes = [window.innerWidth, window.innerHeight, scrollTop, scrollHeight, clientHeight];
    const now = [...SIDES.map((side) => line?.[side]), ...Object.values(seen ?? {}), ...sizes].join();
    if (now === placed) return false;
    placed = now;
    lastLine = line;
    if (line) for (const side of SIDES) anchor.style.setProperty(`--dramatis-${side}`, `${line[side]}px`);
    isSheet = seen !== null || (isTouch && window.innerWidth < NARROW_PX);
    content.toggleAttribute("data-sheet", isSheet);
    spot = isSheet ? undefined : spotFor(line, spot, window);
    if (spot) content.dataset["spot"] = spot;
    else delete content.dataset["spot"];
    // A zoom of the page would count in our sizes, but does not in the rectangles of its text.
    const perPx = (seen?.scale ?? 1) * host.currentCSSZoom;
    content.style.zoom = String(1 / perPx);
    // What the reader has zoomed to by pinching is a part of the window only, and enlarged.
    const part = seen && {
      bottom: window.innerHeight - seen.bottom,
      left: seen.left,
      width: seen.right - seen.left,
      height: seen.bottom - seen.top,
    };
    for (const name of ["bottom", "left", "width", "height"] as const)
      content.style.setProperty(`--dramatis-seen-${name}`, part ? `${part[name] * perPx}px` : "");
    content.toggleAttribute("data-more-above", scrollTop > 0);
    content.toggleAttribute("data-more-below", scrollTop + clientHeight < scrollHeight - 1);
    return true;
  };
  // What is scrolled or unfolded in the card, its name does not tell.
  for (const type of ["scroll", "click"] as const)
    scroller.addEventListener(type, () => place(lastLine), { passive: true });
  const raise = () => {
    const { scrollTop } = scroller;
    const before = focused;
    if (!host.isConnected) (overlay?.isConnected ? overlay : document.documentElement).append(host);
    anchor.style.zoom = String(1 / host.currentCSSZoom);
    // Also the anchor: in the top layer no transform or filter of the page shifts it. It has to be there first.
    for (const part of [anchor, content]) {
      part.popover = "manual";
      if (part.matches(":popover-open")) part.hidePopover();
      part.showPopover();
    }
    scroller.scrollTop = scrollTop;
    // Unless the page has given it to something of its own.
    if ([document.body, host, null].includes(document.activeElement as HTMLElement | null))
      before?.focus({ preventScroll: true });
  };
  try {
    raise();
    place(line);
    if (isTouch && isSheet) uncover(line, content, window);
  } catch (error) {
    host.remove();
    throw error;
  }
  return {
    host,
    get isSheet() {
      return isSheet;
    },
    get isClosed() {
      return isClosed;
    },
    isInOverlay: overlay !== null,
    place,
    isBuried() {
      const { left, right, top, bottom } = content.getBoundingClientRect();
      const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      // Nothing is to be found out of the window; and a frame on the full screen makes inert what is shown over it.
      return middle !== null && middle !== host && !document.fullscreenElement;
    },
    raise,
    box: () => content.getBoundingClientRect(),
    get isPinned() {
      return content.hasAttribute("data-pinned");
    },
    set isPinned(isPinned) {
      content.toggleAttribute("data-pinned", isPinned);
    },
    focus: () => scroller.focus({ preventScroll: true }),
    hasFocus: () => focused !== null,
    close() {
      isClosed = true;
      host.remove();
    },
  };
}

const SIDES = ["left", "right", "top", "bottom"] as const;

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
