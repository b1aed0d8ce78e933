import type { Listen, Point } from "../text/windows.ts";

export interface PressOptions<A> {
  readonly listen: Listen;
  readonly anchorAt: (at: Point) => A | null;
  readonly isOnCard: (event: Event) => boolean;
  readonly onName: (anchor: A, isTouch: boolean) => void;
  readonly onElsewhere: (event: MouseEvent, isTouch: boolean) => void;
}

/** What a press is meant for, where a name stands in it or around it. */
const INTERACTIVE =
  "a[href],area,button,input,select,textarea,label,summary,video,audio,[contenteditable],[role=button],[role=link],[role=tab],[role=menuitem],[role=checkbox]";

/** Tells presses on names, by mouse, pen or finger, from those that are meant for something else; nothing is taken from the page. */
export function watchPress<A>({ listen, anchorAt, isOnCard, onName, onElsewhere }: PressOptions<A>): void {
  let isTouch = false;
  listen("pointerdown", ({ pointerType }) => (isTouch = pointerType === "touch"));
  listen("click", onClick);

  function onClick(event: MouseEvent, at: Point): void {
    // Without a place it was made by a key or a script, on a button say.
    const isByHand = event.isTrusted && event.detail > 0;
    if (!isByHand || event.button !== 0) return;
    const anchor = isOnCard(event) || isMeantForPage(event) ? null : anchorAt(at);
    if (!anchor) onElsewhere(event, isTouch);
    // The second of a double click selects the word.
    else if (event.detail === 1) onName(anchor, isTouch);
  }

  function isMeantForPage(event: MouseEvent): boolean {
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    const isSelecting = event.view?.getSelection()?.isCollapsed === false;
    // A frame has an `Element` of its own.
    const isInteractive = event.composedPath().some((node) => (node as Partial<Element>).matches?.(INTERACTIVE));
    return ctrlKey || metaKey || shiftKey || altKey || isSelecting || isInteractive;
  }
}
