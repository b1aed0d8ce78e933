import type { Listen, Point } from "../text/windows.ts";
import type { Pointer } from "./dwell.ts";
import { watchPress } from "./press.ts";

/** What a reader does about cards. */
export interface Deeds<A> {
  /** Mouse or pen are over a name, the card, or neither. */
  point(over: Pointer<A>["over"], at: Point): void;
  /** Something else than resting: a button, the wheel. */
  stir(): void;
  /** A click or tap on a name. */
  press(anchor: A, isTouch: boolean): void;
  /** Escape, or a finger beside the card. */
  dismiss(): void;
}

export interface GestureOptions<A> {
  /** Listens in the page and in its frames, before they do, as long as cards open there. */
  readonly listen: Listen;
  /** The name under a point of the viewport. */
  readonly anchorAt: (at: Point) => A | null;
  readonly isOnCard: (event: Event) => boolean;
  /** Whether Escape would do something to the page as well that is not meant. */
  readonly isEscapeOurs: (event: KeyboardEvent) => boolean;
  /** A move of the pointer that came before. */
  readonly pointer?: PointerEvent | undefined;
  readonly signal: AbortSignal;
}

/** Tells what the reader does with mouse, pen, finger and Escape. */
export function watchGestures<A>(
  document: Document,
  { listen, anchorAt, isOnCard, isEscapeOurs, pointer, signal }: GestureOptions<A>,
  { point, stir, press, dismiss }: Deeds<A>,
): void {
  /** The button that is down now went down on the card. */
  let isHeld = false;

  listen("pointermove", onPointer);
  document.documentElement.addEventListener("pointerleave", (event) => onPointer(event), { signal, passive: true });
  listen("pointerdown", (event) => {
    isHeld = isOnCard(event);
    stir();
  });
  listen("wheel", stir);
  listen("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    if (isEscapeOurs(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    dismiss();
  });
  watchPress({
    listen,
    isOnCard,
    anchorAt,
    onName: press,
    // A finger has nothing to leave a card with but a tap beside it.
    onElsewhere: (event, isTouch) => isTouch && !isOnCard(event) && dismiss(),
  });
  if (pointer) onPointer(pointer);

  function onPointer(event: PointerEvent, place: Point = event): void {
    if (event.pointerType === "touch") return;
    // With a button down the reader selects or drags, and what began on the card stays there.
    const isOver = event.buttons ? isHeld : isOnCard(event);
    const isElsewhere = isOver || event.buttons || event.type === "pointerleave";
    const anchor = isElsewhere ? null : anchorAt(place);
    point(isOver ? "card" : anchor && { target: anchor }, place);
  }
}
