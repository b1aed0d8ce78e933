import type { OpenCard } from "./host.ts";
import { type Line, nearestVisible } from "./lines.ts";

/** A page that takes the card away again and again shall have its way. */
const MAX_RESTORES = 3;

/** Keeps a card by its name, frame by frame; `onGone` is told when the name has left the page, or, of a card that is not kept, the window, or when the page will not have the card. */
export function keepByName(
  card: OpenCard,
  lines: () => readonly Line[],
  start: Line,
  window: Window,
  onGone: () => void,
): void {
  let before = start;
  let restores = MAX_RESTORES;
  const keep = () => {
    if (card.isClosed) return;
    if (!card.host.isConnected && restores-- > 0) card.raise();
    const all = lines();
    const line = card.isSheet ? all[0] : nearestVisible(all, before, window);
    const isGone = card.isPinned ? !all.length : !line;
    if (isGone || !card.host.isConnected) return onGone();
    before = line ?? before;
    card.place(line);
    window.requestAnimationFrame(keep);
  };
  window.requestAnimationFrame(keep);
}
