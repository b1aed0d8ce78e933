import type { Reading } from "./reading.ts";

/** What content.js and card.js, two scripts in one isolated world, leave for each other. Pages cannot see it. */
export interface IsolatedWorld {
  /** The page as it is being read now. */
  dramatisReading?: Reading | undefined;
  /** The pointer's last move: it may rest on a name by the time card.js has run. */
  dramatisPointer?: PointerEvent;
  /** Opens cards on a reading's marks; there once card.js has run. */
  dramatisOpenCards?: (reading: Reading) => void;
}

export const world = globalThis as IsolatedWorld;
