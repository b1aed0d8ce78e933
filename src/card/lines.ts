/** A rectangle in the coordinates of the viewport. */
export type Line = Pick<DOMRectReadOnly, "left" | "right" | "top" | "bottom">;

/** Of the lines that show in the window, the one nearest to where a line was; undefined where none shows. */
export function nearestVisible(lines: readonly Line[], before: Line, window: Window) {
  return lines.filter((line) => isInWindow(line, window)).sort((a, b) => distance(a, before) - distance(b, before))[0];
}

/** Whether something of a line is in the window; an edge alone is what a frame cuts off. */
export function isInWindow({ top, bottom, left, right }: Line, { innerWidth, innerHeight }: Window): boolean {
  return bottom > Math.max(top, 0) && top < innerHeight && right > Math.max(left, 0) && left < innerWidth;
}

export function isAtSamePlace(a: Line, b: Line): boolean {
  return distance(a, b) < 1;
}

function distance(a: Line, b: Line): number {
  return Math.hypot(a.left + a.right - b.left - b.right, a.top + a.bottom - b.top - b.bottom) / 2;
}
