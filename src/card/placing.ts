import type { Line } from "./lines.ts";
import { type Spot, spotBesideSentence, spotFor } from "./spot.ts";
import { pinchedArea } from "./viewport.ts";

export interface Placing {
  /** It lies at the bottom of the window, not by its name. */
  readonly isSheet: boolean;
  /**
   * Puts the card by a line of its name, or to the window's edge where that is out of sight; shows at which ends there is more to scroll to.
   * @returns whether anything had to change
   */
  place(line: Line | undefined): boolean;
}

/** Windows narrower than this have no room beside a name under a finger, in CSS px. */
const NARROW_PX = 600;
/** Between a name and the sheet below it, in CSS px. */
const NAME_GAP_PX = 24;
const SIDES = ["left", "right", "top", "bottom"] as const;

/** The parts of an open card: `anchor` lies over the line of the name, `scroller` holds what is read. */
export interface Parts {
  readonly host: HTMLElement;
  readonly anchor: HTMLElement;
  readonly card: HTMLElement;
  readonly scroller: HTMLElement;
}

/** Tells the stylesheet where a card stands. @param rest the lines of what follows the name in its sentence */
export function placing({ host, anchor, card, scroller }: Parts, rest: readonly Line[], isTouch: boolean): Placing {
  const window = host.ownerDocument.defaultView as Window;
  let isSheet = false;
  let spot: Spot | undefined;
  /** A card below its name keeps so far off it, in CSS px, that the sentence can be read to its end. */
  let reach = 0;
  let placed = "";
  let lastLine: Line | undefined;

  function place(line: Line | undefined): boolean {
    const seen = pinchedArea(window);
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const sizes = [window.innerWidth, window.innerHeight, scrollTop, scrollHeight, clientHeight];
    const now = [...SIDES.map((side) => line?.[side]), ...Object.values(seen ?? {}), ...sizes].join();
    if (now === placed) return false;
    const isOpening = !placed;
    placed = now;
    lastLine = line;
    isSheet = seen !== null || (isTouch && window.innerWidth < NARROW_PX);
    card.toggleAttribute("data-sheet", isSheet);
    show(seen);
    standBy(line, isOpening);
    if (isOpening && isTouch && isSheet && line) uncover(line, card);
    card.toggleAttribute("data-more-above", scrollTop > 0);
    card.toggleAttribute("data-more-below", scrollTop + clientHeight < scrollHeight - 1);
    return true;
  }

  function standBy(line: Line | undefined, isOpening: boolean): void {
    if (isOpening && line && !isSheet)
      ({ spot, reach } = spotBesideSentence(line, rest, scroller.scrollHeight, window) ?? { spot, reach });
    const next = isSheet ? undefined : spotFor(line && withSentence(line), spot, window);
    if (next !== spot) {
      reach = 0;
      letGrow();
    }
    spot = next;
    if (spot) card.dataset["spot"] = spot;
    else delete card.dataset["spot"];
    if (!line) return;
    const beside = withSentence(line);
    for (const side of SIDES) anchor.style.setProperty(`--dramatis-${side}`, `${beside[side]}px`);
  }

  function withSentence({ left, right, top, bottom }: Line): Line {
    return { left, right, top, bottom: bottom + reach };
  }

  /** What the reader has zoomed to by pinching is a part of the window only, and enlarged. */
  function show(seen: ReturnType<typeof pinchedArea>): void {
    // A zoom of the page would count in our sizes, but does not in the rectangles of its text.
    const perPx = (seen?.scale ?? 1) * host.currentCSSZoom;
    card.style.zoom = String(1 / perPx);
    const part = seen && {
      bottom: window.innerHeight - seen.bottom,
      left: seen.left,
      width: seen.right - seen.left,
      height: seen.bottom - seen.top,
    };
    for (const name of ["bottom", "left", "width", "height"] as const)
      card.style.setProperty(`--dramatis-seen-${name}`, part ? `${part[name] * perPx}px` : "");
  }

  /** Standing on its lower edge, it would grow upwards, and what is pressed would go from under the pointer: what unfolds is scrolled to instead. */
  function keepSize(): void {
    if (spot !== "below") card.style.setProperty("--dramatis-kept-height", getComputedStyle(card).height);
  }

  function letGrow(): void {
    card.style.removeProperty("--dramatis-kept-height");
  }

  card.addEventListener("click", keepSize, { capture: true, passive: true });
  // Another view has its own size.
  new MutationObserver(letGrow).observe(scroller, { childList: true });
  // What is scrolled or unfolded in the card, its name does not tell.
  for (const type of ["scroll", "click"] as const)
    scroller.addEventListener(type, () => place(lastLine), { passive: true });
  return {
    get isSheet() {
      return isSheet;
    },
    place,
  };
}

/** Scrolls the page so far that the name under a finger is to be seen above its sheet. */
function uncover({ bottom }: Line, sheet: Element): void {
  const window = sheet.ownerDocument.defaultView as Window;
  const hidden = bottom + NAME_GAP_PX - window.innerHeight + sheet.clientHeight;
  const isStill = window.matchMedia("(prefers-reduced-motion)").matches;
  if (hidden > 0) window.scrollBy({ top: hidden, behavior: isStill ? "instant" : "smooth" });
}
