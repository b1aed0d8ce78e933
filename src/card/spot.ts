import type { Line } from "./lines.ts";

/** Where a card stands: by its name, or at the end or the start of the window's lower edge. */
export type Spot = "below" | "above" | "end" | "start";

/** With less room than this, in CSS px, a card by its name would be a strip. */
const LEAST_ROOM_PX = 200;
/** Between a card and its name and between it and the window's edge, with its own borders, in CSS px. */
const MARGINS_PX = 16;
/** So much room shows what is read in passing, in CSS px; the rest of a longer card is scrolled to. */
const ENOUGH_ROOM_PX = 400;
/** A sentence may reach so far below the name, in heights of its letters (three lines, as pages are set), before a card under it would seem to belong to nothing. */
const MOST_HEIGHTS = 4.5;

export type View = Pick<Window, "innerWidth" | "innerHeight">;

/**
 * Where the card of a name goes whose line is at `line`, or out of the window: on the side with more room, and there it stays as long as
 * it has room. Beside a name with no room above or below, and for a kept card whose name is out of sight, it stands at the window's edge.
 */
export function spotFor(line: Line | undefined, before: Spot | undefined, { innerWidth, innerHeight }: View): Spot {
  if (!line) return before === "start" ? "start" : "end";
  const room = { above: line.top, below: innerHeight - line.bottom };
  const larger = room.above > room.below ? "above" : "below";
  if (room[larger] < LEAST_ROOM_PX) return line.left + line.right > innerWidth ? "start" : "end";
  const isByName = before === "above" || before === "below";
  return isByName && room[before] >= LEAST_ROOM_PX ? before : larger;
}

/**
 * Where a card of this height leaves the rest of the sentence to be read: above the name, as that has been read already, or below what
 * follows the name in its sentence; undefined where neither place has the room.
 * @param rest the lines of what follows the name in its sentence
 * @returns the spot, and how far below the line of the name the sentence ends, in CSS px
 */
export function spotBesideSentence(
  line: Line,
  rest: readonly Line[],
  height: number,
  { innerHeight }: View,
): { spot: Spot; reach: number } | undefined {
  const reach = Math.max(0, ...rest.map(({ bottom }) => bottom - line.bottom));
  const letters = line.bottom - line.top;
  // What stands a little lower in the same line, as some letters do, is no other line.
  const goesOn = reach > letters / 2;
  const needed = Math.min(Math.max(LEAST_ROOM_PX, height + MARGINS_PX), ENOUGH_ROOM_PX);
  if (goesOn && needed <= line.top) return { spot: "above", reach: 0 };
  const isNear = reach <= MOST_HEIGHTS * letters;
  if (isNear && needed <= innerHeight - line.bottom - reach) return { spot: "below", reach: goesOn ? reach : 0 };
  return undefined;
}
