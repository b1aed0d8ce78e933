import fc from "fast-check";
import { expect, it } from "vitest";
import {
  elapsed,
  type Hover,
  NEXT_REST_MS,
  NO_HOVER,
  nextDue,
  REST_MS,
  REST_PX,
  wanted,
} from "../../src/card/dwell.ts";
import { MAX_SPEED_PX_PER_MS, type Move, speedOf } from "../../src/card/speed.ts";
import { type Step, type Target, take, wait } from "./pointer-story.ts";

const moved = fc.constantFrom("a", "b", "card", null);
const done = fc.constantFrom("ESCAPE", "STIR", "CLICK a", "CLICK b", "TAP a");
const moves = traces(moved);
const movesAndDeeds = traces(fc.oneof({ weight: 6, arbitrary: moved }, { weight: 1, arbitrary: done }));

it("time opens nothing that the pointer has not rested on in full", () => {
  fc.assert(
    fc.property(movesAndDeeds, (steps) => {
      const made: Move[] = [];
      follow(steps, (before, after, at, step) => {
        if (step && isMove(step) && !before.isPinned) made.push({ at, x: step[2] ?? 0, y: step[3] ?? 0 });
        if (step || !after.shown || after.shown === before.shown) return;
        const since = at - (before.shown ? NEXT_REST_MS : REST_MS);
        const meanwhile = steps.filter(([time]) => time >= since && time < at);
        expect(new Set(meanwhile.map(([, over]) => over))).toEqual(new Set([after.shown.key]));
        const start = made.findIndex((move) => move.at === since);
        expect(start).not.toBe(-1);
        const from = made[start] as Move;
        for (const [i, { x, y }] of made.entries()) {
          if (i <= start) continue;
          expect(Math.hypot(x - from.x, y - from.y)).toBeLessThanOrEqual(REST_PX);
          expect(speedOf(made.slice(Math.max(0, i - 2), i + 1))).toBeLessThan(MAX_SPEED_PX_PER_MS);
        }
      });
    }),
  );
});

it("nothing is to be done or asked before the time that is due, and something then", () => {
  fc.assert(
    fc.property(movesAndDeeds, (steps) => {
      follow(steps, (_, hover, now) => {
        const due = nextDue(hover, now);
        const before = due === null ? Number.POSITIVE_INFINITY : due - 1;
        expect(elapsed(hover, before)).toBe(hover);
        expect(wanted(hover, Math.max(now, before))).toBe(wanted(hover, now));
        if (due === null) return;
        const isAsked = wanted(hover, due) !== wanted(hover, now);
        expect(elapsed(hover, due).shown !== hover.shown || isAsked).toBe(true);
      });
    }),
  );
});

it("a late clock makes up for what it missed", () => {
  fc.assert(
    fc.property(movesAndDeeds, fc.integer({ min: 0, max: 700 }), (steps, late) => {
      follow(steps, (_, hover, now) => {
        expect(elapsed(hover, now + late)).toEqual(wait(hover, now, now + late));
      });
    }),
  );
});

it("neither moves nor time close or change a pinned card", () => {
  fc.assert(
    fc.property(movesAndDeeds, fc.constantFrom("CLICK a", "TAP a"), moves, (steps, deed, later) => {
      const start = follow(steps);
      fc.pre(!start.isPinned);
      const pinned = take(start, [0, deed]);
      expect(pinned.shown?.key).toBe("a");
      for (const step of later) expect(take(pinned, step)).toBe(pinned);
      expect(elapsed(pinned, Number.POSITIVE_INFINITY)).toBe(pinned);
      expect(nextDue(pinned, 0)).toBeNull();
    }),
  );
});

it("an entry is wanted only of what is shown or under the pointer", () => {
  fc.assert(
    fc.property(movesAndDeeds, (steps) => {
      let under: string | null = null;
      follow(steps, (_, hover, now, step) => {
        if (step && isMove(step)) under = step[1];
        const key = wanted(hover, now)?.key;
        if (key !== undefined) expect([hover.shown?.key, under]).toContain(key);
      });
    }),
  );
});

/** Visits of a few moves each, with pauses short and long, by little and by much: some rest, some hurry, some head for the card. */
function traces(overs: fc.Arbitrary<string | null>): fc.Arbitrary<Step[]> {
  const pause = fc.oneof(...[9, 90, 400].map((max) => fc.integer({ min: 1, max })));
  const place = fc.oneof(...[9, 60].map((max) => fc.integer({ min: 0, max })));
  const visit = fc.tuple(overs, fc.array(fc.tuple(pause, place, place), { minLength: 1, maxLength: 5 }));
  return fc.array(visit, { maxLength: 9 }).map((visits) => {
    let now = 0;
    return visits.flatMap(([over, moves]) =>
      moves.map(([pause, x, y]): Step => {
        now += pause;
        return [now, over, x, y];
      }),
    );
  });
}

function isMove([, over]: Step): boolean {
  return over === null || !/^[A-Z]/.test(over);
}

/** Lives through a trace; `see` is told of every step, and of what time alone brought about. */
function follow(
  steps: readonly Step[],
  see: (before: Hover<Target>, after: Hover<Target>, at: number, step?: Step) => void = () => {},
): Hover<Target> {
  let hover: Hover<Target> = NO_HOVER;
  let now = 0;
  const passed = (after: Hover<Target>, at: number) => {
    see(hover, after, at);
    hover = after;
  };
  for (const step of steps) {
    wait(hover, now, step[0], passed);
    const before = hover;
    hover = take(before, step);
    now = step[0];
    see(before, hover, now, step);
  }
  wait(hover, now, Number.POSITIVE_INFINITY, passed);
  return hover;
}
