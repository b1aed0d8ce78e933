import type { OpenCard } from "./host.ts";
import { type Line, nearestVisible } from "./lines.ts";

/** A page that takes the card away again and again shall have its way. */
const MAX_RESTORES = 3;
/** After so many frames without a change the page rests. */
const STILL_FRAMES = 10;
/** A page at rest is looked at this often, in ms: without a frame of its own a look costs next to nothing. */
const LOOK_MS = 100;

/**
 * Keeps a card by its name; `onGone` is told when the name has left the page, or, of a card that is not kept, the window, or when the
 * page will not have the card. Follows frame by frame what moves; where something may have begun to, the returned function says so.
 */
export function keepByName(
  card: OpenCard,
  lines: () => readonly Line[],
  start: Line,
  window: Window,
  onGone: () => void,
): () => void {
  let before = start;
  let restores = MAX_RESTORES;
  let stillFrames = 0;
  let frame = window.requestAnimationFrame(keep);
  let timer: ReturnType<typeof setTimeout> | undefined;

  return () => {
    stillFrames = 0;
    clearTimeout(timer);
    window.cancelAnimationFrame(frame);
    if (!card.isRemoved) frame = window.requestAnimationFrame(keep);
  };

  function keep(): void {
    if (card.isRemoved) return;
    // A page at rest is asked whether it has put something over the card: it costs a hit test.
    const isAway = () => !card.host.isConnected || (stillFrames >= STILL_FRAMES && card.isBuried());
    if (isAway() && restores-- > 0) card.raise();
    const all = lines();
    const line = card.isSheet ? all[0] : nearestVisible(all, before, window);
    const isGone = card.isPinned ? !all.length : !line;
    if (isGone || isAway()) return onGone();
    before = line ?? before;
    stillFrames = card.place(line) ? 0 : stillFrames + 1;
    if (stillFrames < STILL_FRAMES) frame = window.requestAnimationFrame(keep);
    else timer = setTimeout(keep, LOOK_MS);
  }
}
