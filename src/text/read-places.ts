import type { Reader } from "./blocks.ts";
import type { Due } from "./due.ts";
import { type Container, containerOf } from "./elements.ts";
import { within, withinLeftOut } from "./skipped.ts";

/** What is done in pieces: the page can have its turn at each. */
export type Pauses<T = void> = Generator<void, T>;

/**
 * Reads the places that are due, wherever they are still to be read.
 * @param isAll the whole page is, whatever it stands in
 * @returns which containers are there no more, or hidden by now
 */
export function* readPlaces(
  reader: Reader,
  { dirty, fresh }: Due,
  furniture: boolean,
  isAll: boolean,
): Pauses<(container: Container) => boolean> {
  const isLeftOut = withinLeftOut(furniture);
  const isInNew = within((node) => fresh.has(node));
  function* readIn(container: Container, isNew: boolean): Pauses {
    if (!container.isConnected || (!isAll && isLeftOut(container))) {
      reader.containers.push(container);
      return;
    }
    for (let isThrough = reader.read(container, isNew); !isThrough; isThrough = reader.goOn()) yield;
  }
  // What was read already, with a new element around it, is read with that; so is a new one in a line.
  for (const container of dirty) if (!isInNew(container)) yield* readIn(container, false);
  for (const node of fresh) {
    const { parentNode: parent } = node;
    if (parent && !isInNew(parent) && !dirty.has(containerOf(parent) as Container))
      yield* readIn(node as Element, true);
  }
  const hidden = new Set([...fresh].filter(isLeftOut));
  const isHidden = within((node) => hidden.has(node));
  return (container) => !container.isConnected || (hidden.size > 0 && isHidden(container));
}
