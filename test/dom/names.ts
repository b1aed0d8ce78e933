import type { Page } from "puppeteer-core";
import { until } from "../../scripts/drive.ts";
import type { Reading } from "../../src/reading.ts";
import type { Stage } from "../stage.ts";
import { inject } from "./inject.ts";

declare global {
  /** A page that `openNames` has opened, being read. */
  var reading: Reading;
}

/** Opens and reads a page on which every “Name” is marked. */
export async function openNames(stage: Stage, html: string): Promise<Page> {
  const page = await stage.open(`<!doctype html>${html}`);
  await inject(page);
  await page.evaluate(async () => {
    let isRead = () => {};
    const read = new Promise<void>((resolve) => (isRead = resolve));
    globalThis.reading = stages.annotate(
      document,
      { title: "" },
      {
        signal: new AbortController().signal,
        choices: stages.usualChoices,
        onMarks: () => isRead(),
        onError: () => {},
        findMentions: async (passages, _, evidence) => {
          const found = passages.map(({ id, text }) => {
            const places = [...text.matchAll(/Name/g)];
            return [id, places.map(({ index }) => ({ actor: "a", start: index, end: index + 4 }))];
          });
          return { mentions: Object.fromEntries(found), evidence, revised: {}, kinds: {} };
        },
      },
    );
    await read;
  });
  await until("the names", () => page.evaluate(() => reading.actors().size > 0));
  return page;
}
