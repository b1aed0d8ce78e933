/** A rectangle in the coordinates of the viewport. */
export type Line = Pick<DOMRectReadOnly, "left" | "right" | "top" | "bottom">;

/** Of the lines that show in the window, the one nearest to where a line was; undefined where none shows. */
export function nearestVisible(lines: readonly Line[], before: Line, { innerWidth, innerHeight }: Window) {
  return lines
    .filter(
      ({ top, bottom, left, right }) =>
        bottom > Math.max(top, 0) && top < innerHeight && right > Math.max(left, 0) && left < innerWidth,
    )
    .sort((a, b) => distance(a, before) - distance(b, before))[0];
}

export function isAtSamePlace(a: Line, b: Line): boolean {
  return distance(a, b) < 1;
}

function distance(a: Line, b: Line): number {
  return Math.hypot(a.left + a.right - b.left - b.right, a.top + a.bottom - b.top - b.bottom) / 2;
}
