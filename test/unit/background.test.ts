import { beforeAll, expect, it, vi } from "vitest";

type Listener = (question: object, sender: object, sendResponse: (answer: unknown) => void) => true;

/** Stands for the browser, as far as the worker needs it to keep a choice: tabs that are busy do not answer. */
const stub = vi.hoisted(() => ({
  listener: undefined as Listener | undefined,
  stored: {} as Record<string, unknown>,
  told: [] as { tab: number; said: unknown }[],
}));

vi.mock("../../src/browser.ts", () => {
  const area = {
    get: async (keys: string | string[]) =>
      Object.fromEntries(Object.entries(stub.stored).filter(([key]) => keys.includes(key))),
    set: async (values: object) => void Object.assign(stub.stored, values),
  };
  const tabs = [
    { id: 1, url: "https://news.test/a", incognito: false },
    { id: 2, url: "https://news.test/b", incognito: false },
    { id: 3, url: "https://other.test/", incognito: false },
  ];
  return {
    browser: {
      runtime: {
        getURL: (path: string) => `own://id/${path}`,
        onMessage: { addListener: (listener: Listener) => (stub.listener = listener) },
      },
      commands: { onCommand: { addListener() {} } },
      storage: { local: area, session: area },
      tabs: {
        query: async () => tabs,
        sendMessage: (tab: number, said: unknown) => {
          stub.told.push({ tab, said });
          return tab === 1 ? new Promise(() => {}) : Promise.resolve();
        },
      },
    },
  };
});

beforeAll(() => import("../../src/background.ts"));

it("keeps a choice and answers without waiting for the tabs, each of which is told of it however busy another is", async () => {
  const question = { name: "ignore", args: ["putin", true] };
  const sender = { tab: { url: "https://news.test/a", incognito: false }, url: "https://news.test/a" };
  expect(await new Promise((resolve) => stub.listener?.(question, sender, resolve))).toEqual({ value: undefined });
  const saying = (...ignored: string[]) => ({ name: "choices", args: [expect.objectContaining({ ignored })] });
  await vi.waitFor(() =>
    expect(stub.told).toEqual([
      { tab: 1, said: saying("putin") },
      { tab: 2, said: saying("putin") },
      { tab: 3, said: saying() },
    ]),
  );
});
