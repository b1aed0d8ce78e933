import { elapsed, type Hover, NO_HOVER, nextDue, pointed } from "./dwell.ts";
import { type OpenCard, openCard } from "./host.ts";

/** A name on the page that a card can open on. */
export interface Anchor {
  /** Tells one mention from another. */
  readonly key: string;
  /** The line of the name that the pointer is on. */
  readonly line: DOMRect;
  /** The lines of the name as they are now; none once it has left the page. */
  lines(): readonly DOMRect[];
}

export interface HoverOptions<A extends Anchor> {
  /** The name under a point of the viewport. */
  readonly anchorAt: (x: number, y: number) => A | null;
  readonly render: (anchor: A) => Promise<HTMLElement>;
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Opens a card on the name that the pointer rests on, and closes it when the pointer has left or Escape is pressed. */
export function openOnHover<A extends Anchor>(
  document: Document,
  { anchorAt, render, onError, signal }: HoverOptions<A>,
): void {
  let hover: Hover<A> = NO_HOVER;
  let open: OpenCard | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const window = document.defaultView as Window;
  const listening = { signal, passive: true, capture: true };

  window.addEventListener("pointermove", onPointer, listening);
  document.documentElement.addEventListener("pointerleave", (event) => point(null, event), { signal, passive: true });
  window.addEventListener("keydown", ({ key }) => key === "Escape" && show(NO_HOVER), listening);
  window.addEventListener("scroll", follow, listening);
  window.addEventListener("resize", follow, listening);
  signal.addEventListener("abort", () => show(NO_HOVER));

  function onPointer(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    // With a button down the reader selects or drags.
    const anchor = event.buttons ? null : anchorAt(event.clientX, event.clientY);
    point(isOnCard(event) ? "card" : anchor && { target: anchor }, event);
  }

  function isOnCard({ target }: Event): boolean {
    return open !== null && target === open.host;
  }

  function point(over: { target: A } | "card" | null, { clientX: x, clientY: y }: PointerEvent): void {
    show(pointed(hover, { over, x, y, at: performance.now() }, (a, b) => a.key === b.key));
  }

  /** Takes over a new state: what is shown follows it, and the clock is set for what is due next. */
  function show(next: Hover<A>): void {
    const before = hover.shown;
    hover = next;
    clearTimeout(timer);
    const due = nextDue(hover);
    if (due !== null)
      timer = setTimeout(() => show(elapsed(hover, performance.now())), Math.max(0, due - performance.now()));
    if (hover.shown === before) return;
    open?.close();
    open = null;
    if (hover.shown) openOn(hover.shown).catch(onError);
  }

  async function openOn(anchor: A): Promise<void> {
    const content = await render(anchor);
    // A late answer to a hover that is over.
    if (hover.shown !== anchor) return;
    open = openCard(document, content, anchor.line);
  }

  /** The card stays by its name while the page scrolls, and closes when the name leaves the window. */
  function follow(): void {
    if (!hover.shown || !open) return;
    const { innerHeight, innerWidth } = window;
    const line = hover.shown
      .lines()
      .find(({ top, bottom, left, right }) => bottom > 0 && top < innerHeight && right > 0 && left < innerWidth);
    if (line) open.place(line);
    else show(NO_HOVER);
  }
}
