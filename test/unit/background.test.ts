import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ASKERS } from "../../src/protocol.ts";
import { DEFAULTS } from "../../src/settings-schema.ts";

type Listener = (question: object, sender: object, sendResponse: (answer: unknown) => void) => true;

/** Stands for the browser, as far as the worker needs it to keep a choice: tabs that are busy do not answer. */
const stub = vi.hoisted(() => ({
  listener: undefined as Listener | undefined,
  stored: {} as Record<string, unknown>,
  told: [] as { to: number | "own"; said: unknown }[],
  /** By tab, what the browser tells of its address. */
  addresses: {} as Record<number, string | undefined>,
  refused: "",
  titles: [] as unknown[],
  /** What Chromium leaves behind where it could not set an icon; no error, but an object with a message. */
  lastError: undefined as { message: string } | undefined,
}));

vi.mock("../../src/browser.ts", () => {
  const area = {
    get: async (keys: string | string[]) =>
      Object.fromEntries([keys].flat().flatMap((key) => (key in stub.stored ? [[key, stub.stored[key]]] : []))),
    set: async (values: object) => void Object.assign(stub.stored, values),
  };
  const tabOf = (id: number) => ({ id, url: stub.addresses[id], incognito: false });
  const event = { addListener() {} };
  return {
    browser: {
      runtime: {
        id: "id",
        getURL: (path: string) => `own://id/${path}`,
        getBrowserInfo() {},
        get lastError() {
          return stub.lastError;
        },
        sendMessage: async (said: unknown) => void stub.told.push({ to: "own", said }),
        onMessage: { addListener: (listener: Listener) => (stub.listener = listener) },
        onInstalled: event,
      },
      commands: { onCommand: event },
      permissions: {
        contains: async ({ origins }: { origins: string[] }) => !origins.includes(stub.refused),
        onAdded: event,
        onRemoved: event,
      },
      action: {
        setTitle: async (title: object) => void stub.titles.push(title),
        setIcon: (_: object, done: () => void) => done(),
        async setBadgeText() {},
        async setBadgeBackgroundColor() {},
      },
      i18n: { getMessage: (name: string) => (name === "language_tag" ? "en" : name) },
      storage: { local: area, session: area },
      tabs: {
        query: async () => Object.keys(stub.addresses).map((id) => tabOf(Number(id))),
        get: async (id: number) => tabOf(id),
        sendMessage: (tab: number, said: unknown) => {
          stub.told.push({ to: tab, said });
          return tab === 1 ? new Promise(() => {}) : Promise.resolve();
        },
      },
    },
  };
});

beforeAll(() => import("../../src/background.ts"));
beforeEach(() => {
  const addresses = { 1: "https://news.test/a", 2: "https://news.test/b", 3: "https://other.test/", 4: undefined };
  Object.assign(stub, { stored: {}, told: [], addresses, refused: "", titles: [], lastError: undefined });
});

const webPage = (url = "https://news.test/a") => ({ id: "id", tab: { id: 1, url, incognito: false }, url });
const ownPage = {
  id: "id",
  tab: { id: 5, url: "own://id/options.html", incognito: false },
  url: "own://id/options.html",
};
const asked = (name: string, args: unknown[], sender: object) =>
  new Promise<{ error?: string }>((resolve) =>
    stub.listener?.({ name, args }, sender, (answer) => resolve(answer as { error?: string })),
  );

it("keeps a choice and answers without waiting for the tabs, each of which is told to ask, however busy another is", async () => {
  expect(await asked("ignore", ["putin", true], webPage())).toEqual({ value: undefined });
  // Not what has been chosen: another page may be in the tab by the time it hears of it.
  const said = { name: "chosen", args: [] };
  await vi.waitFor(() => expect(stub.told).toEqual([1, 2, 3, 4, "own"].map((to) => ({ to, said }))));
  expect(await asked("choices", [], webPage())).toMatchObject({ value: { ignored: ["putin"] } });
  expect(await asked("choices", [], webPage("https://other.test/"))).toMatchObject({ value: { ignored: [] } });
});

it.each([
  ["importSettings", ["<html>"], "no-json"],
  ["putBack", [{ settings: { ...DEFAULTS, badge: false }, before: DEFAULTS }], false],
])("tells nobody of a change where nothing is stored: %s", async (name, args, value) => {
  expect(await asked(name, args, ownPage)).toEqual({ value });
  expect(await asked("change", [{ badge: false }, false], ownPage)).toEqual({ value: undefined });
  const all = [1, 2, 3, 4, "own"];
  await vi.waitFor(() => expect(stub.told.map(({ to }) => to).slice(0, all.length)).toEqual(all));
  expect(stub.told).toHaveLength(all.length);
});

describe("of all that can be asked", () => {
  const senders = {
    web: webPage(),
    own: ownPage,
    "another extension": { ...ownPage, id: "other" },
    "a page of another extension": { id: "id", tab: ownPage.tab, url: "own://other/options.html" },
    "a sandboxed page": { ...ownPage, origin: "null" },
    "somebody without an address": { id: "id", tab: ownPage.tab },
  };
  const all = Object.entries(ASKERS).flatMap(([name, allowed]) =>
    Object.entries(senders).map(([who, sender]) => ({
      name,
      who,
      sender,
      isAllowed: (allowed as string[]).includes(who),
    })),
  );

  it.each(all.filter(({ isAllowed }) => !isAllowed))("$name is refused to $who, and changes nothing", async (one) => {
    const { error } = await asked(one.name, [], one.sender);
    expect(error).toMatch(/^\w+: not for (?:web|own|anybody) to ask$/);
    expect(stub.stored).toEqual({});
  });

  it.each(all.filter(({ isAllowed }) => isAllowed))("$name is not refused to $who", async (one) => {
    expect((await asked(one.name, [], one.sender)).error ?? "").not.toContain("to ask");
  });
});

describe("the button", () => {
  const report = (sender: object) => asked("report", ["readable", false, 3], sender);

  it.each(["https://news.test/a", "https://news.test/a#below"])(
    "counts on the page that says so, wherever in it, and by whatever address it came: %s",
    async (address) => {
      stub.addresses[1] = address;
      expect(await report({ ...webPage(), url: "https://news.test/front" })).toEqual({ value: true });
      expect(stub.titles).toEqual([{ tabId: 1, title: "toolbar_marked_other" }]);
    },
  );

  it("is left alone where the tab shows another site by the time the worker hears of it", async () => {
    stub.addresses[1] = "https://other.test/";
    expect(await report({ ...webPage("https://other.test/"), url: "https://news.test/a" })).toEqual({ value: false });
    expect(stub.titles).toEqual([]);
  });

  it.each(["https://news.test/next", "https://other.test/a", undefined])(
    "is left alone where the tab shows another page by now: %s",
    async (address) => {
      stub.addresses[1] = address;
      expect(await report(webPage())).toEqual({ value: false });
      expect(stub.titles).toEqual([]);
    },
  );

  it("that cannot have its icon says why, in the browser's words", async () => {
    stub.lastError = { message: "No tab with id: 1." };
    expect(await report(webPage())).toEqual({ error: "report: No tab with id: 1." });
  });

  it("says so where we may read the page no more", async () => {
    stub.refused = "https://news.test/*";
    stub.addresses[1] = undefined;
    expect(await report(webPage())).toEqual({ value: true });
    expect(stub.titles).toEqual([{ tabId: 1, title: "extension_name – why_no_access" }]);
    expect(await asked("choices", [], webPage())).toMatchObject({ value: { marked: [], markedIfAsked: [] } });
  });
});
