/** How far from the window an element is near, in lengths of what scrolls there. */
const MARGIN = "100%";
/** In ms: else Chromium, which alone heeds it, measures every element at each frame in which the page changes. */
const DELAY_MS = 100;

/** Tells of elements as they come near the window and go away from it. */
export class NearWindow {
  /** Also of elements that are no longer watched, and may be again. */
  readonly #near = new WeakSet<Element>();
  readonly #observer: IntersectionObserver;

  /** @param onMoved told once of each element that is watched, then whenever it is otherwise */
  constructor(document: Document, onMoved: (element: Element, isNear: boolean) => void) {
    const { scrollHeight = 0, clientHeight = 0 } = document.scrollingElement ?? {};
    // A margin around every scroller costs Chromium several times one around the window; where nothing but scrollers moves, it is needed.
    const around = scrollHeight > clientHeight ? "rootMargin" : "scrollMargin";
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          const { width, height } = boundingClientRect;
          // What has no box of its own may still show what it holds.
          const isNear = isIntersecting || width + height === 0;
          this.#near[isNear ? "add" : "delete"](target);
          onMoved(target, isNear);
        }
      },
      { [around]: MARGIN, delay: DELAY_MS } as IntersectionObserverInit,
    );
  }

  /** It is taken to be where it was last known to be, or else far, unless it `isShown` already. */
  watch(element: Element, isShown = false): void {
    if (isShown) this.#near.add(element);
    this.#observer.observe(element);
  }

  unwatch(element: Element): void {
    this.#observer.unobserve(element);
  }

  has(element: Element): boolean {
    return this.#near.has(element);
  }

  leave(): void {
    this.#observer.disconnect();
  }
}
