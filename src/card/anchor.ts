import type { Line } from "./lines.ts";

/** A name on the page that a card can open on. */
export interface Anchor {
  /** Tells one mention from another. */
  readonly key: string;
  /** A node of the name, in the page or in a frame of it. */
  readonly node: Node;
  /** The line of the name that the pointer is on. */
  readonly line: Line;
  /** The lines of the name as they are now; none once it has left the page or is hidden. */
  lines(): readonly Line[];
  /** The lines of what follows the name in its sentence. */
  rest(): readonly Line[];
}
