import { describe, expect, it } from "vitest";
import { spotBesideSentence } from "../../src/card/spot.ts";

const WINDOW = { innerWidth: 1000, innerHeight: 900 };
const LINE_PX = 20;
const lineAt = (top: number, left = 400) => ({ left, right: left + 100, top, bottom: top + LINE_PX });
/** What follows a name at `top`, over so many more lines, 28 px apart. */
const restFrom = (top: number, more: number) => Array.from({ length: more + 1 }, (_, i) => lineAt(top + 28 * i, 0));

describe("the card beside a sentence", () => {
  const at = (top: number, more: number, height = 400) =>
    spotBesideSentence(lineAt(top), restFrom(top, more), height, WINDOW);

  it("stands below a name whose sentence ends in its line, where it fits there", () => {
    expect(at(200, 0)).toEqual({ spot: "below", reach: 0 });
    expect(at(470, 0)).toEqual({ spot: "below", reach: 0 });
  });

  it("stands above a name whose sentence goes on below, where it fits there", () => {
    expect(at(460, 1)).toEqual({ spot: "above", reach: 0 });
    expect(at(460, 9)).toEqual({ spot: "above", reach: 0 });
  });

  it("else below the end of the sentence, where that is near", () => {
    expect(at(200, 1)).toEqual({ spot: "below", reach: 28 });
    expect(at(200, 2)).toEqual({ spot: "below", reach: 56 });
    expect(at(200, 5)).toBeUndefined();
  });

  it("needs no more room than shows what is read in passing, and has no such place where there is less", () => {
    expect(at(420, 2, 800)).toEqual({ spot: "above", reach: 0 });
    expect(at(380, 2, 800)).toEqual({ spot: "below", reach: 56 });
    expect(spotBesideSentence(lineAt(300), restFrom(300, 2), 800, { ...WINDOW, innerHeight: 700 })).toBeUndefined();
    expect(at(300, 2, 100)).toEqual({ spot: "above", reach: 0 });
  });

  it("takes letters that stand a little lower for the same line", () => {
    const rest = [{ ...lineAt(200), bottom: 226 }];
    expect(spotBesideSentence(lineAt(200), rest, 400, WINDOW)).toEqual({ spot: "below", reach: 0 });
  });

  it("takes a sentence that ends with the name for one that goes on nowhere", () => {
    expect(spotBesideSentence(lineAt(200), [], 400, WINDOW)).toEqual({ spot: "below", reach: 0 });
  });
});
