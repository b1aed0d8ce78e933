import type { Line } from "./lines.ts";

/** Where a card stands: by its name, or at the end or the start of the window's lower edge. */
export type Spot = "below" | "above" | "end" | "start";

/** With less room than this, in CSS px, a card by its name would be a strip. */
const LEAST_ROOM_PX = 200;

/**
 * Where the card of a name goes whose line is at `line`, or out of the window: on the side with more room, and there it stays as long as
 * it has room. Beside a name with no room above or below, and for a kept card whose name is out of sight, it stands at the window's edge.
 */
export function spotFor(
  line: Line | undefined,
  before: Spot | undefined,
  { innerWidth, innerHeight }: Pick<Window, "innerWidth" | "innerHeight">,
): Spot {
  if (!line) return before === "start" ? "start" : "end";
  const room = { above: line.top, below: innerHeight - line.bottom };
  const larger = room.above > room.below ? "above" : "below";
  if (room[larger] < LEAST_ROOM_PX) return line.left + line.right > innerWidth ? "start" : "end";
  const isByName = before === "above" || before === "below";
  return isByName && room[before] >= LEAST_ROOM_PX ? before : larger;
}
