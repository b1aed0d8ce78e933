import type { Listen, Point } from "../text/windows.ts";

export interface PressOptions<A> {
  readonly listen: Listen;
  readonly anchorAt: (at: Point) => A | null;
  readonly isOnCard: (event: Event) => boolean;
  readonly onName: (anchor: A, isTouch: boolean) => void;
  /** The second click of a double click: it selects the word. */
  readonly onWord: () => void;
  readonly onElsewhere: (event: PointerEvent, isTouch: boolean) => void;
}

/** What a press is meant for, where a name stands in it or around it. */
const INTERACTIVE =
  "a[href],area,button,input,select,textarea,label,summary,video,audio,[contenteditable],[role=button],[role=link],[role=tab],[role=menuitem],[role=checkbox]";

/** Tells presses on names, by mouse, pen or finger, from those that are meant for something else; nothing is taken from the page. */
export function watchPress<A>({ listen, anchorAt, isOnCard, onName, onWord, onElsewhere }: PressOptions<A>): void {
  listen("click", (event, at) => onClick(event as PointerEvent, at));

  function onClick(event: PointerEvent, at: Point): void {
    // Without a place it was made by a key, on a button say.
    if (!event.detail || event.button !== 0) return;
    const isTouch = event.pointerType !== "mouse";
    const anchor = isOnCard(event) || isMeantForPage(event) ? null : anchorAt(at);
    if (!anchor) onElsewhere(event, isTouch);
    else if (event.detail === 1) onName(anchor, isTouch);
    else if (event.detail === 2) onWord();
  }

  function isMeantForPage(event: MouseEvent): boolean {
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    // The second click of a double click selects the name itself.
    const isSelecting = event.detail === 1 && event.view?.getSelection()?.isCollapsed === false;
    // A frame has an `Element` of its own.
    const isInteractive = event.composedPath().some((node) => (node as Partial<Element>).matches?.(INTERACTIVE));
    return ctrlKey || metaKey || shiftKey || altKey || isSelecting || isInteractive;
  }
}
