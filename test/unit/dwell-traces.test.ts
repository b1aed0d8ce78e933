import { expect, it } from "vitest";
import { askStory, CARD, type Step, story } from "./pointer-story.ts";

/** A mouse tells its place about as often as the screen is drawn, in ms. */
const TICK_MS = 16;
/** Names stand in lines of text between y = 0 and the card, each line 18 px high, 30 px from the next. */
const LINE_PX = 18;
const LINES: Record<number, string> = { 0: "a", 30: "b", 60: "c" };

const REST_ON_A: Step[] = [[0, "a", 0, 9]];

it("a straight move to the card crosses a gap and two names", () => {
  const move = way([0, 9], [0, 110], { from: 1000, speed: 0.3 });
  expect(duration(move)).toBeGreaterThan(300);
  expect(new Set(move.map(([, over]) => over))).toEqual(new Set(["a", "b", "c", null, "card"]));
  expect(story([...REST_ON_A, ...move])).toBe("a@300");
});

it("so does a slow one, which is long on each of them", () => {
  const move = way([0, 9], [60, 110], { from: 1000, speed: 0.07 });
  expect(duration(move.filter(([, over]) => over === "b"))).toBeGreaterThan(200);
  expect(story([...REST_ON_A, ...move])).toBe("a@300");
});

it("a stop on the way, on another name, is a wish for that", () => {
  const move = way([0, 9], [0, 40], { from: 1000, speed: 0.3 });
  const [stop] = move.at(-1) as Step;
  expect(story([...REST_ON_A, ...move])).toBe(`a@300 b@${stop + 100}`);
});

it("a stop on the way, beside a name, is none", () => {
  const move = way([0, 9], [0, 25], { from: 1000, speed: 0.3 });
  const [stop] = move.at(-1) as Step;
  expect(story([...REST_ON_A, ...move, [stop + 250, null, 1, 24], [stop + 270, null, 0, 25]])).toBe(
    `a@300 -@${stop + 300}`,
  );
});

it("a fast sweep over names opens and asks nothing", () => {
  const move = way([0, -100], [0, 100], { from: 0, speed: 2 });
  expect(move.some(([, over]) => over !== null)).toBe(true);
  expect(story(move)).toBe("");
  expect(askStory(move)).toBe("");
});

it("a hand that settles on a name opens it by the time that it has slowed down", () => {
  const places = [-150, -100, -60, -34, -18, -9, -4, -1, 0];
  const move = places.map((x, i): Step => [i * TICK_MS, "a", x, 9]);
  // From -34 to -9 it went 25 px in two ticks, from -18 to -4 but 14.
  const slowed = places.indexOf(-9) * TICK_MS;
  expect(story(move)).toBe(`a@${slowed + 300}`);
});

it("reading along a line opens nothing, however long the name", () => {
  const move = way([0, 9], [400, 9], { from: 0, speed: 0.2 });
  expect(duration(move)).toBeGreaterThan(1900);
  expect(story([...move, [duration(move) + TICK_MS, null]])).toBe("");
});

it("nor does it while a card is open", () => {
  const move = way([0, 39], [400, 39], { from: 1000, speed: 0.2 });
  expect(story([...REST_ON_A, ...move, [1000 + duration(move) + TICK_MS, null]])).toBe("a@300 -@1300");
});

it("leaving sideways closes after the grace", () => {
  const move = way([0, 22], [150, 22], { from: 1000, speed: 0.3 });
  expect(story([...REST_ON_A, ...move])).toBe("a@300 -@1300");
});

/** The pointer on a straight way, tick by tick, `speed` in px/ms. */
function way(
  [fromX, fromY]: [number, number],
  [toX, toY]: [number, number],
  { from, speed }: { from: number; speed: number },
): Step[] {
  const length = Math.hypot(toX - fromX, toY - fromY);
  const steps: Step[] = [];
  for (let gone = 0, at = from; ; at += TICK_MS) {
    const x = fromX + ((toX - fromX) * gone) / length;
    const y = fromY + ((toY - fromY) * gone) / length;
    steps.push([at, under(y), x, y]);
    if (gone === length) return steps;
    gone = Math.min(length, gone + speed * TICK_MS);
  }
}

function under(y: number): string | null {
  if (y >= CARD.top) return "card";
  const top = Object.keys(LINES).find((top) => y >= Number(top) && y < Number(top) + LINE_PX);
  return top === undefined ? null : (LINES[Number(top)] ?? null);
}

function duration(steps: readonly Step[]): number {
  return (steps.at(-1)?.[0] ?? 0) - (steps[0]?.[0] ?? 0);
}
