import type { Page } from "puppeteer-core";
import { until } from "../../scripts/drive.ts";
import type { Choices } from "../../src/choices.ts";
import type { Reading } from "../../src/reading.ts";
import type { Stage } from "../stage.ts";
import { inject } from "./inject.ts";

declare global {
  /** A page that `openNames` has opened, being read until `life` ends, and the passages of each question about it. */
  var reading: Reading;
  var life: AbortController;
  var asked: string[][];
  /** How many actors were said to be marked, each time that it was said. */
  var told: number[];
}

/** Opens and reads a page on which every “Name” is marked. */
export async function openNames(stage: Stage, html: string): Promise<Page> {
  const page = await stage.open(`<!doctype html>${html}`);
  await inject(page);
  await readNames(page);
  return page;
}

/** Reads a page that has the stages, as `openNames` does. */
export async function readNames(page: Page, choices: Partial<Choices> = {}): Promise<void> {
  await page.evaluate(async (choices) => {
    let isRead = () => {};
    const read = new Promise<void>((resolve) => (isRead = resolve));
    globalThis.asked = [];
    globalThis.told = [];
    globalThis.life = new AbortController();
    globalThis.reading = stages.annotate(
      document,
      { title: "" },
      {
        signal: globalThis.life.signal,
        choices: { ...stages.usualChoices, ...choices },
        onMarks(actors) {
          globalThis.told.push(actors.size);
          isRead();
        },
        onError: () => {},
        findMentions: async (passages, _, evidence) => {
          globalThis.asked.push(passages.map(({ text }) => text.trim()));
          const found = passages.map(({ id, text }) => {
            const places = [...text.matchAll(/Name/g)];
            return [id, places.map(({ index }) => ({ actor: "a", start: index, end: index + 4 }))];
          });
          return { mentions: Object.fromEntries(found), evidence, revised: {}, kinds: {} };
        },
      },
    );
    await read;
  }, choices);
  await until("the names", () => page.evaluate(() => reading.actors().size > 0));
}
