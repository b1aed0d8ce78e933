import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dismissed,
  elapsed,
  type Hover,
  NO_HOVER,
  nextDue,
  type Pointer,
  pointed,
  REST_MS,
  REST_PX,
  stirred,
} from "../../src/card/dwell.ts";

/** Two marks of one name are two objects: what counts is the key. */
interface Target {
  readonly key: string;
}

/** What the pointer is over from a moment on, and where; or what the reader does. */
type Step = readonly [at: number, over: string | null, x?: number, y?: number];

/** Keys and buttons among the steps, told from names by their capitals. */
const DEEDS: Record<string, (hover: Hover<Target>) => Hover<Target>> = { ESCAPE: dismissed, STIR: stirred };

const isSame = (a: Target, b: Target) => a.key === b.key;

describe("a trace of the pointer", () => {
  // biome-ignore format: a table reads best with a case on a line
  const cases: [what: string, steps: Step[], shown: string][] = [
    ["a rest opens", [[0, "a"]], "a@300"],
    ["a moment less opens nothing", [[0, "a"], [299, null]], ""],
    ["a trembling hand rests", [[0, "a", 0, 0], [100, "a", 4, 0], [200, "a", 0, -4], [290, "a", 1, 3]], "a@300"],
    ["moving further begins anew", [[0, "a", 0, 0], [200, "a", 4, 1]], "a@500"],
    ["creeping is no rest", [[0, "a", 0], [100, "a", 3], [200, "a", 6], [290, "a", 9], [390, null]], ""],
    ["crossing quickly opens nothing", [[0, "a", 0], [40, "a", 30], [80, null, 60], [120, "b", 90], [160, null, 120]], ""],
    ["from name to name begins anew", [[0, "a"], [250, "b"]], "b@550"],
    ["the card alone opens nothing", [[0, "card"], [900, "card"]], ""],
    ["leaving closes after the grace", [[0, "a"], [1000, null]], "a@300 -@1300"],
    ["moving on outside wins no more grace", [[0, "a"], [1000, null, 9], [1200, null, 99]], "a@300 -@1300"],
    ["moving on the name keeps it", [[0, "a", 0], [900, "a", 50], [1900, "a", 99]], "a@300"],
    ["entering the card keeps it", [[0, "a"], [1000, null], [1299, "card"], [5000, "card"]], "a@300"],
    ["leaving the card closes it", [[0, "a"], [1000, null], [1200, "card"], [2000, null]], "a@300 -@2300"],
    ["coming back keeps it", [[0, "a"], [1000, null], [1299, "a"]], "a@300"],
    ["another name at once takes over without a gap", [[0, "a"], [1000, "b"]], "a@300 b@1300"],
    ["another name after a gap", [[0, "a"], [1000, null], [1100, "b"]], "a@300 -@1300 b@1400"],
    ["crossing another name on the way to the card", [[0, "a"], [1000, "b"], [1100, "card"]], "a@300"],
    ["crossing another name on the way out", [[0, "a"], [1000, "b"], [1100, null]], "a@300 -@1300"],
    ["a press or the wheel ends a rest", [[0, "a"], [200, "STIR"]], ""],
    ["after which a new one opens", [[0, "a"], [200, "STIR"], [250, "a"]], "a@550"],
    ["what is shown stays at a press", [[0, "a"], [400, "STIR"], [900, "a"]], "a@300"],
    ["Escape closes", [[0, "a"], [400, "ESCAPE"]], "a@300 -@400"],
    ["and keeps shut on the name", [[0, "a"], [400, "ESCAPE"], [500, "a", 1], [600, "a", 90], [1200, "a"]], "a@300 -@400"],
    ["until the pointer has left", [[0, "a"], [400, "ESCAPE"], [500, "a"], [600, null], [700, "a"]], "a@300 -@400 a@1000"],
    ["or is on another name", [[0, "a"], [400, "ESCAPE"], [500, "b"], [900, "a"]], "a@300 -@400 b@800 a@1200"],
    ["Escape in a rest prevents it", [[0, "a"], [200, "ESCAPE"], [250, "a"]], ""],
    ["Escape twice is no more", [[0, "a"], [400, "ESCAPE"], [450, "ESCAPE"], [500, "a"]], "a@300 -@400"],
    ["Escape on the way to a name shuts that", [[0, "a"], [400, "b"], [500, "ESCAPE"], [600, "b"]], "a@300 -@500"],
  ];
  it.each(cases)("%s", (_, steps, expected) => {
    expect(story(steps)).toBe(expected);
  });
});

describe("any trace of the pointer", () => {
  const place = fc.integer({ min: 0, max: 6 });
  const step = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom("a", "b", "card", null), place, place);
  const traces = fc
    .array(step, { maxLength: 20 })
    .map((steps) =>
      steps.map(([, over, x, y], i): Step => [sum(steps.slice(0, i + 1).map(([wait]) => wait)), over, x, y]),
    );

  it("shows nothing that the pointer has not rested on in full", () => {
    fc.assert(
      fc.property(traces, (steps) => {
        for (const [, shown, opened] of story(steps).matchAll(/([ab])@(\d+)/g)) {
          const until = Number(opened);
          const rest = steps.filter(([at]) => at >= until - REST_MS && at < until);
          const [since, , fromX = 0, fromY = 0] = rest[0] ?? [];
          expect(since).toBe(until - REST_MS);
          for (const [, over, x = 0, y = 0] of rest) {
            expect(over).toBe(shown);
            expect(Math.hypot(x - fromX, y - fromY)).toBeLessThanOrEqual(REST_PX);
          }
        }
      }),
    );
  });

  it("has nothing to do before the time that is due, and something then", () => {
    fc.assert(
      fc.property(traces, (steps) => {
        let hover: Hover<Target> = NO_HOVER;
        for (const step of steps) {
          hover = wait(hover, step[0]);
          hover = pointed(hover, toPointer(step), isSame);
          const due = nextDue(hover);
          if (due === null) expect(elapsed(hover, Number.POSITIVE_INFINITY)).toBe(hover);
          else {
            expect(elapsed(hover, due - 1)).toBe(hover);
            expect(elapsed(hover, due)).not.toEqual(hover);
          }
        }
      }),
    );
  });
});

/** What is shown from when on, the last "-" for nothing: "a@300 -@1300". */
function story(steps: readonly Step[]): string {
  const shown: string[] = [];
  const tell = (target: Target | null, at: number) => shown.push(`${target?.key ?? "-"}@${at}`);
  let hover: Hover<Target> = NO_HOVER;
  for (const step of steps) {
    const before = wait(hover, step[0], tell);
    const deed = DEEDS[step[1] ?? ""];
    hover = deed ? deed(before) : pointed(before, toPointer(step), isSame);
    if (before.shown && !hover.shown) tell(null, step[0]);
  }
  wait(hover, Number.POSITIVE_INFINITY, tell);
  return shown.join(" ");
}

/** Lets the clock run: whatever is due by then happens, each at its time. */
function wait(
  hover: Hover<Target>,
  until: number,
  tell: (shown: Target | null, at: number) => void = () => {},
): Hover<Target> {
  for (let now = hover; ; ) {
    const due = nextDue(now);
    if (due === null || due > until) return now;
    const next = elapsed(now, due);
    if (next === now) throw new Error(`nothing happened at ${due}`);
    if (next.shown !== now.shown) tell(next.shown, due);
    now = next;
  }
}

function toPointer([at, over, x = 0, y = 0]: Step): Pointer<Target> {
  return { at, x, y, over: over === null || over === "card" ? over : { target: { key: over } } };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
