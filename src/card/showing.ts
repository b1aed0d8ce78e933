import type { Anchor } from "./anchor.ts";
import type { Box } from "./dwell.ts";
import { focusBeforeCards } from "./focus.ts";
import { keepByName } from "./follow.ts";
import { type OpenCard, openCard } from "./host.ts";
import { nearestVisible } from "./lines.ts";
import type { ListenAt } from "./places.ts";
import { inPage } from "./top-layer.ts";

export interface ShowingOptions<A extends Anchor, E> {
  /** What the card of a name will show; asked for while the pointer still rests. */
  readonly ask: (anchor: A) => Promise<E>;
  readonly render: (entry: E, anchor: A, close: () => void) => HTMLElement;
  /** Listens in the page and in its frames. */
  readonly listen: ListenAt;
  readonly signal: AbortSignal;
}

export interface ShowingEvents {
  /** The reader presses something on the card, or brings the focus there. */
  onUse(): void;
  /** The reader has closed it by its own button. */
  onClosed(): void;
  /** Its name has gone, or the page will not have it. */
  onGone(): void;
  /** Tab has gone on from it to the page. */
  onTabbedOut(): void;
}

/** How a card is opened: what is touched may become a sheet; only a mouse needs no focus to have it read. */
export type Means = "mouse" | "touch" | "key";

/** The one card that there is to see, or none. */
export interface Showing<A> {
  /** Has the entry of a name there in time. */
  prepare(anchor: A): void;
  /** Shows the card of a name in the place of what was shown, once its entry is there; or none, and the focus goes back to where it was. */
  show(anchor: A | null, means: Means): Promise<void>;
  /** A pinned one stays when the pointer leaves, and when its name leaves the window. */
  pin(isPinned: boolean): void;
  /** The pointer goes down on it. */
  willBePressed(): void;
  box(): Box | undefined;
  isOn(event: Event): boolean;
  /** It stands in a modal dialog or popover of the page. */
  isInOverlay(): boolean;
}

export function showing<A extends Anchor, E>(
  document: Document,
  { ask, render, listen, signal }: ShowingOptions<A, E>,
  { onUse, onClosed, onGone, onTabbedOut }: ShowingEvents,
): Showing<A> {
  const window = document.defaultView as Window;
  const focusBefore = focusBeforeCards(document);
  let shown: A | null = null;
  let means: Means = "mouse";
  let open: OpenCard | null = null;
  let isPinned = false;
  /** Has the open card follow its name at once. */
  let follow: (() => void) | undefined;
  let asked: { readonly anchor: A; readonly entry: Promise<E> } | null = null;

  const listening = { signal, passive: true, capture: true };
  // What comes to lie over the card may shut its name away.
  for (const type of ["toggle", "fullscreenchange"]) document.addEventListener(type, onCovered, listening);
  for (const type of ["scroll", "resize"] as const) {
    listen(type, () => follow?.());
    window.visualViewport?.addEventListener(type, () => follow?.(), listening);
  }

  return {
    prepare: (anchor) => void entryOf(anchor),
    async show(anchor, by) {
      const isOurs = hasFocus();
      if (by !== "mouse" && anchor && !isOurs) focusBefore.remember();
      remove();
      shown = anchor;
      means = by;
      if (anchor) return openOn(anchor);
      asked = null;
      if (isOurs) focusBefore.restore();
      focusBefore.forget();
    },
    pin(pins) {
      isPinned = pins;
      if (open) open.isPinned = pins;
    },
    willBePressed: () => focusBefore.pressed(),
    box: () => open?.box(),
    isOn: (event) => open !== null && event.composedPath().includes(open.host),
    isInOverlay: () => open?.isInOverlay ?? false,
  };

  /** A card that is on its way by key would have taken it. */
  function hasFocus(): boolean {
    return open ? open.hasFocus() : shown !== null && means === "key";
  }

  function remove(): void {
    open?.remove();
    open = null;
    follow = undefined;
  }

  function entryOf(anchor: A): Promise<E> {
    if (asked?.anchor.key !== anchor.key) {
      asked = { anchor, entry: ask(anchor) };
      // Who opens the card hears of it.
      asked.entry.catch(() => {});
    }
    return asked.entry;
  }

  async function openOn(anchor: A): Promise<void> {
    const entry = await entryOf(anchor);
    // A late answer to a hover that is over.
    if (shown !== anchor) return;
    const line = nearestVisible(anchor.lines(), anchor.line, window);
    if (!line) return onGone();
    open = openCard(document, render(entry, anchor, onClosed), anchor.node, line, {
      rest: anchor.rest(),
      isTouch: means === "touch",
      onUse,
      onFocus: focusBefore.entered,
      onTabbedOut() {
        // There is nothing to give back.
        focusBefore.forget();
        onTabbedOut();
      },
    });
    open.isPinned = isPinned;
    if (means !== "mouse") open.focus();
    follow = keepByName(open, anchor.lines, line, window, onGone);
  }

  function onCovered({ type, target }: Event): void {
    const cover = type === "toggle" ? (target as Element) : document.fullscreenElement;
    const isOver = type !== "toggle" || cover?.matches(":popover-open, dialog:modal");
    if (!open || !cover || !isOver) return;
    // A popover leaves the name as it is.
    const isShutAway = !cover.matches("[popover]") && !cover.contains(shown && inPage(shown.node));
    if (isShutAway) onGone();
    else open.raise();
  }
}
