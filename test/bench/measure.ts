import type { Driver } from "../../scripts/drive.ts";
import type { Actor } from "../../src/digest/schema.ts";
import { askPage } from "./in-page.ts";
import { median, type Spread, spreadOf } from "./spread.ts";
import { CONTESTANTS, type Contestant, type Sample } from "./tasks.ts";

/** One page in one browser; times in ms. */
export interface Figures {
  readonly chars: number;
  /** On a page that has been loaded anew each time, before any code has been run there. */
  readonly cold: Readonly<Record<"floor" | "mark", Spread>>;
  readonly warm: Readonly<Record<Contestant, Spread>>;
  /** The longest stretch without a break of our own, cold. */
  readonly longest: number;
  /** One hit test, the mean over points all over the window. */
  readonly hitTest: number;
  readonly marks: Readonly<Record<Contestant, number | undefined>>;
  /** It was ended before it had marked all: its time is the least that it would have taken. */
  readonly isMarkJsCut: boolean;
  /** Turns of each, warm; fewer where one takes long. */
  readonly runs: Readonly<Record<Contestant, number>>;
}

/** A contestant whose first turn takes longer than this, in ms, gets no more than so many turns. */
const MOST_RUNS = [
  { longerThan: 5000, runs: 1 },
  { longerThan: 1000, runs: 3 },
];
/** Short times are taken as the mean of repetitions that together last for about this many steps of the clock … */
const CLOCK_STEPS = 100;
/** … but of no more than these. */
const MAX_TIMES = 20;
/** These leave the page to the browser to lay out anew, or take too long to be worth repeating. */
const ONCE: readonly Contestant[] = ["markJs", "regexWrap"];

export async function measure(driver: Driver, url: string, actors: readonly Actor[], runs: number): Promise<Figures> {
  const cold = await measureCold(driver, url, runs);
  return { ...(await measureWarm(driver, url, actors, runs)), ...cold };
}

/** Floor and ours in turn, each on a page of its own. */
async function measureCold(driver: Driver, url: string, runs: number): Promise<Pick<Figures, "cold" | "longest">> {
  const samples: Record<"floor" | "mark", Sample[]> = { floor: [], mark: [] };
  for (let run = 0; run < runs; run++) {
    for (const contestant of run % 2 ? (["floor", "mark"] as const) : (["mark", "floor"] as const)) {
      const page = await driver.open(url);
      samples[contestant].push(await askPage(page, "cold", contestant));
      await page.close();
    }
  }
  const times = (of: readonly Sample[]) => spreadOf(of.map(({ ms }) => ms));
  return {
    cold: { floor: times(samples.floor), mark: times(samples.mark) },
    longest: median(samples.mark.map(({ longest = 0 }) => longest)),
  };
}

/** All contestants in every run on one page, each run beginning with the next of them. */
async function measureWarm(
  driver: Driver,
  url: string,
  actors: readonly Actor[],
  runs: number,
): Promise<Pick<Figures, "warm" | "marks" | "isMarkJsCut" | "chars" | "runs" | "hitTest">> {
  const page = await driver.open(url);
  try {
    const { clockStep, chars } = await askPage(page, "prepare", [...actors]);
    const samples = each((): Sample[] => []);
    let times = 1;
    for (let run = 0; run < runs; run++) {
      const begin = run % CONTESTANTS.length;
      // The worker's questions come from our own first turn.
      const order = run ? [...CONTESTANTS.slice(begin), ...CONTESTANTS.slice(0, begin)] : CONTESTANTS;
      for (const contestant of order) {
        const first = samples[contestant][0]?.ms ?? 0;
        const most = MOST_RUNS.find(({ longerThan }) => first > longerThan)?.runs ?? runs;
        if (samples[contestant].length >= most) continue;
        samples[contestant].push(await askPage(page, "sample", contestant, ONCE.includes(contestant) ? 1 : times));
      }
      const least = Math.min(...samples.bare.map(({ ms }) => ms));
      times = Math.min(MAX_TIMES, Math.ceil((CLOCK_STEPS * clockStep) / Math.max(least, clockStep)));
    }
    const { ms: hitTest } = await askPage(page, "cold", "hitTest");
    return {
      chars,
      hitTest,
      warm: each((contestant) => spreadOf(samples[contestant].map(({ ms }) => ms))),
      marks: each((contestant) => samples[contestant][0]?.marks),
      isMarkJsCut: samples.markJs.some(({ isCut }) => isCut),
      runs: each((contestant) => samples[contestant].length),
    };
  } finally {
    await page.close();
  }
}

function each<T>(of: (contestant: Contestant) => T): Record<Contestant, T> {
  return Object.fromEntries(CONTESTANTS.map((contestant) => [contestant, of(contestant)])) as Record<Contestant, T>;
}
