import { expect, it } from "vitest";
import { readCases } from "../../scripts/spot-cases.ts";
import { guessLanguage } from "../../src/mentions/language.ts";
import { mainLanguage } from "../../src/mentions/limit.ts";

const guesses = readCases("test/spot").map(({ lang, text }) => ({
  lang: mainLanguage(lang),
  guess: guessLanguage(text),
}));

it("is guessed for most texts, and hardly ever wrongly", () => {
  const guessed = guesses.filter(({ guess }) => guess !== undefined);
  const wrong = guessed.filter(({ lang, guess }) => guess !== lang);
  expect(guessed.length / guesses.length).toBeGreaterThanOrEqual(0.75);
  expect(wrong.length / guessed.length).toBeLessThanOrEqual(0.03);
});

it.each(["", "12 345", "Putin Trump Kim", "🇰🇵"])("is not guessed from %j", (text) => {
  expect(guessLanguage(text)).toBeUndefined();
});
