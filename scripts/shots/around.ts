import type { Box } from "../drive.ts";

/** So much of the page is seen around a card, in CSS px. */
const MARGIN_PX = 24;

/** The smallest box in whole px that holds all of them with a margin, as far as the window goes. */
export function around(boxes: readonly Box[], window: Box): Box {
  const left = Math.max(window.x, Math.floor(Math.min(...boxes.map(({ x }) => x)) - MARGIN_PX));
  const top = Math.max(window.y, Math.floor(Math.min(...boxes.map(({ y }) => y)) - MARGIN_PX));
  const right = Math.min(
    window.x + window.width,
    Math.ceil(Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN_PX),
  );
  const bottom = Math.min(
    window.y + window.height,
    Math.ceil(Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN_PX),
  );
  return { x: left, y: top, width: right - left, height: bottom - top };
}
