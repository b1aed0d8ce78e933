import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, distanceTo, isOnSafePath } from "../../src/card/safe-path.ts";

/** A card of 200 × 100. */
const CARD: Box = { left: 0, right: 200, top: 0, bottom: 100 };

type Place = [x: number, y: number];
type Case = [what: string, from: Place, to: Place, is: boolean];

const at = ([x, y]: Place) => ({ x, y });

describe("on the way to the card", () => {
  // biome-ignore format: a table reads best with a case on a line
  const cases: Case[] = [
    ["card below, straight", [100, -50], [100, -40], true],
    ["card below, away", [100, -50], [100, -60], false],
    ["card below, along it", [100, -50], [110, -50], false],
    ["card below, aimed at its right corner", [180, -50], [182, -45], true],
    ["card below, aimed just past that", [180, -50], [183, -43], false],
    ["card below, aimed at its left corner", [20, -50], [18, -45], true],
    ["card below, aimed just past that", [20, -50], [17, -43], false],
    ["card below, nearly 60° off", [100, -50], [117, -40], true],
    ["card below, more than 60° off, though aimed at it", [100, -50], [118, -40], false],
    ["card below, more than 60° off to the left", [100, -50], [82, -40], false],
    ["card above, straight", [100, 150], [100, 149], true],
    ["card above, away", [100, 150], [100, 151], false],
    ["card above, aimed at its corner", [180, 150], [182, 145], true],
    ["card above, aimed just past that", [180, 150], [183, 143], false],
    ["card above, more than 60° off", [100, 150], [118, 140], false],
    ["card on the right, straight", [-50, 50], [-49, 50], true],
    ["card on the right, away", [-50, 50], [-51, 50], false],
    ["card on the right, aimed at its corner", [-50, 80], [-45, 82], true],
    ["card on the right, aimed just past that", [-50, 80], [-43, 83], false],
    ["card on the right, more than 60° off", [-20, 50], [-10, 32], false],
    ["card on the left, straight", [250, 50], [249, 50], true],
    ["card on the left, away", [250, 50], [251, 50], false],
    ["card on the left, aimed at its corner", [250, 20], [245, 18], true],
    ["card on the left, aimed just past that", [250, 20], [243, 17], false],
    ["card at a slant, to the nearest corner", [-30, -30], [-20, -20], true],
    ["card at a slant, to its left side", [-30, -30], [-24, -20], true],
    ["card at a slant, to its upper side", [-30, -30], [-20, -24], true],
    ["card at a slant, aimed at its far corner", [-30, -30], [-27, -17], true],
    ["card at a slant, past that", [-30, -30], [-27, -16], false],
    ["card at a slant, far and flat, but straight from where it began", [-100, -50], [50, -14], true],
    ["card at a slant, past the other", [-30, -30], [-10, -28], false],
    ["onto the edge", [100, -5], [100, 0], true],
    ["into the card in one leap", [100, -500], [100, 50], true],
    ["over the card in one leap", [100, -20], [100, 110], false],
    ["within the card", [100, 50], [120, 40], true],
    ["still on the card", [100, 50], [100, 50], true],
    ["out of the card", [100, 50], [100, -1], false],
    ["from its edge along it", [200, 0], [201, 0], false],
    ["standing still outside", [100, -50], [100, -50], false],
    ["less than a pixel", [100, -50], [100, -49.9], true],
  ];
  it.each(cases)("%s", (_, from, to, is) => {
    expect(isOnSafePath(at(from), at(to), CARD)).toBe(is);
  });

  const place = fc.record({ x: fc.integer({ min: -300, max: 500 }), y: fc.integer({ min: -300, max: 400 }) });

  it("a move gets nearer, or is there", () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        fc.pre(isOnSafePath(from, to, CARD));
        expect(distanceTo(CARD, to) === 0 || distanceTo(CARD, to) < distanceTo(CARD, from)).toBe(true);
      }),
    );
  });

  it("a straight way to any point of the card within 60° of the shortest is safe at each step", () => {
    const inside = fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(place, inside, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (from, goal, part) => {
        const nearest = { x: Math.min(Math.max(from.x, 0), 200), y: Math.min(Math.max(from.y, 0), 100) };
        const turn = Math.abs(angle(from, goal) - angle(from, nearest));
        fc.pre(Math.min(turn, 2 * Math.PI - turn) < Math.PI / 3 - 0.001);
        const to = { x: from.x + part * (goal.x - from.x), y: from.y + part * (goal.y - from.y) };
        // Rounded, a step that aims at the very corner may aim past it.
        const card = { left: -0.01, right: 200.01, top: -0.01, bottom: 100.01 };
        expect(isOnSafePath(from, to, card)).toBe(true);
      }),
    );
  });
});

it.each<[place: Place, distance: number]>([
  [[100, -50], 50],
  [[100, 150], 50],
  [[-50, 50], 50],
  [[250, 50], 50],
  [[-3, -4], 5],
  [[203, 104], 5],
  [[100, 50], 0],
  [[0, 100], 0],
])("%j is %d px from the card", (place, distance) => {
  expect(distanceTo(CARD, at(place))).toBe(distance);
});

function angle(from: { x: number; y: number }, to: { x: number; y: number }): number {
  return Math.atan2(to.y - from.y, to.x - from.x);
}
