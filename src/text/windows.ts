import { outOfFrames } from "./frames.ts";

/** A place in the viewport of the page, in CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Listens to the reader in the page and in the frames that are read, before they do; of events with a place, it tells where in the page's viewport. */
export type Listen = <K extends keyof WindowEventMap>(
  type: K,
  listener: (event: WindowEventMap[K], at: Point) => void,
) => void;

type Listener = (event: Event, at: Point) => void;

/** The windows of a page and of its frames that are read. */
export class Windows {
  readonly #documents = new Map<Document, AbortSignal>();
  readonly #listeners: { readonly type: string; readonly listener: Listener }[] = [];

  /** @param signal until when this document is listened to */
  add(document: Document, signal: AbortSignal): void {
    this.#documents.set(document, signal);
    signal.addEventListener("abort", () => this.#documents.delete(document));
    for (const { type, listener } of this.#listeners) listenIn(document, type, listener, signal);
  }

  readonly listen: Listen = (type, listener) => {
    this.#listeners.push({ type, listener: listener as Listener });
    for (const [document, signal] of this.#documents) listenIn(document, type, listener as Listener, signal);
  };
}

function listenIn(document: Document, type: string, listener: Listener, signal: AbortSignal): void {
  // A key may be taken from the page, by none but the card that it is meant for.
  const options = { signal, capture: true, passive: type !== "keydown" };
  // What a script of the page has made up is no deed of the reader's.
  const onEvent = (event: Event) => event.isTrusted && listener(event, placeOf(event, document));
  document.defaultView?.addEventListener(type, onEvent, options);
}

function placeOf(event: Event, document: Document): Point {
  const { clientX = 0, clientY = 0 } = event as Partial<MouseEvent>;
  return outOfFrames(new DOMRect(clientX, clientY), document);
}
