import { isMeantForPage } from "./meant-for-page.ts";
import type { ListenAt, Point } from "./places.ts";

export interface PressOptions<A> {
  readonly listen: ListenAt;
  readonly anchorAt: (at: Point, event: Event) => A | null;
  readonly isOnCard: (event: Event) => boolean;
  readonly onName: (anchor: A, isTouch: boolean) => void;
  /** The second click of a double click: it selects the word. */
  readonly onWord: () => void;
  readonly onElsewhere: (event: PointerEvent, isTouch: boolean) => void;
}

/** Tells presses on names, by mouse, pen or finger, from those that are meant for something else; nothing is taken from the page. */
export function watchPress<A>({ listen, anchorAt, isOnCard, onName, onWord, onElsewhere }: PressOptions<A>): void {
  listen("click", (event, at) => onClick(event as PointerEvent, at));

  function onClick(event: PointerEvent, at: Point): void {
    const isTouch = event.pointerType !== "mouse";
    const anchor = isOnCard(event) || isMeantForPage(event) ? null : anchorAt(at, event);
    if (!anchor) onElsewhere(event, isTouch);
    else if (event.detail === 1) onName(anchor, isTouch);
    else if (event.detail === 2 && !isTouch) onWord();
  }
}
