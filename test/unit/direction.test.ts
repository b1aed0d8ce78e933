import { expect, it } from "vitest";
import { directionOf } from "../../src/card/direction.ts";

it.each([
  ["en", "ltr"],
  ["ko-KP", "ltr"],
  ["ru", "ltr"],
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["fa", "rtl"],
  ["uz-Arab", "rtl"],
  ["ar-Latn", "ltr"],
])("%s is written %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
