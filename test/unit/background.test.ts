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
      Object.fromEntries([keys].flat().flatMap((key) => (key in stub.stored ? [[key, stub.stored[key]]] : []))),
    set: async (values: object) => void Object.assign(stub.stored, values),
  };
  const tabs = [
    { id: 1, url: "https://news.test/a", incognito: false },
    { id: 2, url: "https://news.test/b", incognito: false },
    { id: 3, url: "https://other.test/", incognito: false },
    { id: 4, incognito: false },
  ];
  return {
    browser: {
      runtime: {
        getURL: (path: string) => `own://id/${path}`,
        onMessage: { addListener: (listener: Listener) => (stub.listener = listener) },
        onInstalled: { addListener() {} },
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
  const said = (ignored: string[]) => ({ name: "choices", args: [expect.objectContaining({ ignored })] });
  await vi.waitFor(() =>
    expect(stub.told).toEqual([
      { tab: 1, said: said(["putin"]) },
      { tab: 2, said: said(["putin"]) },
      { tab: 3, said: said([]) },
    ]),
  );
});

it.each([
  ["settings", [false]],
  ["change", [{ isOn: false }, false]],
  ["reset", []],
  ["putBack", [{ settings: {}, before: {} }]],
  ["exportSettings", []],
  ["importSettings", ['{"isOn":false}']],
  ["ignoredEverywhere", []],
  ["summary", []],
  ["findActors", [""]],
  ["wholeEntry", ["kim-jong-un"]],
  ["sourceEntry", ["one"]],
])("answers no web page that asks for %s", async (name, args) => {
  const before = structuredClone(stub.stored);
  const sender = { tab: { url: "https://news.test/a", incognito: false }, url: "https://news.test/a" };
  expect(await new Promise((resolve) => stub.listener?.({ name, args }, sender, resolve))).toEqual({
    error: `${name}: only a page of the extension can ask this`,
  });
  expect(stub.stored).toEqual(before);
});
