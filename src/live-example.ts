import { type Choices, choicesFor } from "./choices.ts";
import { world } from "./isolated-world.ts";
import { ask, hear } from "./messages.ts";
import { annotate, type Reading } from "./reading.ts";
import type { Settings } from "./settings-schema.ts";

/**
 * Reads a page of the extension as web pages are read, once it is told the reader's choices, and follows these as they do; with card.js
 * in it, cards open on its marks.
 * @param published the day for which roles are told, YYYY-MM-DD
 */
export function liveExample(
  document: Document,
  published: string,
  onError: (error: unknown) => void,
): (settings: Settings, own?: Partial<Choices>) => void {
  let reading: Reading | undefined;
  return (settings, own) => {
    // The example has no site, and is all there is to read.
    const choices = { ...choicesFor(settings, ""), furniture: false, ...own };
    if (reading) reading.choices = choices;
    else reading = readHere(document, published, choices, onError);
  };
}

function readHere(document: Document, published: string, choices: Choices, onError: (error: unknown) => void): Reading {
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
