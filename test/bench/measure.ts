import type { Page } from "puppeteer-core";
import { type Driver, until } from "../../scripts/drive.ts";
import type { Actor } from "../../src/digest/schema.ts";
import type { Sample } from "./contestants.ts";
import { ANSWER, ASK, type Contestant, type Tasks } from "./tasks.ts";

/** One page in one browser; times in ms. */
export interface Figures {
  readonly chars: number;
  readonly medians: Readonly<Record<Contestant, number>>;
  /** From page to marks on the freshly loaded page, before any code has been run there. */
  readonly firstMark: number;
  readonly marks: { readonly mark: number; readonly markJs: number };
  readonly runs: number;
  readonly markJsRuns: number;
}

/** Our own first: its first turn meets a page that nobody has walked. */
const CONTESTANTS: readonly Contestant[] = ["mark", "worker", "bare", "walk", "markJs"];
/** From this time on, in ms, mark.js gets no more than so many runs. */
const LONG_MS = 2000;
const LONG_RUNS = 3;
/** Short times are taken as the mean of repetitions that together last for about this many steps of the clock … */
const CLOCK_STEPS = 100;
/** … but of no more than these. */
const MAX_TIMES = 20;

/** All contestants in every run, each run beginning with the next of them. */
export async function measure(driver: Driver, url: string, actors: readonly Actor[], runs: number): Promise<Figures> {
  const page = await driver.open(url);
  try {
    const { clockStep, chars } = await ask(page, "prepare", [...actors]);
    const samples: Record<Contestant, Sample[]> = { mark: [], worker: [], bare: [], walk: [], markJs: [] };
    let times = 1;
    for (let run = 0; run < runs; run++) {
      const first = run % CONTESTANTS.length;
      for (const contestant of [...CONTESTANTS.slice(first), ...CONTESTANTS.slice(0, first)]) {
        const isLong = contestant === "markJs" && (samples.markJs[0]?.ms ?? 0) > LONG_MS;
        if (isLong && run >= LONG_RUNS) continue;
        samples[contestant].push(await ask(page, "sample", contestant, contestant === "markJs" ? 1 : times));
      }
      const least = Math.min(...samples.bare.map(({ ms }) => ms));
      times = Math.min(MAX_TIMES, Math.ceil((CLOCK_STEPS * clockStep) / Math.max(least, clockStep)));
    }
    return { chars, runs, ...figuresOf(samples) };
  } finally {
    await page.close();
  }
}

function figuresOf(samples: Record<Contestant, Sample[]>) {
  const time = (contestant: Contestant) => median(samples[contestant].map(({ ms }) => ms));
  const marks = (contestant: Contestant) => samples[contestant][0]?.marks ?? 0;
  return {
    medians: {
      bare: time("bare"),
      walk: time("walk"),
      mark: time("mark"),
      worker: time("worker"),
      markJs: time("markJs"),
    },
    firstMark: samples.mark[0]?.ms ?? 0,
    marks: { mark: marks("mark"), markJs: marks("markJs") },
    markJsRuns: samples.markJs.length,
  };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  return sorted.length % 2 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] as number)) / 2;
}

/** @throws Error with what went wrong in the page */
async function ask<N extends keyof Tasks>(
  page: Page,
  name: N,
  ...args: Parameters<Tasks[N]>
): Promise<Awaited<ReturnType<Tasks[N]>>> {
  // The content script may come a little after the page has loaded.
  const question = JSON.stringify([name, ...args]);
  const answer = await until("the bench in the page", () => page.evaluate(askInPage, question, ASK, ANSWER));
  const { value, error } = JSON.parse(answer);
  if (error) throw new Error(error);
  return value;
}

/** Runs in the page; undefined where nobody listens. */
function askInPage(question: string, askEvent: string, answerEvent: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    document.addEventListener(answerEvent, (event) => resolve((event as CustomEvent<string>).detail), { once: true });
    const isUnheard = document.dispatchEvent(new CustomEvent(askEvent, { detail: question, cancelable: true }));
    if (isUnheard) resolve(undefined);
  });
}
