import Mark from "mark.js";
import { choicesFor } from "../../src/choices.ts";
import { findMentions } from "../../src/mentions/find-mentions.ts";
import type { Evidence, Page, Passage } from "../../src/mentions/mention.ts";
import type { NameIndex } from "../../src/mentions/name-index.ts";
import { ask } from "../../src/messages.ts";
import { annotate } from "../../src/reading.ts";
import { DEFAULTS } from "../../src/settings-schema.ts";
import { Reader } from "../../src/text/blocks.ts";
import { PageText } from "../../src/text/page-text.ts";
import { Stopwatch } from "./stopwatch.ts";

const CHOICES = choicesFor(DEFAULTS, "");

/** How long one contestant took, in ms, and how many names it marked. */
export interface Sample {
  readonly ms: number;
  readonly marks?: number;
}

export type Question = [passages: Passage[], page: Page, evidence: Evidence];

/** mark.js goes one level deeper into the stack for each name, and overflows it at about a thousand. */
const NAMES_AT_ONCE = 200;

/** The floor for anything that reads a page: every text node in its body once. */
export function walkBare(): Sample {
  const watch = new Stopwatch();
  watch.start();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let chars = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) chars += (node as Text).data.length;
  watch.stop();
  return { ms: used(chars, watch.ms) };
}

/** Page to blocks, as the first reading does it, without listening for changes. */
export function walk(): Sample {
  const watch = new Stopwatch();
  watch.start();
  const reader = new Reader();
  reader.read(document.body, true);
  const { added } = new PageText().take(reader);
  watch.stop();
  return { ms: used(added.length, watch.ms) };
}

/**
 * Page to marks, through the extension's own worker. The watch stands still from the end of a send until the answer is there; the browser's reading of
 * the answer, which no script can time, is charged as one `structuredClone` of it. Every question goes to `questions`.
 */
export async function mark(page: Page, questions: Question[]): Promise<Sample> {
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
    const options = { findMentions: throughWorker, choices: CHOICES, onMarks, onError: reject, signal: reading.signal };
    annotate(document, page, options);
  });
  const marks = CSS.highlights.get("dramatis-underline")?.size ?? 0;
  reading.abort();
  return { ms: watch.ms, marks };
}

/** What the worker does with these questions; here, in the same engine, since the worker's own clock is too coarse. */
export function findAll(questions: readonly Question[], index: NameIndex): Sample {
  const watch = new Stopwatch();
  watch.start();
  for (const question of questions) findMentions(...question, index);
  watch.stop();
  return { ms: watch.ms };
}

/** The usual library, on the page's main thread for all of it; what it did is undone outside the time. */
export async function markWithMarkJs(names: readonly string[]): Promise<Sample> {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const library = new Mark(document.body);
  const watch = new Stopwatch();
  let marks = 0;
  watch.start();
  try {
    for (let i = 0; i < names.length; i += NAMES_AT_ONCE) {
      marks += await new Promise<number>((done) => {
        const portion = longestFirst.slice(i, i + NAMES_AT_ONCE);
        library.mark(portion, { separateWordSearch: false, accuracy: "exactly", acrossElements: true, done });
      });
    }
    watch.stop();
  } finally {
    library.unmark();
  }
  return { ms: watch.ms, marks };
}

/** Takes note of what a walk found, so that no compiler may leave the walk out. @throws Error where that is nothing */
function used(found: number, ms: number): number {
  if (found === 0) throw new Error("this page has no text");
  return ms;
}
