import { outOfFrames } from "../text/frames.ts";
import type { Listen } from "../text/windows.ts";

/** A place in the viewport of the page, in CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Listens in the page and in its frames, and tells of an event with a place where that is in the page's viewport. */
export type ListenAt = <K extends keyof WindowEventMap>(
  type: K,
  listener: (event: WindowEventMap[K], at: Point) => void,
) => void;

export function withPlaces(listen: Listen): ListenAt {
  return (type, listener) => listen(type, (event, document) => listener(event, placeOf(event, document)));
}

function placeOf(event: Event, document: Document): Point {
  const { clientX = 0, clientY = 0 } = event as Partial<MouseEvent>;
  return outOfFrames(new DOMRect(clientX, clientY), document);
}
