import { describe, expect, it } from "vitest";
import { type Move, speedOf, withMove } from "../../src/card/speed.ts";

/** Each move as x, y and when. */
function track(...moves: [x: number, y: number, at: number][]): readonly Move[] {
  return moves.reduce<readonly Move[]>((all, [x, y, at]) => withMove(all, { x, y, at }), []);
}

describe("the speed of the pointer", () => {
  it.each([
    ["none before the first move", track(), 0],
    ["none at the first", track([50, 50, 10]), 0],
    ["of one step", track([0, 0, 0], [3, 4, 10]), 0.5],
    ["of two steps, by the way and not as the crow flies", track([0, 0, 0], [6, 0, 10], [0, 0, 20]), 0.6],
    ["of two steps of unlike length, by their time", track([0, 0, 0], [20, 0, 10], [21, 0, 100]), 0.21],
    ["steps before these do not count", track([0, 0, 0], [900, 0, 1], [900, 1, 11], [900, 2, 21]), 0.1],
    ["a pause is standing still", track([0, 0, 0], [1, 0, 10_000]), 0.0001],
    ["none where it stands still", track([5, 5, 0], [5, 5, 10]), 0],
    ["none where it stands still within a tick of the clock", track([5, 5, 0], [5, 5, 0]), 0],
    ["beyond measure where it jumps within a tick", track([5, 5, 0], [6, 5, 0]), Number.POSITIVE_INFINITY],
  ])("%s", (_, moves, speed) => {
    expect(speedOf(moves)).toBe(speed);
  });

  it("takes three moves, however many there were", () => {
    expect(track([0, 0, 0], [1, 0, 1], [2, 0, 2], [3, 0, 3], [4, 0, 4])).toEqual([
      { x: 2, y: 0, at: 2 },
      { x: 3, y: 0, at: 3 },
      { x: 4, y: 0, at: 4 },
    ]);
  });
});
