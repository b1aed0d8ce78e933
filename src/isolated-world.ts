import type { Overview, Signals } from "./protocol.ts";
import type { Reading } from "./reading.ts";

/** What the reader does on a page with cards, beside moving the pointer. */
export interface Deeds extends Pick<Signals, "step" | "openAtCursor" | "toggleMarks"> {
  /** A click or tap; an event forgets its path once it has been heard. */
  press(event: PointerEvent, path: readonly EventTarget[]): void;
}

/** What content.js and card.js, two scripts in one isolated world, leave for each other. Pages cannot see it. */
export interface IsolatedWorld {
  /** content.js has come; what it finds out about the page may be yet to come. */
  isHere?: true;
  /** The page as it is being read now. */
  reading?: Reading | undefined;
  /** What the page is. */
  shown?: Omit<Overview, "actors" | "leftOut" | "isHidden">;
  /** The mention that the reader has come to from a popup; a mark that is painted anew is another object at the same place. */
  visited?: { readonly block: number; readonly start: number };
  /** Ends what answers a popup; there once one has been open on this page. */
  overview?: AbortController;
  /** The pointer's last move: it may rest on a name by the time card.js has run. */
  pointer?: PointerEvent;
  /** Opens cards on a reading's marks; there once card.js has run. */
  openCards?: (reading: Reading) => void;
  /** There once cards open on the marks of a reading. */
  deeds?: Deeds;
  /** What the reader did while card.js was on its way. */
  done?: (deeds: Deeds) => void;
}

/** No string: by such a name a page's `<a id>` would stand in its place. */
const KEY = Symbol.for("dramatis");
const global = globalThis as { [KEY]?: IsolatedWorld };

global[KEY] ??= {};
export const world = global[KEY];
