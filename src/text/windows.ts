import { onAbort } from "../on-abort.ts";

/** Listens to the reader in the page and in the frames that are read, before they do; tells in whose document an event was. */
export type Listen = <K extends keyof WindowEventMap>(
  type: K,
  listener: (event: WindowEventMap[K], document: Document) => void,
) => void;

type Listener = (event: Event, document: Document) => void;

/** The windows of a page and of its frames that are read. */
export class Windows {
  readonly #documents = new Map<Document, AbortSignal>();
  readonly #listeners: { readonly type: string; readonly listener: Listener }[] = [];

  /** @param signal until when this document is listened to */
  add(document: Document, signal: AbortSignal): void {
    this.#documents.set(document, signal);
    onAbort(signal, () => this.#documents.delete(document));
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
  const onEvent = (event: Event) => event.isTrusted && listener(event, document);
  document.defaultView?.addEventListener(type, onEvent, options);
}
