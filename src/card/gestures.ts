import type { Pointer } from "./dwell.ts";
import type { ListenAt, Point } from "./places.ts";
import { watchPress } from "./press.ts";

/** What a reader does about cards. */
export interface Gestures<A> {
  /** Mouse or pen are over a name, the card, or neither; a Shift key is down or not. */
  point(over: Pointer<A>["over"], at: Point, isShifted: boolean): void;
  /** Something else than resting: a button, the wheel; on the card or not. */
  stir(isOnCard: boolean): void;
  /** A click or tap on a name; by a finger or a pen it is a touch. */
  press(anchor: A, isTouch: boolean): void;
  /** The click before was the first of a double click. */
  release(): void;
  /** Escape, or a touch beside the card. */
  dismiss(): void;
}

export interface GestureOptions<A> {
  /** Listens in the page and in its frames, before they do, as long as cards open there. */
  readonly listen: ListenAt;
  /** The name under a point of the viewport, where the event took place. */
  readonly anchorAt: (at: Point, event: Event) => A | null;
  readonly isOnCard: (event: Event) => boolean;
  /** A card is kept, wherever the pointer goes. */
  readonly isPinned: () => boolean;
  /** Whether Escape would do something to the page as well that is not meant. */
  readonly isEscapeOurs: (event: KeyboardEvent) => boolean;
  /** A move of the pointer that came before. */
  readonly pointer?: PointerEvent | undefined;
  readonly signal: AbortSignal;
}

/** Tells what the reader does with mouse, pen, finger and Escape. */
export function watchGestures<A>(
  document: Document,
  { listen, anchorAt, isOnCard, isPinned, isEscapeOurs, pointer, signal }: GestureOptions<A>,
  { point, stir, press, release, dismiss }: Gestures<A>,
): void {
  /** The button that is down now went down on the card. */
  let isHeld = false;
  /** The key that is down now went down on the card or closed it: its repeats and its end are not for the page either. */
  let heldKey: string | null = null;
  /** Where the pointer is now; the path of an event is lost once it is over. */
  let here: { readonly event: PointerEvent; readonly place: Point; readonly isOver: boolean } | null = null;

  listen("pointermove", onPointer);
  // What moves in a frame of another origin is not heard, and Firefox tells no move onto its border.
  listen(
    "pointerover",
    (event, place) => (event.composedPath()[0] as Element).localName === "iframe" && onPointer(event, place),
  );
  document.documentElement.addEventListener("pointerleave", (event) => event.isTrusted && onPointer(event), {
    signal,
    passive: true,
  });
  listen("pointerdown", (event) => {
    isHeld = isOnCard(event);
    stir(isHeld);
  });
  listen("wheel", () => stir(false));
  listen("keydown", (event) => {
    if (event.key === "Shift") shift(true);
    const isEscape = event.key === "Escape" && !event.isComposing;
    const isLate = event.repeat && event.key === heldKey && !isOnCard(event);
    const isOurs = isEscape && isEscapeOurs(event);
    if (isOurs || isOnCard(event)) heldKey = event.key;
    else if (!isLate) heldKey = null;
    if (isLate || isOurs) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (isEscape && !isLate) dismiss();
  });
  listen("keyup", (event) => {
    if (event.key === "Shift") shift(false);
    if (event.key !== heldKey) return;
    heldKey = null;
    if (!isOnCard(event)) event.stopImmediatePropagation();
  });
  watchPress({
    listen,
    isOnCard,
    anchorAt,
    onName: press,
    onWord: release,
    // A finger has nothing to leave a card with but a tap beside it.
    onElsewhere: (event, isTouch) => isTouch && !isOnCard(event) && dismiss(),
  });
  if (pointer) onPointer(pointer);

  /** The key goes down or up on a pointer that stands still. */
  function shift(isShifted: boolean): void {
    if (here) pointAt(here.event, here.place, here.isOver, isShifted);
  }

  function onPointer(event: PointerEvent, place: Point = event): void {
    // With a button down the reader selects or drags, and what began on the card stays there.
    const isOver = event.buttons ? isHeld : isOnCard(event);
    here = event.type === "pointerleave" ? null : { event, place, isOver };
    pointAt(event, place, isOver, event.shiftKey);
  }

  function pointAt(event: PointerEvent, place: Point, isOver: boolean, isShifted: boolean): void {
    const { type, pointerType, buttons } = event;
    if (pointerType === "touch" || isPinned()) return;
    const isElsewhere = isOver || buttons || type === "pointerleave";
    const anchor = isElsewhere ? null : anchorAt(place, event);
    point(isOver ? "card" : anchor && { target: anchor }, place, isShifted);
  }
}
