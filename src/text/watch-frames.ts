import { onAbort } from "../on-abort.ts";
import { bodyIn, frameAround } from "./frames.ts";

export interface FrameListener {
  /** The document of a frame is read from now on, until `signal` aborts. */
  began(document: Document, signal: AbortSignal): void;
  /** It is read no more. Its nodes have to be let go of at once: in Firefox, to look at one of them later throws. */
  ended(document: Document): void;
  /** A frame has to be read: it shows another document, or has become content or ceased to be. */
  changed(frame: Element): void;
}

/** The frames that walks over a page meet, and whose documents are read. */
export interface Frames {
  /** A walk has come to this frame, and has read what it shows. */
  met(frame: Element): void;
  isRead(document: Document): boolean;
  /** The page has written the document of a frame anew, which took all listeners off it. */
  rewritten(document: Document): void;
}

export function watchFrames(listener: FrameListener, signal: AbortSignal): Frames {
  const documents = new WeakMap<Element, Document | null>();
  const lives = new Map<Document, AbortController>();
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) check(target);
  });
  onAbort(signal, () => {
    sizes.disconnect();
    for (const life of lives.values()) life.abort();
  });
  return { met, isRead: (document) => lives.has(document), rewritten };

  function met(frame: Element): void {
    if (!documents.has(frame)) follow(frame);
    const document = documentIn(frame);
    documents.set(frame, document);
    if (!document || lives.has(document)) return;
    const life = new AbortController();
    lives.set(document, life);
    const leave = ({ persisted }: PageTransitionEvent) => persisted || end(document);
    document.defaultView?.addEventListener("pagehide", leave, { signal: life.signal });
    listener.began(document, life.signal);
  }

  function follow(frame: Element): void {
    const outer = lives.get(frame.ownerDocument)?.signal;
    sizes.observe(frame);
    onAbort(outer, () => sizes.unobserve(frame));
    frame.addEventListener("load", onLoad, { signal: outer ?? signal });
  }

  function onLoad({ currentTarget }: Event): void {
    check(currentTarget as Element);
  }

  function check(frame: Element): void {
    const before = documents.get(frame) ?? null;
    if (!frame.isConnected) forget(frame);
    if (documentIn(frame) === before) return;
    if (before) end(before);
    listener.changed(frame);
  }

  /** Pages that change their ads have ever more frames. */
  function forget(frame: Element): void {
    sizes.unobserve(frame);
    documents.delete(frame);
  }

  function rewritten(document: Document): void {
    const frame = frameAround(document);
    end(document);
    if (frame) listener.changed(frame);
  }

  function end(document: Document): void {
    lives.get(document)?.abort();
    if (lives.delete(document)) listener.ended(document);
  }
}

function documentIn(frame: Element): Document | null {
  return bodyIn(frame)?.ownerDocument ?? null;
}
