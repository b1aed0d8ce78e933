import { beforeEach, describe, expect, it, vi } from "vitest";
import { answer, ask, type Handlers, OrphanedError } from "../../src/messages.ts";

type Listener = (question: unknown, sender: object, sendResponse: (answer: unknown) => void) => true | undefined;

/** Stands for the browser's message channel: copies what is sent, as browsers do, and can be told to fail. */
const channel = vi.hoisted(() => ({
  listener: undefined as Listener | undefined,
  failures: [] as string[],
  /** How often only others hear a question, such as a page of the extension. */
  unanswered: 0,
  id: "dramatis" as string | undefined,
  sent: 0,
}));

vi.mock("../../src/browser.ts", () => ({
  browser: {
    runtime: {
      get id() {
        return channel.id;
      },
      onMessage: {
        addListener(listener: Listener) {
          channel.listener = listener;
        },
      },
      async sendMessage(question: unknown) {
        channel.sent++;
        const failure = channel.failures.shift();
        if (failure) throw new Error(failure);
        if (channel.unanswered-- > 0) return undefined;
        const answer = await new Promise((resolve) => {
          const isLater = channel.listener?.(structuredClone(question), { tab: { id: 7 } }, resolve);
          if (isLater !== true) resolve(undefined);
        });
        return structuredClone(answer);
      },
    },
  },
}));

const NOBODY = "Could not establish connection. Receiving end does not exist.";

beforeEach(() => {
  Object.assign(channel, { failures: [], unanswered: 0, id: "dramatis", sent: 0 });
  const handlers: Partial<Handlers> = {
    report: () => true,
    describe: (_, actor) => {
      throw new Error(`no actor has the id ${actor}`);
    },
    findMentions: async (sender, passages) => ({
      mentions: { [passages[0]?.id ?? 0]: [{ actor: `tab-${sender.tab?.id}`, start: 0, end: 1 }] },
      evidence: {},
      revised: {},
      kinds: {},
    }),
  };
  answer(handlers as Handlers, (name) => {
    if (name === "summary") throw new Error("not for web to ask");
  });
});

describe("asking", () => {
  it("gets the handler's value, which knows who asks", async () => {
    const found = await ask("findMentions", [{ id: 3, text: "x" }], { title: "" }, {});
    expect(found.mentions).toEqual({ 3: [{ actor: "tab-7", start: 0, end: 1 }] });
  });

  it("gets the error of a handler that fails", async () => {
    await expect(ask("describe", "nobody", "", { title: "" }, [])).rejects.toThrow(
      "describe: no actor has the id nobody",
    );
  });

  it("gets an error where it is not for the sender to ask, whether somebody handles it or not", async () => {
    await expect(ask("summary")).rejects.toThrow("summary: not for web to ask");
  });

  it("gets an error where nobody handles the question", async () => {
    await expect(ask("loadCard")).rejects.toThrow("no handler is called loadCard");
  });
});

describe("a worker that is starting", () => {
  it.each([
    [1, "answered"],
    [2, "answered"],
    [3, NOBODY],
  ])("after %i times without a listener: %s", async (times, outcome) => {
    vi.useFakeTimers();
    channel.failures = Array.from({ length: times }, () => NOBODY);
    const asked = ask("report", "readable", false, 1).then(
      () => "answered",
      (error: Error) => error.message,
    );
    await vi.runAllTimersAsync();
    expect(await asked).toBe(outcome);
    expect(channel.sent).toBe(Math.min(times + 1, 3));
    vi.useRealTimers();
  });

  it.each([
    [2, "answered"],
    [3, "message port closed"],
  ])("while other pages of the extension hear %i times what they do not answer: %s", async (times, outcome) => {
    vi.useFakeTimers();
    channel.unanswered = times;
    const asked = ask("report", "readable", false, 1).then(
      () => "answered",
      (error: Error) => error.message,
    );
    await vi.runAllTimersAsync();
    expect(await asked).toBe(outcome);
    vi.useRealTimers();
  });

  it("is not asked again after any other failure", async () => {
    channel.failures = ["out of memory"];
    await expect(ask("report", "readable", false, 1)).rejects.toThrow("out of memory");
    expect(channel.sent).toBe(1);
  });
});

describe("a script that outlives its extension", () => {
  it.each(["Extension context invalidated.", undefined])("%s", async (failure) => {
    if (failure) channel.failures = [failure];
    else channel.id = undefined;
    await expect(ask("report", "readable", false, 1)).rejects.toBeInstanceOf(OrphanedError);
  });
});
