import type { Box } from "./dwell.ts";

/** The part of the window that is to be seen where the reader has zoomed in by pinching, and how far; null where they have not. */
export function pinchedArea(window: Window): (Box & { readonly scale: number }) | null {
  const seen = window.visualViewport;
  if (!seen || seen.scale <= MIN_PINCH) return null;
  const { offsetLeft: left, offsetTop: top, width, height, scale } = seen;
  return { left, top, right: left + width, bottom: top + height, scale };
}
/** Below it, a card by its name is still in sight. */
const MIN_PINCH = 1.05;
