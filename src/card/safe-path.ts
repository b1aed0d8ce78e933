/** A place in the viewport, in CSS px. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** The card as it stands in the viewport, in CSS px. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far a move may turn from the shortest way, to either side: a cone of 120°. Flatter, it runs along a wide card and not to it. */
const MAX_TURN_RAD = Math.PI / 3;

/**
 * Whether a move heads for the card: it stays in the triangle that has its tip where the move began and spans what is seen
 * of the card from there. Such a move always gets nearer; one that leaps over the card is not on its way there.
 */
export function isOnSafePath(from: Place, to: Place, card: Box): boolean {
  const step = between(from, to);
  const ahead = shortestWay(to, card);
  if (length(ahead) === 0) return true;
  const way = shortestWay(from, card);
  const isStraight = dot(step, way) >= Math.cos(MAX_TURN_RAD) * length(step) * length(way);
  return isStraight && isAimedAt(from, step, card) && dot(step, ahead) > 0;
}

/** px; 0 on the card. */
export function distanceTo(card: Box, place: Place): number {
  return length(shortestWay(place, card));
}

/** The line of a step hits the card where corners lie on both sides of it. */
function isAimedAt(from: Place, step: Place, { left, right, top, bottom }: Box): boolean {
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => between(from, { x, y })));
  const sides = corners.map(({ x, y }) => step.x * y - step.y * x);
  return Math.min(...sides) <= 0 && Math.max(...sides) >= 0;
}

function shortestWay({ x, y }: Place, { left, right, top, bottom }: Box): Place {
  return { x: Math.max(left - x, Math.min(0, right - x)), y: Math.max(top - y, Math.min(0, bottom - y)) };
}

function between(from: Place, to: Place): Place {
  return { x: to.x - from.x, y: to.y - from.y };
}

function dot(a: Place, b: Place): number {
  return a.x * b.x + a.y * b.y;
}

function length({ x, y }: Place): number {
  return Math.hypot(x, y);
}
