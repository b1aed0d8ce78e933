import { choicesFor } from "../../src/choices.ts";
import { targetAt } from "../../src/highlights/target.ts";
import { findMentions } from "../../src/mentions/find-mentions.ts";
import { type Evidence, NO_EVIDENCE, type Page, type Passage } from "../../src/mentions/mention.ts";
import type { NameIndex } from "../../src/mentions/name-index.ts";
import { ask } from "../../src/messages.ts";
import { annotate, type Reading } from "../../src/reading.ts";
import { DEFAULTS } from "../../src/settings-schema.ts";
import { judge } from "../../src/text/article.ts";
import { Reader, type ReaderOptions } from "../../src/text/blocks.ts";
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

const nothing = () => {};
const never = () => false;
/** The article, without a pause. */
const AT_ONCE: ReaderOptions = {
  furniture: false,
  isFresh: never,
  isLate: never,
  onRoot: nothing,
  onRootless: nothing,
  onFrame: nothing,
  hasLeft: never,
  onTorn: nothing,
};

/** Page to blocks, as the first reading does it, without listening for changes. */
export function walk(): Sample {
  const watch = new Stopwatch();
  watch.start();
  const reader = new Reader(AT_ONCE);
  reader.read(document.body, true);
  const { added } = new PageText().take(reader);
  watch.stop();
  if (!added.length) throw new Error("this page has no text");
  return { ms: watch.ms };
}

/**
 * Page to painted marks, gate and all, through the extension's own worker. The watch stands still while the page has its turn, and from the end of a send
 * until the answer is there; the browser's reading of the answer, which no script can time, is charged as one `structuredClone` of it. Every question goes to `questions`.
 */
export async function mark(questions: Question[]): Promise<Sample> {
  const reading = new AbortController();
  const watch = new Stopwatch();
  const throughWorker = async (...question: Question) => {
    const answer = ask("findMentions", ...question);
    watch.stop();
    questions.push(structuredClone(question));
    const found = await answer;
    watch.start();
    return structuredClone(found);
  };
  const yielding = scheduler.yield;
  scheduler.yield = async () => {
    watch.stop();
    await yielding.call(scheduler);
    watch.start();
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
  scheduler.yield = yielding;
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

/** How many points of the window are looked at, in a grid. */
const POINTS_A_SIDE = 30;

/** Which mark is under a point, for points all over the window: the mean of a hit test, in ms. */
export async function hitTest(): Promise<Sample> {
  const reading = new AbortController();
  const { reason: _, ...page } = judge(document, new URL(location.href));
  const { signal } = reading;
  const findMentions = (...question: Question) => ask("findMentions", ...question);
  const read = await new Promise<Reading>((resolve, reject) => {
    const options = { findMentions, choices: CHOICES, onMarks: () => resolve(made), onError: reject, signal };
    const made = annotate(document, page, options);
  });
  const watch = new Stopwatch();
  let marks = 0;
  document.body.getBoundingClientRect();
  watch.start();
  for (let i = 0; i < POINTS_A_SIDE ** 2; i++) {
    const x = ((i % POINTS_A_SIDE) + 0.5) * (innerWidth / POINTS_A_SIDE);
    const y = (Math.floor(i / POINTS_A_SIDE) + 0.5) * (innerHeight / POINTS_A_SIDE);
    if (targetAt(document, x, y, read.marksAt)) marks++;
  }
  watch.stop();
  reading.abort();
  return { ms: watch.ms / POINTS_A_SIDE ** 2, marks };
}

/** From the question who somebody is to the entry of a card, in ms. */
export async function entry(): Promise<Sample> {
  const since = performance.now();
  await ask("describe", "vladimir-putin", "Vladimir Putin met Kim Jong Un.", { title: "" }, []);
  return { ms: performance.now() - since };
}

/** Question and answer about one short paragraph, in ms. */
export async function roundTrip(): Promise<Sample> {
  const since = performance.now();
  const passages = [{ id: 0, text: "Vladimir Putin met Kim Jong Un." }];
  const found = await ask("findMentions", passages, { title: "" }, NO_EVIDENCE);
  const marks = found.mentions[0]?.length ?? 0;
  return { ms: performance.now() - since, marks };
}
