import type { Opening } from "../choices.ts";
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
import { focusBeforeCards } from "./focus.ts";
import { keepByName } from "./follow.ts";
import { type Deeds, type GestureOptions, watchGestures } from "./gestures.ts";
import { type OpenCard, openCard } from "./host.ts";
import { isAtSamePlace, type Line, nearestVisible } from "./lines.ts";

/** A name on the page that a card can open on. */
export interface Anchor {
  /** Tells one mention from another. */
  readonly key: string;
  /** A node of the name, or the frame that it stands in. */
  readonly node: Node;
  /** The line of the name that the pointer is on. */
  readonly line: Line;
  /** The lines of the name as they are now; none once it has left the page or is hidden. */
  lines(): readonly Line[];
}

export interface CardsOptions<A extends Anchor, E>
  extends Omit<GestureOptions<A>, "isOnCard" | "isPinned" | "isEscapeOurs"> {
  /** What the card of a name will show; asked for while the pointer still rests. */
  readonly ask: (anchor: A) => Promise<E>;
  readonly render: (entry: E, anchor: A, close: () => void) => HTMLElement;
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
  close(): void;
}

const USUAL: Opening = { by: "rest", restMs: REST_MS };

/** Opens a card on the name that the pointer rests on, that is clicked, tapped or chosen by key, one at a time, and closes it again. */
export function openCards<A extends Anchor, E>(document: Document, options: CardsOptions<A, E>): Cards<A> {
  const { ask, render, onError, onKeyCardClosed, signal, opening = () => USUAL } = options;
  let hover: Hover<A> = NO_HOVER;
  let open: OpenCard | null = null;
  /** Has the open card follow its name at once. */
  let follow: (() => void) | undefined;
  let asked: { readonly anchor: A; readonly entry: Promise<E> } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** How the card was opened: what is touched may become a sheet, what a key opens takes the focus. */
  let means: "mouse" | "touch" | "key" = "mouse";
  let byKey: A | null = null;
  const focusBefore = focusBeforeCards(document);
  const window = document.defaultView as Window;
  const listening = { signal, passive: true, capture: true };
  const isSame = (a: A, b: A) => a.key === b.key;

  const deeds: Deeds<A> = {
    point(over, { x, y }, isShifted) {
      means = "mouse";
      const { by } = opening();
      const isIdle = by === "click" || (by === "modifier" && !isShifted);
      show(pointed(hover, { over, x, y, at: performance.now(), card: open?.box(), isIdle }, isSame));
    },
    stir(isOnCard) {
      if (isOnCard) focusBefore.pressed();
      show(stirred(hover));
    },
    press(anchor, isTouch) {
      means = isTouch ? "touch" : "mouse";
      show(pressed(hover, anchor, isSame));
    },
    release: () => show(released(hover)),
    dismiss: () => show(dismissed(hover)),
  };
  // Else the dialog that the card stands in would close as well.
  const isEscapeOurs = (event: Event) => isOnCard(event) || (open?.isInOverlay ?? false);
  watchGestures(document, { ...options, isOnCard, isPinned: () => hover.isPinned, isEscapeOurs }, deeds);
  // Going back would show the page as it was left.
  window.addEventListener("pagehide", shut, listening);
  document.addEventListener("visibilitychange", () => document.hidden && !hover.isPinned && shut(), listening);
  // What comes to lie over the card may shut its name away.
  for (const type of ["toggle", "fullscreenchange"]) document.addEventListener(type, onCovered, listening);
  for (const type of ["scroll", "resize"] as const) {
    options.listen(type, () => follow?.());
    window.visualViewport?.addEventListener(type, () => follow?.(), listening);
  }
  signal.addEventListener("abort", shut);

  return {
    openByKey(anchor) {
      const isOurs = open ? open.hasFocus() : byKey !== null;
      if (!isOurs) focusBefore.remember();
      means = "key";
      byKey = anchor;
      show(opened(hover, anchor));
    },
    press: deeds.press,
    close: deeds.dismiss,
  };

  /** Whoever presses something on a card wants to keep it. */
  function onUse(): void {
    if (hover.shown && !hover.isPinned) show(opened(hover, hover.shown));
  }

  /** Who has come by key has seen enough; there is nothing to give back. */
  function onTabbedOut(): void {
    focusBefore.forget();
    if (byKey) show(dismissed(hover));
  }

  function onCovered({ type, target }: Event): void {
    const cover = type === "toggle" ? (target as Element) : document.fullscreenElement;
    const isOver = type !== "toggle" || cover?.matches(":popover-open, dialog:modal");
    if (!open || !cover || !isOver) return;
    // A popover leaves the name as it is.
    const isShutAway = !cover.matches("[popover]") && !cover.contains(hover.shown?.node ?? null);
    if (isShutAway) shut();
    else open.raise();
  }

  function isOnCard(event: Event): boolean {
    return open !== null && event.composedPath().includes(open.host);
  }

  function shut(): void {
    show(NO_HOVER);
  }

  /** Takes over a new state: what is asked for and shown follows it, and the clock is set for what is due next. */
  function show(next: Hover<A>): void {
    const before = hover.shown;
    hover = next;
    const now = performance.now();
    const { restMs } = opening();
    const target = wanted(hover, now, restMs);
    if (target) void askFor(target);
    clearTimeout(timer);
    const due = nextDue(hover, now, restMs);
    if (due !== null) timer = setTimeout(tick, Math.max(0, due - now));
    if (open) open.isPinned = hover.isPinned;
    if (hover.shown === before) return;
    close();
    if (byKey && byKey !== hover.shown) {
      byKey = null;
      onKeyCardClosed?.();
    }
    const { shown } = hover;
    if (shown)
      openOn(shown).catch((error) => {
        onError(error);
        // What is pinned without a card would keep every other from opening.
        if (hover.shown === shown) shut();
      });
  }

  function tick(): void {
    const name = hover.resting?.target;
    // A name that moved, by scrolling say, came under the pointer or left it without the reader's hand.
    const isThere = name?.lines().some((line) => isAtSamePlace(line, name.line));
    show(elapsed(isThere ? hover : stirred(hover), performance.now(), opening().restMs));
  }

  function askFor(anchor: A): Promise<E> {
    if (asked?.anchor.key !== anchor.key) {
      asked = { anchor, entry: ask(anchor) };
      // Who opens the card hears of it.
      asked.entry.catch(() => {});
    }
    return asked.entry;
  }

  function close(): void {
    // A card that is on its way by key would have taken it.
    const hasFocus = open ? open.hasFocus() : means === "key";
    open?.close();
    open = null;
    follow = undefined;
    if (hover.shown) return;
    asked = null;
    if (hasFocus) focusBefore.restore();
    focusBefore.forget();
  }

  async function openOn(anchor: A): Promise<void> {
    const entry = await askFor(anchor);
    // A late answer to a hover that is over.
    if (hover.shown !== anchor) return;
    const line = nearestVisible(anchor.lines(), anchor.line, window);
    if (!line) return shut();
    const content = render(entry, anchor, deeds.dismiss);
    open = openCard(document, content, anchor.node, line, {
      isTouch: means === "touch",
      onUse,
      onFocus: focusBefore.entered,
      onTabbedOut,
    });
    open.isPinned = hover.isPinned;
    if (means === "key") open.focus();
    follow = keepByName(open, anchor.lines, line, window, shut);
  }
}
