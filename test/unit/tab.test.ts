import { beforeEach, expect, it, vi } from "vitest";
import { shownIn } from "../../src/tab.ts";

/** Stands for the browser and a page in its tab. */
const stub = vi.hoisted(() => ({
  hasAccess: true,
  isReachable: true,
  overview: undefined as unknown,
  done: [] as string[],
}));
vi.mock("../../src/browser.ts", () => ({
  browser: {
    runtime: {
      id: "dramatis",
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
    tabs: {
      sendMessage: async () => {
        if (stub.overview === undefined)
          throw new Error("Could not establish connection. Receiving end does not exist.");
        return { value: stub.overview };
      },
    },
  },
}));
beforeEach(() => Object.assign(stub, { hasAccess: true, isReachable: true, overview: undefined, done: [] }));

const READ = { reason: "readable", isAsked: false, page: { title: "" }, isHidden: false, actors: [] };

it.each([
  ["a page that has been read", READ, READ, []],
  ["one that has not been read yet", "unread", "soon", []],
  ["one without our script", "absent", "soon", ["bringScripts 7"]],
  ["one that has left meanwhile", undefined, "soon", []],
])("of %s", async (_, overview, shown, asked) => {
  stub.overview = overview;
  expect(await shownIn({ id: 7, site: "a.test", isPrivate: false })).toEqual(shown);
  expect(stub.done).toEqual(["overview.js", ...asked]);
});

it("of one that we may not read, into which nothing is brought", async () => {
  stub.hasAccess = false;
  expect(await shownIn({ id: 7, site: "", isPrivate: false })).toBe("no-access");
  expect(stub.done).toEqual([]);
});

it("of one that no extension may be in", async () => {
  stub.isReachable = false;
  expect(await shownIn({ id: 7, site: "", isPrivate: false })).toBe("unreachable");
});
