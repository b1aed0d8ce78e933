import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/mentions/fold.ts";
import { tokenise } from "../../src/mentions/tokens.ts";
import { anyText } from "./any-text.ts";

const THOROUGHLY = { numRuns: 1000 };

describe("the words of any text", () => {
  it("stand at their offsets, in order, none overlapping", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0;
        for (const { text: word, start, end } of tokenise(text).tokens) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(fold(text.slice(start, end)).text).toBe(word);
          before = end;
        }
      }),
      THOROUGHLY,
    );
  });

  it("do not change when they are folded again", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = fold(text).text;
        expect(fold(once).text).toBe(once);
      }),
      THOROUGHLY,
    );
  });
});

describe("folding", () => {
  const examples: [what: string, text: string, folded: string][] = [
    ["case", "NATO", "nato"],
    ["a soft hyphen", "Pu\u00adtin", "putin"],
    ["a zero-width space", "Pu\u200btin", "putin"],
    ["a no-break space", "Kim\u00a0Jong\u202fUn", "kim jong un"],
    ["curly apostrophes", "Putin’s ‛Yun＇", "putin's 'yun'"],
    ["dashes", "Kim Jong‑un – Park—Lee −", "kim jong-un - park-lee -"],
    ["ß", "Weiß", "weiss"],
    ["ẞ, the capital", "WEIẞ", "weiss"],
    ["é in one character", "Andr\u00e9", "andre"],
    ["é in two", "Andre\u0301", "andre"],
    ["Vietnamese", "Tô Lâm, Đỗ", "to lam, do"],
    ["ligatures and strokes", "Łukasz Øre ﬁn Ǽ", "lukasz ore fin ae"],
    ["Cyrillic ё and й", "Королёв Сергей", "королев сергеи"],
    ["the Greek sigma at a word's end", "ΤΣΙΠΡΑΣ Τσίπρας", "τσιπρασ τσιπρασ"],
    ["the Turkish İ", "İstanbul ılı", "istanbul ili"],
    ["full width", "Ｐｕｔｉｎ\u3000＠", "putin @"],
    ["Hangul as it is", "푸틴", "푸틴"],
    ["half a surrogate pair as it is", "a\ud83dB", "a\ud83db"],
  ];
  it.each(examples)("takes %s", (_, text, folded) => {
    expect(fold(text).text).toBe(folded);
  });
});

describe("words", () => {
  // biome-ignore format: a table reads best with a case on a line
  const examples: [what: string, text: string, words: [word: string, written: string, capitals: string][]][] = [
    ["after an emoji", "👩‍🚀🇷🇺 Putin", [["putin", "Putin", "first"]]],
    ["touching an emoji with a variation selector", "❤️Putin", [["putin", "Putin", "first"]]],
    ["with a soft hyphen inside", "Pu\u00adtin!", [["putin", "Pu\u00adtin", "first"]]],
    ["with an accent of its own", "Jose\u0301.", [["jose", "Jose\u0301", "first"]]],
    ["that grow when folded", "Weiß und", [["weiss", "Weiß", "first"], ["und", "und", "none"]]],
    ["with digits", "G7 7th", [["g7", "G7", "all"], ["7th", "7th", "none"]]],
    ["of a script without capitals", "북한", [["북한", "북한", "all"]]],
    ["of Hindi, with vowel signs", "हिन्दी", [["हिन्दी", "हिन्दी", "all"]]],
  ];
  it.each(examples)("%s", (_, text, words) => {
    const found = tokenise(text).tokens.map((token) => [
      token.text,
      text.slice(token.start, token.end),
      token.capitals,
    ]);
    expect(found).toEqual(words);
  });
});
