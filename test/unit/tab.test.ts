import { beforeEach, expect, it, vi } from "vitest";
import { findTab, openPage, shownIn, type Tab } from "../../src/tab.ts";

/** Stands for the browser and a page in its tab. */
const stub = vi.hoisted(() => ({
  hasAccess: true,
  isReachable: true,
  overview: undefined as unknown,
  done: [] as string[],
  /** Pages of ours in tabs. */
  contexts: [] as { tabId: number; windowId: number; documentUrl: string }[],
}));
vi.mock("../../src/browser.ts", () => ({
  browser: {
    runtime: {
      id: "dramatis",
      getURL: (path: string) => `own://id/${path}`,
      getContexts: async () => stub.contexts,
      sendMessage: async ({ name, args }: { name: string; args: unknown[] }) => {
        stub.done.push(`${name} ${args}`);
        return {};
      },
    },
    permissions: { contains: async () => stub.hasAccess },
    scripting: {
      executeScript: async ({ files }: { files: string[] }) => {
        if (!stub.isReachable) throw new Error("Cannot access contents of the page");
        stub.done.push(`${files}`);
      },
    },
    extension: {},
    tabs: {
      get: async (id: number) => ({ id, url: "about:blank", status: "loading", incognito: false }),
      create: async ({ url }: { url: string }) => void stub.done.push(`new ${url}`),
      update: async (id: number, { url = "" }) => void stub.done.push(`${id} ${url}`),
      sendMessage: async () => {
        if (stub.overview === undefined)
          throw new Error("Could not establish connection. Receiving end does not exist.");
        return { value: stub.overview };
      },
    },
  },
}));
beforeEach(() =>
  Object.assign(stub, { hasAccess: true, isReachable: true, overview: undefined, done: [], contexts: [] }),
);

const TAB: Tab = { id: 7, site: "a.test", isPrivate: false, isLoading: false };
const READ = { reason: "readable", isAsked: false, page: { title: "" }, isHidden: false, actors: [] };

it.each([
  ["a page that has been read", READ, READ, []],
  ["one that has not been read yet", "unread", "soon", []],
  ["one without our script", "absent", "soon", ["bringScripts 7"]],
  ["one that has left meanwhile", undefined, "soon", []],
])("of %s", async (_, overview, shown, asked) => {
  stub.overview = overview;
  expect(await shownIn(TAB)).toEqual(shown);
  expect(stub.done).toEqual(["overview.js", ...asked]);
});

it("of one that we may not read, into which nothing is brought", async () => {
  stub.hasAccess = false;
  expect(await shownIn({ ...TAB, site: "" })).toBe("no-access");
  expect(stub.done).toEqual([]);
});

it("of one that no extension may be in", async () => {
  stub.isReachable = false;
  expect(await shownIn({ ...TAB, site: "" })).toBe("unreachable");
});

it.each([
  ["lets scripts in", true],
  ["does not", false],
])("of one that shows an empty page until its site answers, where the browser %s", async (_, isReachable) => {
  Object.assign(stub, { isReachable, overview: "absent" });
  const tab = await findTab("7");
  expect(tab).toEqual({ ...TAB, site: "", isLoading: true });
  expect(await shownIn(tab)).toBe("soon");
});

it.each([
  ["the settings where they are open, as they are", "options.html", "options.html#marks", ["9 "]],
  ["a chapter of them", "options.html#looks", "options.html#marks", ["9 own://id/options.html#looks"]],
  ["that chapter, which is there already", "options.html#looks", "options.html#looks", ["9 "]],
  ["the settings where they are not", "options.html", "welcome.html", ["new own://id/options.html"]],
  ["the digest once more", "digest.html", "digest.html", ["new own://id/digest.html"]],
])("leads to %s", async (_, wanted, there, done) => {
  stub.contexts = [{ tabId: 9, windowId: 1, documentUrl: `own://id/${there}` }];
  await openPage(`own://id/${wanted}`);
  expect(stub.done).toEqual(done);
});
