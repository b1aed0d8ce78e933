import { button, part } from "../card/elements.ts";
import { closeWhenLeft } from "../card/ignored.ts";
import { say, type Words } from "../card/words.ts";

/** Rows in the place of what has just been taken off a list; each offers to put it back, as long as pointer or focus are there and a while more. */
export interface RemovedRows<T> {
  /** What is away, by key. */
  readonly values: ReadonlyMap<string, T>;
  /** @param said what has become of it */
  add(key: string, value: T, said: readonly (Node | string)[], undo: () => void): void;
  /** Nothing has been taken off, after all. */
  drop(key: string): void;
  /** Forgets what is back. @param present whether it is in the list */
  follow(present: (key: string) => boolean): void;
  rowOf(key: string): HTMLElement | undefined;
}

interface Row<T> {
  readonly value: T;
  readonly element: HTMLElement;
  readonly end: () => void;
  /** The list has been without it. */
  isAway: boolean;
}

/** @param onEnd a row's time is over */
export function removedRows<T>(document: Document, words: Words, onEnd: () => void): RemovedRows<T> {
  const rows = new Map<string, Row<T>>();
  const drop = (key: string) => {
    rows.get(key)?.end();
    rows.delete(key);
  };
  return {
    get values() {
      return new Map([...rows].map(([key, { value }]) => [key, value]));
    },
    add(key, value, said, undo) {
      const text = part(document, "span", "removed-text", ...said);
      const back = button(document, "undo", say(words, "undo"));
      text.id = `removed ${key}`.replaceAll(" ", "-");
      back.setAttribute("aria-describedby", text.id);
      // As the button had that it stands for, so that the focus goes from one to the other.
      back.dataset["key"] = key;
      back.addEventListener("click", undo);
      const element = part(document, "li", "item removed", text, back);
      const end = closeWhenLeft(element, () => {
        drop(key);
        onEnd();
      });
      drop(key);
      rows.set(key, { value, element, end, isAway: false });
    },
    drop,
    follow(present) {
      for (const [key, row] of rows) {
        if (!present(key)) row.isAway = true;
        else if (row.isAway) drop(key);
      }
    },
    rowOf: (key) => rows.get(key)?.element,
  };
}
