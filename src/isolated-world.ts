import type { Signals } from "./messages.ts";
import type { Reading } from "./reading.ts";

/** What the reader's keys do on a page with cards. */
export type KeyCommands = Pick<Signals, "step" | "openAtCursor" | "toggleMarks">;

/** What content.js and card.js, two scripts in one isolated world, leave for each other. Pages cannot see it. */
export interface IsolatedWorld {
  /** The page as it is being read now. */
  dramatisReading?: Reading | undefined;
  /** The pointer's last move: it may rest on a name by the time card.js has run. */
  dramatisPointer?: PointerEvent;
  /** Opens cards on a reading's marks; there once card.js has run. */
  dramatisOpenCards?: (reading: Reading) => void;
  /** There once cards open on the marks of a reading. */
  dramatisKeys?: KeyCommands;
  /** The key that the reader pressed while card.js was on its way. */
  dramatisPressed?: (keys: KeyCommands) => void;
}

export const world = globalThis as IsolatedWorld;
