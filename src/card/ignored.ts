import { button, part, TITLE_ID } from "./elements.ts";
import { onSave } from "./saving.ts";
import { say, type Words } from "./words.ts";

/** How long the reader may undo it once they have turned away, in ms; the settings have it after that. */
const UNDO_MS = 10_000;

/** Instead of the card of somebody who is not meant: what has been done, and a way to undo it. */
export function ignoredView(
  document: Document,
  name: string,
  { site, isPrivate }: { readonly site: string; readonly isPrivate: boolean },
  words: Words,
  onUndo: () => Promise<void>,
): HTMLElement {
  const told = part(document, "p", "ignored", say(words, "ignored", name, site));
  told.id = TITLE_ID;
  const undo = button(document, "undo", say(words, "undo"));
  onSave(undo, words, onUndo);
  const forgotten = isPrivate ? [part(document, "p", "forgotten", say(words, "popup_private"))] : [];
  return part(document, "section", "notice", told, ...forgotten, undo);
}

/** Closes a card once it has been without pointer and focus for a while. @returns what lets it stay */
export function closeWhenLeft(card: HTMLElement, close: () => void): () => void {
  const staying = new AbortController();
  const { signal } = staying;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(end, UNDO_MS);
  };
  const end = () => {
    // Another card may be open by then.
    if (!card.isConnected) return;
    // Whoever is at it will leave it; a finger leaves its hover behind, and a press its focus.
    const isPointedAt = card.matches(":hover") && !matchMedia("(pointer: coarse)").matches;
    if (!isPointedAt && !card.querySelector(":focus-visible")) close();
  };
  for (const type of ["focusout", "pointerleave"]) card.addEventListener(type, wait, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  wait();
  return () => staying.abort();
}
