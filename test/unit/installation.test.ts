import { beforeEach, describe, expect, it, vi } from "vitest";
import { greet, reachOpenTabs } from "../../src/installation.ts";
import { bring } from "../../src/open-tabs.ts";

/** Stands for the browser and its open tabs: in some our script is already, some no script may be in, and one never answers. */
const stub = vi.hoisted(() => ({
  tabs: [] as number[],
  withScript: [] as number[],
  restricted: [] as number[],
  frozen: [] as number[],
  session: {} as Record<string, unknown>,
  opened: [] as string[],
  brought: [] as string[],
}));
vi.mock("../../src/browser.ts", () => ({
  browser: {
    runtime: { getURL: (path: string) => `own://id/${path}` },
    storage: {
      session: {
        get: async () => ({ ...stub.session }),
        set: async (values: object) => Object.assign(stub.session, values),
      },
    },
    tabs: {
      query: async () => stub.tabs.map((id) => ({ id })),
      create: async ({ url }: { url: string }) => stub.opened.push(url),
    },
    scripting: {
      async insertCSS() {},
      async executeScript({ target, files }: { target: { tabId: number }; files?: string[] }) {
        const { tabId } = target;
        if (stub.restricted.includes(tabId)) throw new Error("Cannot access contents of the page");
        if (stub.frozen.includes(tabId)) await new Promise(() => {});
        await Promise.resolve();
        if (files) stub.brought.push(`${tabId} ${files}`);
        return [{ result: !files && stub.withScript.includes(tabId) }];
      },
    },
  },
}));
beforeEach(() =>
  Object.assign(stub, { tabs: [], withScript: [], restricted: [], frozen: [], session: {}, opened: [], brought: [] }),
);

it.each([
  ["install", ["own://id/welcome.html"]],
  ["update", []],
  ["browser_update", []],
])("after %s greets with %j", async (reason, opened) => {
  await greet(reason);
  expect(stub.opened).toEqual(opened);
});

describe("open tabs", () => {
  it("get the script where they have none, whatever becomes of the others", async () => {
    Object.assign(stub, { tabs: [1, 2, 3, 4, 5], withScript: [2], restricted: [3], frozen: [4] });
    void reachOpenTabs();
    await vi.waitFor(() => expect(stub.brought).toEqual(["1 content.js", "5 content.js"]));
  });

  it("are reached once in a life of the extension, however often its worker wakes", async () => {
    stub.tabs = [1];
    for (let times = 0; times < 3; times++) await reachOpenTabs();
    expect(stub.brought).toEqual(["1 content.js"]);
    stub.session = {};
    await reachOpenTabs();
    expect(stub.brought).toEqual(["1 content.js", "1 content.js"]);
  });

  it("get one script where two bring it at once, and one that failed can be brought again", async () => {
    await Promise.all([bring(6), bring(6), bring(7)]);
    expect(stub.brought.sort()).toEqual(["6 content.js", "7 content.js"]);
    stub.restricted = [8];
    await expect(bring(8)).rejects.toThrow("Cannot access");
    stub.restricted = [];
    await bring(8);
    expect(stub.brought).toContain("8 content.js");
  });
});
