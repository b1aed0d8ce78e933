import { button, part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";

export interface StatusView {
  readonly element: HTMLElement;
  /** Says what has been done, and offers to undo it where that can be. */
  tell(text: string, undo?: () => void): void;
  /** Says what has failed; it stays until something else is said. */
  fail(error: Error): void;
  /** What was done can no longer be undone. */
  forget(): void;
}

/** What has been done is said so long, in ms. */
const SAID_MS = 6000;

/** What becomes of what the reader does; quiet, and in view however long the page is. */
export function statusView(document: Document, words: Words): StatusView {
  const said = part(document, "span", "said");
  const failure = part(document, "span", "failure");
  const undo = button(document, "undo", say(words, "undo"));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onUndo: (() => void) | undefined;
  said.role = "status";
  said.tabIndex = -1;
  failure.role = "alert";
  undo.hidden = true;
  undo.addEventListener("click", () => onUndo?.());
  const show = (done: string, failed: string, deed?: () => void) => {
    clearTimeout(timer);
    said.textContent = done;
    failure.textContent = failed;
    onUndo = deed;
    // A focus is not left on what goes.
    if (!deed && document.activeElement === undo) said.focus();
    undo.hidden = !deed;
  };
  return {
    element: part(document, "footer", "status", said, failure, undo),
    tell(text, deed) {
      show(text, "", deed);
      if (!deed) timer = setTimeout(show, SAID_MS, "", "");
    },
    fail: ({ message }) => show("", say(words, "not_stored", message)),
    forget: () => onUndo && show("", ""),
  };
}
