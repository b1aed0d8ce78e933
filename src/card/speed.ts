/** Where the pointer was, in CSS px, and when, in ms. */
export interface Move {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** A pointer as fast as this is on its way to somewhere else. */
export const MAX_SPEED_PX_PER_MS = 0.5;
/** Two steps: one alone may be a jerk of the hand or an unlucky tick of a coarse clock. */
const STEPS = 2;

/** The last moves, as many as tell the speed, once another is made. */
export function withMove(moves: readonly Move[], move: Move): readonly Move[] {
  return [...moves, move].slice(-STEPS - 1);
}

/** px/ms along the way of the moves, pauses counted in; 0 where there is but one. */
export function speedOf(moves: readonly Move[]): number {
  let way = 0;
  let time = 0;
  for (const [i, { x, y, at }] of moves.slice(1).entries()) {
    const before = moves[i] as Move;
    way += Math.hypot(x - before.x, y - before.y);
    time += at - before.at;
  }
  // Two events of one millisecond: a jump, unless the pointer stood still.
  return way === 0 ? 0 : way / time;
}
