import { button, KNOWN_AFTER_MS, part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";

/** A sentence, or what it is put together from. */
export type Said = string | readonly (Node | string)[];

export interface StatusView {
  readonly element: HTMLElement;
  /** What the reader does now makes what was said before old. */
  begin(): void;
  /** Says what has been done, and offers to undo it where that can be; not where something done at the same time has failed. */
  tell(said: Said, undo?: () => void): void;
  /** Says what has failed; it stays until the reader does something else. */
  fail(said: Said): void;
  /** What was done can no longer be undone. */
  forget(): void;
}

/** What has been done is said so long, in ms. */
const SAID_MS = 6000;
/** Between the bar and what has been brought into view above it, in px. */
const GAP_PX = 8;

/** What becomes of what the reader does, one thing at a time; quiet, and in view however long the page is. */
export function statusView(document: Document, words: Words): StatusView {
  const said = part(document, "span", "said");
  const failure = part(document, "span", "failure");
  const undo = button(document, "undo", say(words, "undo"));
  const element = part(document, "footer", "status", said, failure, undo);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onUndo: (() => void) | undefined;
  let hasFailed = false;
  said.role = "status";
  said.tabIndex = -1;
  failure.role = "alert";
  undo.hidden = true;
  undo.addEventListener("click", () => onUndo?.());
  const clear = () => {
    clearTimeout(timer);
    hasFailed = false;
    onUndo = undefined;
    said.replaceChildren();
    failure.replaceChildren();
    // A focus is not left on what goes.
    if (document.activeElement === undo) said.focus({ preventScroll: true });
    undo.hidden = true;
  };
  /** After a moment without a word: a screen reader says the same text again only where it has been away. */
  const show = (region: HTMLElement, text: Said, then = () => {}) => {
    timer = setTimeout(() => {
      region.replaceChildren(...[text].flat());
      keepInView(element);
      then();
    }, KNOWN_AFTER_MS);
  };
  return {
    element,
    begin: clear,
    tell(text, deed) {
      if (hasFailed) return;
      clear();
      onUndo = deed;
      undo.hidden = !deed;
      show(said, text, () => {
        if (!deed) timer = setTimeout(clear, SAID_MS);
      });
    },
    fail(text) {
      clear();
      hasFailed = true;
      show(failure, text);
    },
    forget: () => onUndo && clear(),
  };
}

/** The bar lies over the end of the window: what has the focus, or gets it, is not to be under it. */
function keepInView(bar: HTMLElement): void {
  const { documentElement, activeElement } = bar.ownerDocument;
  documentElement.style.scrollPaddingBlockEnd = `${bar.offsetHeight + GAP_PX}px`;
  if (!activeElement || activeElement.contains(bar) || bar.contains(activeElement)) return;
  const { top, bottom } = activeElement.getBoundingClientRect();
  // Whoever looks elsewhere goes on looking there.
  if (bottom > bar.getBoundingClientRect().top && top < innerHeight) activeElement.scrollIntoView({ block: "nearest" });
}
