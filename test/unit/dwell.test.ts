import { describe, expect, it } from "vitest";
import { elapsed, NO_HOVER, nextDue, opened, pointed, pressed, wanted } from "../../src/card/dwell.ts";
import { askStory, isSame, type Step, story, take, wait } from "./pointer-story.ts";

type Case = [what: string, steps: Step[], shown: string];

describe("what is shown along a trace of the pointer", () => {
  // biome-ignore format: a table reads best with a case on a line
  const cases: Case[] = [
    ["a rest opens", [[0, "a"]], "a@300"],
    ["a moment less opens nothing", [[0, "a"], [299, null]], ""],
    ["a trembling hand rests", [[0, "a", 0, 0], [100, "a", 12, 0], [200, "a", 0, -12], [290, "a", 1, 3]], "a@300"],
    ["moving further begins anew", [[0, "a", 0, 0], [200, "a", 12, 1]], "a@500"],
    ["creeping is no rest", [[0, "a", 0], [100, "a", 9], [200, "a", 18], [290, "a", 27], [390, null]], ""],
    ["a quick move on the spot begins anew", [[0, "a", 0], [20, "a", 10]], "a@320"],
    ["one a little less quick does not", [[0, "a", 0], [21, "a", 10]], "a@300"],
    ["two steps count together, the first quick", [[0, "a", 0], [10, "a", 6], [20, "a", 2]], "a@320"],
    ["the first quick, then slow", [[0, "a", 0], [10, "a", 6], [21, "a", 2]], "a@310"],
    ["a pause slows the steps beside it", [[0, null, 90], [10, "a", 0], [201, "a", 10]], "a@310"],
    ["crossing quickly opens nothing", [[0, "a", 0], [40, "a", 30], [80, null, 60], [120, "b", 90], [160, null, 120]], ""],
    ["from name to name begins anew", [[0, "a"], [250, "b"]], "b@550"],
    ["the card alone opens nothing", [[0, "card"], [900, "card"]], ""],
    ["a press or the wheel ends a rest", [[0, "a"], [200, "STIR"]], ""],
    ["after which a new one opens", [[0, "a"], [200, "STIR"], [250, "a"]], "a@550"],
    ["what is shown stays at a press", [[0, "a"], [400, "STIR"], [900, "a"]], "a@300"],
    ["a press beside it does not stop the grace", [[0, "a"], [400, null], [500, "STIR"]], "a@300 -@700"],

    ["leaving closes after the grace", [[0, "a"], [1000, null]], "a@300 -@1300"],
    ["moving about outside wins no more grace", [[0, "a"], [1000, null, 9], [1200, null, 99]], "a@300 -@1300"],
    ["moving on the name keeps it", [[0, "a", 0], [900, "a", 50], [1900, "a", 99]], "a@300"],
    ["entering the card keeps it", [[0, "a"], [1000, null], [1299, "card"], [5000, "card"]], "a@300"],
    ["leaving the card closes it", [[0, "a"], [1000, null], [1200, "card"], [2000, null]], "a@300 -@2300"],
    ["coming back keeps it", [[0, "a"], [1000, null], [1299, "a"]], "a@300"],

    ["another name takes over sooner", [[0, "a"], [1000, "b"]], "a@300 b@1100"],
    ["but not at once", [[0, "a"], [1000, "b"], [1099, null]], "a@300 -@1300"],
    ["another name after a gap", [[0, "a"], [1000, null], [1100, "b"]], "a@300 b@1200"],
    ["in the very moment in which the grace ends", [[0, "a"], [1000, null], [1200, "b"]], "a@300 b@1300"],
    ["too late for that, a full rest", [[0, "a"], [1000, null], [1201, "b"]], "a@300 -@1300 b@1501"],
    ["reading along another name", [[0, "a"], [1000, "b", 0], [1060, "b", 13], [1120, "b", 26], [1180, null, 39]], "a@300 -@1300"],
    ["crossing another name on the way to the card", [[0, "a"], [1000, "b"], [1090, "card"]], "a@300"],
    ["crossing another name on the way out", [[0, "a"], [1000, "b"], [1090, null]], "a@300 -@1300"],

    ["a step towards the card renews the grace", [[0, "a"], [1000, null, 0, 20], [1250, null, 0, 40]], "a@300 -@1550"],
    ["and another", [[0, "a"], [1000, null, 0, 20], [1250, null, 0, 40], [1500, null, 0, 41]], "a@300 -@1800"],
    ["up to the card", [[0, "a"], [1000, null, 0, 20], [1250, null, 0, 60], [1500, "card", 0, 100]], "a@300"],
    ["after a turn too", [[0, "a"], [1000, null, 60, 0], [1100, null, 120, 0], [1200, null, 120, 10]], "a@300 -@1500"],
    ["a step away does not", [[0, "a"], [1000, null, 0, 20], [1250, null, 0, 19]], "a@300 -@1300"],
    ["nor one past the card's side", [[0, "a"], [1000, null, 190, 20], [1250, null, 202, 30]], "a@300 -@1300"],
    ["nor a step back and forth", [[0, "a"], [1000, null, 0, 20], [1100, null, 0, 8], [1200, null, 0, 20]], "a@300 -@1300"],
    ["but one back from further off does", [[0, "a"], [1000, null, 0, 20], [1100, null, 0, 7], [1200, null, 0, 20]], "a@300 -@1500"],
    ["trembling far off wins nothing either", [[0, "a"], [1000, null, 0, -50], [1100, null, 0, -52], [1200, null, 0, -50]], "a@300 -@1300"],
    ["a name on the way waits for a stop", [[0, "a"], [1000, "b", 0, 20], [1090, "b", 0, 25], [1180, "b", 0, 30]], "a@300 b@1280"],
    ["off the way it does not", [[0, "a"], [1000, "b", 0, 20], [1090, "b", 5, 20], [1180, "b", 10, 20]], "a@300 b@1100"],
    ["without a card there is no way to it", [[0, "b", 0, 20], [150, "b", 0, 25]], "b@300"],

    ["Escape closes", [[0, "a"], [400, "ESCAPE"]], "a@300 -@400"],
    ["and keeps shut on the name", [[0, "a"], [400, "ESCAPE"], [500, "a", 1], [600, "a", 90], [1200, "a"]], "a@300 -@400"],
    ["until the pointer has left", [[0, "a"], [400, "ESCAPE"], [500, "a"], [600, null], [700, "a"]], "a@300 -@400 a@1000"],
    ["or is on another name", [[0, "a"], [400, "ESCAPE"], [500, "b"], [900, "a"]], "a@300 -@400 b@800 a@1000"],
    ["which lets it open again", [[0, "a"], [400, "ESCAPE"], [500, "b"], [600, "a"]], "a@300 -@400 a@900"],
    ["Escape in a rest prevents it", [[0, "a"], [200, "ESCAPE"], [250, "a"]], ""],
    ["Escape twice is no more", [[0, "a"], [400, "ESCAPE"], [450, "ESCAPE"], [500, "a"]], "a@300 -@400"],
    ["Escape on the way to a name shuts that", [[0, "a"], [400, "b"], [450, "ESCAPE"], [600, "b"]], "a@300 -@450"],

    ["a click opens at once", [[0, "a"], [50, "CLICK a"]], "a@50"],
    ["and pins: nothing that the pointer does closes it", [[0, "CLICK a"], [10, null], [400, "b"], [900, "card"], [999, null]], "a@0"],
    ["a click on what a rest has opened pins it", [[0, "a"], [400, "CLICK a"], [500, null]], "a@300"],
    ["also in its grace", [[0, "a"], [400, null], [500, "CLICK a"]], "a@300"],
    ["the next click closes it", [[0, "a"], [400, "CLICK a"], [500, "CLICK a"]], "a@300 -@500"],
    ["and keeps shut on the name", [[0, "CLICK a"], [500, "CLICK a"], [600, "a"], [900, "a", 5]], "a@0 -@500"],
    ["until the pointer has left", [[0, "CLICK a"], [500, "CLICK a"], [600, "a"], [700, null], [800, "a"]], "a@0 -@500 a@1100"],
    ["a third click opens again", [[0, "CLICK a"], [500, "CLICK a"], [600, "CLICK a"], [700, null]], "a@0 -@500 a@600"],
    ["a click on another name moves the pin", [[0, "CLICK a"], [500, "CLICK b"], [600, null]], "a@0 b@500"],
    ["where it stays till clicked again", [[0, "CLICK a"], [500, "CLICK b"], [600, "CLICK b"]], "a@0 b@500 -@600"],
    ["a click during another's rest", [[0, "a"], [200, "CLICK b"]], "b@200"],
    ["Escape closes what is pinned", [[0, "CLICK a"], [500, "ESCAPE"], [600, "a"]], "a@0 -@500"],
    ["the pointer elsewhere, the name opens as ever", [[0, "CLICK a"], [500, "ESCAPE"], [600, null], [700, "a"]], "a@0 -@500 a@1000"],
    ["and so does another", [[0, "CLICK a"], [500, "ESCAPE"], [600, "b"]], "a@0 -@500 b@900"],
    ["a tap or a key opens and pins", [[0, "TAP a"], [100, null], [200, "b"]], "a@0"],
    ["a tap elsewhere moves the pin", [[0, "TAP a"], [500, "TAP b"]], "a@0 b@500"],
    ["a tap opens what was dismissed", [[0, "a"], [400, "ESCAPE"], [500, "TAP a"]], "a@300 -@400 a@500"],

    ["a hurry is one across Escape", [[0, "a", 0], [10, "ESCAPE"], [20, "b", 30], [30, "b", 34]], "b@330"],
    ["across a tap", [[0, null, 0], [5, "TAP a"], [10, "ESCAPE"], [20, "b", 30], [30, "b", 34]], "a@5 -@10 b@330"],
    ["when a card opens", [[0, "a", 0], [299, "a", 0], [302, "b", 30], [312, "b", 34]], "a@300 b@412"],
    ["when one closes", [[0, "a", 0], [1000, null, 0], [1299, null, 0], [1302, "b", 30], [1312, "b", 34]], "a@300 -@1300 b@1612"],
  ];
  it.each(cases)("%s", (_, steps, expected) => {
    expect(story(steps)).toBe(expected);
  });
});

describe("whose entry is wanted along a trace", () => {
  // biome-ignore format: a table reads best with a case on a line
  const cases: Case[] = [
    ["a short rest asks", [[0, "a"], [250, null]], "a@100 -@250"],
    ["a moment less does not", [[0, "a"], [99, null]], ""],
    ["a rest begun anew asks later", [[0, "a", 0], [90, "a", 13]], "a@190 -@390"],
    ["what is shown is not asked for again", [[0, "a"], [1000, null], [1100, "a"]], "a@100 -@300"],
    ["while a card is open the next name asks at once", [[0, "a"], [1000, "b"], [1010, "card"]], "a@100 -@300 b@1000 -@1010"],
    ["beside a pinned card nothing else is asked for", [[0, "CLICK a"], [100, "b"]], ""],
    ["a dismissed name is not asked for", [[0, "a"], [400, "ESCAPE"], [500, "a"]], "a@100 -@300"],
  ];
  it.each(cases)("%s", (_, steps, expected) => {
    expect(askStory(steps)).toBe(expected);
  });
});

describe("the clock", () => {
  const resting = take(NO_HOVER, [0, "a"]);

  it("is due for the question, then for the card", () => {
    expect([0, 99, 100, 200].map((now) => nextDue(resting, now))).toEqual([100, 100, 300, 300]);
  });

  it("lets things happen in their turn, however late it is", () => {
    const shown = wait(resting, 0, 300);
    const elsewhere = take(take(shown, [400, null]), [650, "b"]);
    expect(elapsed(elsewhere, 949).shown).toBeNull();
    expect(elapsed(elsewhere, 950).shown?.key).toBe("b");
  });

  it("stays due when it is late", () => {
    expect(nextDue(resting, 400)).toBe(300);
    expect(nextDue(take(wait(resting, 0, 300), [400, null]), 800)).toBe(700);
  });
});

describe("what is shown", () => {
  it("stays the same object when it is pinned, and is another for another name", () => {
    const shown = wait(take(NO_HOVER, [0, "a"]), 0, 300);
    const again = { key: "a" };
    expect(pressed(shown, again, isSame).shown).toBe(shown.shown);
    expect(opened(shown, again).shown).toBe(again);
  });
});

describe("as the reader has chosen", () => {
  const resting = take(NO_HOVER, [0, "a"]);
  const at = (hover: typeof resting, restMs: number) => nextDue(hover, 0, restMs);

  it.each([0, 50, 1000])("a rest of %i ms opens, and is asked for by then", (restMs) => {
    expect(wanted(resting, Math.min(100, restMs), restMs)?.key).toBe("a");
    expect(elapsed(resting, restMs - 1, restMs).shown).toBeNull();
    expect(elapsed(resting, restMs, restMs).shown?.key).toBe("a");
    expect(at(resting, restMs)).toBe(Math.min(100, restMs) || restMs);
  });

  it("the next name needs no longer rest than the first", () => {
    const shown = take(elapsed(resting, 50, 50), [1000, "b"]);
    expect(elapsed(shown, 1049, 50).shown?.key).toBe("a");
    expect(elapsed(shown, 1050, 50).shown?.key).toBe("b");
  });

  it("a rest opens nothing while it is idle, but a card that is open stays on its name", () => {
    const over = (key: string, at: number, isIdle: boolean) =>
      ({ over: { target: { key } }, x: 0, y: 0, at, isIdle }) as const;
    const idle = pointed(NO_HOVER, over("a", 0, true), isSame);
    expect([idle.resting, nextDue(idle, 0)]).toEqual([null, null]);
    const begun = pointed(idle, over("a", 500, false), isSame);
    const shown = elapsed(begun, 800);
    expect(shown.shown?.key).toBe("a");
    expect(nextDue(pointed(shown, over("a", 900, true), isSame), 900)).toBeNull();
    expect(pointed(shown, over("b", 900, true), isSame)).toMatchObject({ resting: null, leftAt: 900 });
  });
});
