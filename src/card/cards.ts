import type { Opening } from "../choices.ts";
import type { Anchor } from "./anchor.ts";
import {
  dismissed,
  elapsed,
  type Hover,
  NO_HOVER,
  nextDue,
  opened,
  pointed,
  pressed,
  REST_MS,
  released,
  stirred,
  wanted,
} from "./dwell.ts";
import { type GestureOptions, type Gestures, watchGestures } from "./gestures.ts";
import { isAtSamePlace } from "./lines.ts";
import { type Means, type ShowingOptions, showing } from "./showing.ts";

export interface CardsOptions<A extends Anchor, E>
  extends Omit<GestureOptions<A>, "isOnCard" | "isPinned" | "isEscapeOurs">,
    ShowingOptions<A, E> {
  readonly onError: (error: unknown) => void;
  /** How the reader wants cards to open, now; left out, by a rest of the usual length. */
  readonly opening?: () => Opening;
  /** Told when the card that was opened by key has closed, or given way to another. */
  readonly onKeyCardClosed?: () => void;
}

export interface Cards<A> {
  /** Opens the card of a name at once, and moves the focus into it. */
  openByKey(anchor: A): void;
  /** A click or tap on a name. */
  press(anchor: A, isTouch: boolean): void;
  dismiss(): void;
}

const USUAL: Opening = { by: "rest", restMs: REST_MS };

/** Opens a card on the name that the pointer rests on, that is clicked, tapped or chosen by key, one at a time, and closes it again. */
export function openCards<A extends Anchor, E>(document: Document, options: CardsOptions<A, E>): Cards<A> {
  const { onError, onKeyCardClosed, signal, opening = () => USUAL } = options;
  let hover: Hover<A> = NO_HOVER;
  let means: Means = "mouse";
  let byKey: A | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isSame = (a: A, b: A) => a.key === b.key;

  const gestures: Gestures<A> = {
    point(over, { x, y }, isShifted) {
      means = "mouse";
      const { by } = opening();
      const isIdle = by === "click" || (by === "modifier" && !isShifted);
      become(pointed(hover, { over, x, y, at: performance.now(), card: card.box(), isIdle }, isSame));
    },
    stir(isOnCard) {
      if (isOnCard) card.willBePressed();
      become(stirred(hover));
    },
    press(anchor, isTouch) {
      means = isTouch ? "touch" : "mouse";
      become(pressed(hover, anchor, isSame));
    },
    release: () => become(released(hover)),
    dismiss: () => become(dismissed(hover)),
  };
  const card = showing(document, options, {
    // Whoever presses something on a card wants to keep it.
    onUse: () => hover.shown && !hover.isPinned && become(opened(hover, hover.shown)),
    onClosed: gestures.dismiss,
    onGone: close,
    // Who has come by key has seen enough.
    onTabbedOut: () => byKey && gestures.dismiss(),
  });
  watchGestures(
    document,
    {
      ...options,
      isOnCard: card.isOn,
      isPinned: () => hover.isPinned,
      // Else the dialog that the card stands in would close as well.
      isEscapeOurs: (event) => card.isOn(event) || card.isInOverlay(),
    },
    gestures,
  );
  const listening = { signal, passive: true, capture: true };
  // Going back would show the page as it was left.
  document.defaultView?.addEventListener("pagehide", close, listening);
  document.addEventListener("visibilitychange", () => document.hidden && !hover.isPinned && close(), listening);
  signal.addEventListener("abort", close);

  return {
    openByKey(anchor) {
      means = "key";
      byKey = anchor;
      become(opened(hover, anchor));
    },
    press: gestures.press,
    dismiss: gestures.dismiss,
  };

  function close(): void {
    become(NO_HOVER);
  }

  /** Takes over a new state: what is asked for and shown follows it, and the clock is set for what is due next. */
  function become(next: Hover<A>): void {
    const before = hover.shown;
    hover = next;
    const now = performance.now();
    const { restMs } = opening();
    const target = wanted(hover, now, restMs);
    if (target) card.prepare(target);
    clearTimeout(timer);
    const due = nextDue(hover, now, restMs);
    if (due !== null) timer = setTimeout(tick, Math.max(0, due - now));
    if (hover.shown !== before) show(hover.shown);
    card.pin(hover.isPinned);
  }

  function show(shown: A | null): void {
    const isShown = card.show(shown, means);
    if (byKey && byKey !== shown) {
      byKey = null;
      onKeyCardClosed?.();
    }
    isShown.catch((error) => {
      onError(error);
      // What is pinned without a card would keep every other from opening.
      if (hover.shown === shown) close();
    });
  }

  function tick(): void {
    const name = hover.resting?.target;
    // A name that moved, by scrolling say, came under the pointer or left it without the reader's hand.
    const isThere = name?.lines().some((line) => isAtSamePlace(line, name.line));
    become(elapsed(isThere ? hover : stirred(hover), performance.now(), opening().restMs));
  }
}
