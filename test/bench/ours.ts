import { choicesFor } from "../../src/choices.ts";
import { findMentions } from "../../src/mentions/find-mentions.ts";
import type { Evidence, Page, Passage } from "../../src/mentions/mention.ts";
import type { NameIndex } from "../../src/mentions/name-index.ts";
import { ask } from "../../src/messages.ts";
import { annotate } from "../../src/reading.ts";
import { DEFAULTS } from "../../src/settings-schema.ts";
import { judge } from "../../src/text/article.ts";
import { Reader } from "../../src/text/blocks.ts";
import { PageText } from "../../src/text/page-text.ts";
import { Stopwatch } from "./stopwatch.ts";
import type { Sample } from "./tasks.ts";

const CHOICES = choicesFor(DEFAULTS, "");

export type Question = [passages: Passage[], page: Page, evidence: Evidence];

/** Whether the page is an article: all that is done to one that is none. */
export function gate(): Sample {
  const watch = new Stopwatch();
  watch.start();
  judge(document, new URL(location.href));
  watch.stop();
  return { ms: watch.ms };
}

/** Page to blocks, as the first reading does it, without listening for changes. */
export function walk(): Sample {
  const watch = new Stopwatch();
  watch.start();
  const reader = new Reader();
  reader.read(document.body, true);
  const { added } = new PageText().take(reader);
  watch.stop();
  if (!added.length) throw new Error("this page has no text");
  return { ms: watch.ms };
}

/**
 * Page to painted marks, gate and all, through the extension's own worker. The watch stands still from the end of a send until the answer is there; the
 * browser's reading of the answer, which no script can time, is charged as one `structuredClone` of it. Every question goes to `questions`.
 */
export async function mark(questions: Question[]): Promise<Sample> {
  const reading = new AbortController();
  const watch = new Stopwatch();
  const throughWorker = async (...question: Question) => {
    const answer = ask("findMentions", ...question);
    watch.stop();
    questions.push(question);
    const found = await answer;
    watch.start();
    return structuredClone(found);
  };
  await new Promise<void>((resolve, reject) => {
    const onMarks = () => {
      watch.stop();
      resolve();
    };
    watch.start();
    const { reason: _, ...page } = judge(document, new URL(location.href));
    const options = { findMentions: throughWorker, choices: CHOICES, onMarks, onError: reject, signal: reading.signal };
    annotate(document, page, options);
  });
  const marks = CSS.highlights.get("dramatis-underline")?.size ?? 0;
  reading.abort();
  return { ms: watch.ms, longest: watch.longest, marks };
}

/** What the worker does with these questions; here, in the same engine, since the worker's own clock is too coarse. */
export function findAll(questions: readonly Question[], index: NameIndex): Sample {
  const watch = new Stopwatch();
  watch.start();
  for (const question of questions) findMentions(...question, index);
  watch.stop();
  return { ms: watch.ms };
}
