import { expect, it } from "vitest";
import { freshness } from "../../src/pages/freshness.ts";

it("an answer is out of date once another question has been asked", () => {
  const { ask } = freshness();
  const isFirst = ask();
  expect(isFirst()).toBe(true);
  const isSecond = ask();
  expect([isFirst(), isSecond()]).toEqual([false, true]);
});

it.each([
  ["kept", (done: () => void) => done()],
  ["refused", (_: () => void, fail: (error: Error) => void) => fail(new Error("full"))],
])(
  "none is up to date while a change is on its way, of several the last, and the next one is once that is %s",
  async (_, settle) => {
    const { ask, during } = freshness();
    const isFirst = ask();
    let end = () => {};
    const long = during(new Promise<void>((done, fail) => (end = () => settle(done, fail))));
    expect(await during(Promise.resolve("kept"))).toBe("kept");
    const isSecond = ask();
    expect([isFirst(), isSecond()]).toEqual([false, false]);
    end();
    await long.catch(({ message }) => expect(message).toBe("full"));
    expect([isFirst(), isSecond()]).toEqual([false, true]);
  },
);
