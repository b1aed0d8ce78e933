import Mark from "mark.js";
import { findMentions } from "../../src/mentions/find-mentions.ts";
import type { Evidence, Page, Passage } from "../../src/mentions/mention.ts";
import type { NameIndex } from "../../src/mentions/name-index.ts";
import { annotate } from "../../src/reading.ts";
import { Reader } from "../../src/text/blocks.ts";
import { PageText } from "../../src/text/page-text.ts";
import { Stopwatch } from "./stopwatch.ts";

/** mark.js goes one level deeper into the stack for each name, and overflows it at about a thousand. */
const NAMES_AT_ONCE = 200;

/** What one contestant did to the page, and how long it took, in ms. */
export interface Sample {
  readonly ms: number;
  /** The worker's part, which is not in `ms`. */
  readonly workerMs?: number;
  readonly marks?: number;
}

/** The floor for anything that reads a page: every text node in its body once. */
export function walkBare(): Sample {
  const watch = new Stopwatch();
  watch.start();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let chars = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) chars += (node as Text).data.length;
  watch.stop();
  return { ms: check(chars, watch.ms) };
}

/** As the first reading does it, without listening for changes. */
export function walk(): Sample {
  const watch = new Stopwatch();
  watch.start();
  const reader = new Reader();
  reader.read(document.body);
  const { added } = new PageText().take(reader);
  watch.stop();
  return { ms: check(added.length, watch.ms) };
}

/**
 * Everything from page to marks. The page's clock stands still while the worker has the question, and is charged for writing and reading both
 * question and answer. Without a thread of its own (the page's policy forbids workers) the worker's part runs here, in a task of its own.
 */
export async function mark(page: Page, index: NameIndex): Promise<Sample> {
  const reading = new AbortController();
  const watch = new Stopwatch();
  const workerWatch = new Stopwatch();
  const answer = async (...question: [Passage[], Page, Evidence]) => {
    const [passages, about, evidence] = structuredClone(question);
    watch.stop();
    await nextTask();
    workerWatch.start();
    const found = findMentions(passages, about, evidence, index);
    workerWatch.stop();
    await nextTask();
    watch.start();
    return structuredClone(found);
  };
  await new Promise<void>((resolve, reject) => {
    const onMarks = () => {
      watch.stop();
      resolve();
    };
    watch.start();
    annotate(document, page, { findMentions: answer, onMarks, onError: reject, signal: reading.signal });
  });
  const marks = CSS.highlights.get("dramatis-underline")?.size ?? 0;
  reading.abort();
  return { ms: watch.ms, workerMs: workerWatch.ms, marks };
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

export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Uses what a walk found, so that no compiler may leave the walk out. @throws Error where it found nothing */
function check(found: number, ms: number): number {
  if (found === 0) throw new Error("This page has no text");
  return ms;
}
