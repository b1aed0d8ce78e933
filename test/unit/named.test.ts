import { beforeEach, expect, it } from "vitest";
import { choicesFor } from "../../src/choices.ts";
import { Named } from "../../src/highlights/named.ts";
import { DEFAULTS } from "../../src/settings-schema.ts";

const CHOICES = choicesFor(DEFAULTS, "a.test");
let named: Named;
const told = () =>
  [...named.marked()].map(([block, mentions]) => `${block}:${mentions.map(({ actor }) => actor)}`).join(" ");

beforeEach(() => {
  named = new Named(CHOICES);
  named.learn({ kim: "person", russia: "state" });
  named.take(0, [
    { actor: "kim", start: 0, end: 3 },
    { actor: "russia", start: 9, end: 15 },
  ]);
  named.take(1, [{ actor: "kim", start: 0, end: 3, conditional: true }]);
});

it("holds back what rests on the rest of the article until all has been read once", () => {
  expect(told()).toBe("0:kim,russia 1:");
  named.isFirstPass = false;
  expect(told()).toBe("0:kim,russia 1:kim");
});

it("leaves out by actor and by kind, and tells of a block where nobody is left", () => {
  named.isFirstPass = false;
  named.choices = { ...CHOICES, ignored: ["kim"] };
  expect(told()).toBe("0:russia 1:");
  named.choices = { ...CHOICES, ignoredKinds: ["state"] };
  expect(told()).toBe("0:kim 1:kim");
  expect([...named.actors()]).toEqual(["kim"]);
});

it("puts new conditional mentions in the place of the old ones, beside the settled", () => {
  named.isFirstPass = false;
  named.revise(0, [{ actor: "putin", start: 20, end: 25, conditional: true }]);
  named.revise(1, []);
  named.revise(2, [{ actor: "putin", start: 0, end: 5, conditional: true }]);
  expect(told()).toBe("0:kim,russia,putin 1: 2:putin");
  named.revise(0, []);
  named.forget(2);
  expect(told()).toBe("0:kim,russia 1:");
});
