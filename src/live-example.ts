import type { Choices } from "./choices.ts";
import { world } from "./isolated-world.ts";
import { ask, hear } from "./messages.ts";
import { annotate, type Reading } from "./reading.ts";

/**
 * Reads a page of the extension as web pages are read; with card.js in it, cards open on its marks.
 * @param published the day for which roles are told, YYYY-MM-DD
 */
export function readHere(
  document: Document,
  published: string,
  choices: Choices,
  onError: (error: unknown) => void,
): Reading {
  const { signal } = new AbortController();
  const reading = annotate(
    document,
    { title: "", language: document.documentElement.lang, published },
    {
      signal,
      choices,
      findMentions: (...question) => ask("findMentions", ...question),
      onMarks() {},
      onError,
    },
  );
  world.reading = reading;
  world.openCards?.(reading);
  hear(
    {
      step: (by) => world.deeds?.step(by),
      openAtCursor: () => world.deeds?.openAtCursor(),
      toggleMarks: () => world.deeds?.toggleMarks(),
    },
    signal,
  );
  return reading;
}
