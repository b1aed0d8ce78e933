import { dismissed, elapsed, type Hover, NO_HOVER, nextDue, pointed, stirred } from "./dwell.ts";
import { type OpenCard, openCard } from "./host.ts";
import { isAtSamePlace, type Line, nearestVisible } from "./lines.ts";

/** A name on the page that a card can open on. */
export interface Anchor {
  /** Tells one mention from another. */
  readonly key: string;
  /** A node of the name. */
  readonly node: Node;
  /** The line of the name that the pointer is on. */
  readonly line: Line;
  /** The lines of the name as they are now; none once it has left the page or is hidden. */
  lines(): readonly Line[];
}

export interface HoverOptions<A extends Anchor> {
  /** The name under a point of the viewport. */
  readonly anchorAt: (x: number, y: number) => A | null;
  readonly render: (anchor: A) => Promise<HTMLElement>;
  readonly onError: (error: unknown) => void;
  /** A move of the pointer that came before. */
  readonly pointer?: PointerEvent | undefined;
  readonly signal: AbortSignal;
}

/** Opens a card on the name that the pointer rests on, and closes it when the pointer has left or Escape is pressed. */
export function openOnHover<A extends Anchor>(
  document: Document,
  { anchorAt, render, onError, pointer, signal }: HoverOptions<A>,
): void {
  let hover: Hover<A> = NO_HOVER;
  let open: OpenCard | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The button that is down now went down on the card. */
  let isHeld = false;
  const window = document.defaultView as Window;
  const listening = { signal, passive: true, capture: true };

  window.addEventListener("pointermove", onPointer, listening);
  document.documentElement.addEventListener("pointerleave", onPointer, { signal, passive: true });
  window.addEventListener("pointerdown", onPress, listening);
  window.addEventListener("wheel", () => show(stirred(hover)), listening);
  window.addEventListener("keydown", ({ key }) => key === "Escape" && show(dismissed(hover)), listening);
  // Going back would show the page as it was left.
  window.addEventListener("pagehide", shut, listening);
  document.addEventListener("visibilitychange", () => document.hidden && shut(), listening);
  signal.addEventListener("abort", shut);
  if (pointer) onPointer(pointer);

  function onPointer(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    const { clientX: x, clientY: y, type } = event;
    // With a button down the reader selects or drags, and what began on the card stays there.
    const isOnCard = event.buttons ? isHeld : isOverCard(event);
    const isElsewhere = isOnCard || event.buttons || type === "pointerleave";
    const anchor = isElsewhere ? null : anchorAt(x, y);
    const over = isOnCard ? "card" : anchor && { target: anchor };
    show(pointed(hover, { over, x, y, at: performance.now() }, (a, b) => a.key === b.key));
  }

  function onPress(event: PointerEvent): void {
    isHeld = isOverCard(event);
    show(stirred(hover));
  }

  function isOverCard(event: Event): boolean {
    return open !== null && event.composedPath().includes(open.host);
  }

  function shut(): void {
    show(NO_HOVER);
  }

  /** Takes over a new state: what is shown follows it, and the clock is set for what is due next. */
  function show(next: Hover<A>): void {
    const before = hover.shown;
    hover = next;
    clearTimeout(timer);
    const due = nextDue(hover, performance.now());
    if (due !== null) timer = setTimeout(tick, Math.max(0, due - performance.now()));
    if (hover.shown === before) return;
    open?.close();
    open = null;
    if (hover.shown) openOn(hover.shown).catch(onError);
  }

  function tick(): void {
    const name = hover.resting?.target;
    // A name that moved, by scrolling say, came under the pointer or left it without the reader's hand.
    const isThere = name?.lines().some((line) => isAtSamePlace(line, name.line));
    show(elapsed(isThere ? hover : stirred(hover), performance.now()));
  }

  async function openOn(anchor: A): Promise<void> {
    const content = await render(anchor);
    // A late answer to a hover that is over.
    if (hover.shown !== anchor) return;
    const line = nearestVisible(anchor.lines(), anchor.line, window);
    if (!line) return shut();
    open = openCard(document, content, anchor.node, line);
    follow(open, anchor, line);
  }

  /** Frame by frame the card stays by its name; it closes when the name has left the window or the page. */
  function follow(card: OpenCard, anchor: A, before: Line): void {
    window.requestAnimationFrame(() => {
      if (open !== card) return;
      const line = card.host.isConnected && nearestVisible(anchor.lines(), before, window);
      if (!line) return shut();
      card.place(line);
      follow(card, anchor, line);
    });
  }
}
