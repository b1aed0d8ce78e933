import { beforeEach, describe, expect, it, vi } from "vitest";
import { ignoredEverywhere, ignoredOn, setIgnored } from "../../src/settings.ts";

type Stored = Record<string, unknown>;

/** Stands for the browser's storage: answers later and with copies, as browsers do. */
const areas = vi.hoisted(() => ({ local: {} as Stored, session: {} as Stored }));

vi.mock("../../src/browser.ts", () => {
  const area = (name: "local" | "session") => ({
    get: async (key: string) => structuredClone(key in areas[name] ? { [key]: areas[name][key] } : {}),
    async set(values: Stored) {
      await Promise.resolve();
      Object.assign(areas[name], structuredClone(values));
    },
  });
  return { browser: { storage: { local: area("local"), session: area("session") } } };
});

beforeEach(() => Object.assign(areas, { local: {}, session: {} }));

describe("who is not marked", () => {
  it("is nobody at first", async () => {
    expect(await ignoredOn("a.test", false)).toEqual([]);
  });

  it("is kept by site, and taken back", async () => {
    await setIgnored("a.test", "putin", true, false);
    await setIgnored("a.test", "kim", true, false);
    await setIgnored("b.test", "putin", true, false);
    expect(await ignoredOn("a.test", false)).toEqual(["putin", "kim"]);
    await setIgnored("a.test", "putin", false, false);
    expect(await ignoredOn("a.test", false)).toEqual(["kim"]);
    expect(await ignoredOn("b.test", false)).toEqual(["putin"]);
    await setIgnored("b.test", "putin", false, false);
    expect(areas.local["settings"]).toEqual({ version: 1, ignored: { "a.test": ["kim"] } });
  });

  it.each(["constructor", "__proto__", "toString"])("is nobody at first on a host called %s", async (site) => {
    expect(await ignoredOn(site, false)).toEqual([]);
    await setIgnored(site, "kim", false, false);
    expect(await ignoredOn(site, false)).toEqual([]);
    await setIgnored("a.test", "kim", true, false);
    expect(await ignoredOn("a.test", false)).toEqual(["kim"]);
  });

  it("is kept once", async () => {
    await setIgnored("a.test", "kim", true, false);
    await setIgnored("a.test", "kim", true, false);
    expect(await ignoredOn("a.test", false)).toEqual(["kim"]);
  });

  it("loses nobody where two changes come at once", async () => {
    await Promise.all(["a", "b", "c"].map((actor) => setIgnored("a.test", actor, true, false)));
    expect(await ignoredOn("a.test", false)).toEqual(["a", "b", "c"]);
  });

  it("is not written down in a private window, where choices made elsewhere hold as well", async () => {
    await setIgnored("a.test", "kim", true, false);
    await setIgnored("a.test", "putin", true, true);
    expect(await ignoredOn("a.test", true)).toEqual(["kim", "putin"]);
    expect(await ignoredOn("a.test", false)).toEqual(["kim"]);
    expect(JSON.stringify(areas.local)).not.toContain("putin");
  });

  it("is told for everywhere by site and name, but for what was chosen in private windows", async () => {
    for (const [site, actor] of [
      ["b.test", "kim"],
      ["a.test", "putin"],
      ["a.test", "kim"],
    ] as const)
      await setIgnored(site, actor, true, false);
    await setIgnored("a.test", "trump", true, true);
    // By name, not by id.
    const names: Record<string, string> = { kim: "Zim", putin: "Putin" };
    expect(await ignoredEverywhere((actor) => names[actor] ?? actor)).toEqual([
      { site: "a.test", actor: "putin", name: "Putin" },
      { site: "a.test", actor: "kim", name: "Zim" },
      { site: "b.test", actor: "kim", name: "Zim" },
    ]);
  });

  it.each([
    ["of a later version", { version: 2, ignored: { "a.test": ["kim"] } }],
    ["spoilt", { version: 1, ignored: ["kim"] }],
    ["no object", "kim"],
  ])("is nobody where the settings are %s; these are kept", async (_, stored) => {
    areas.local["settings"] = stored;
    expect(await ignoredOn("a.test", false)).toEqual([]);
    expect(await ignoredEverywhere((actor) => actor)).toEqual([]);
    // Who is told of every change would read for ever.
    expect(areas.local).toEqual({ settings: stored });
    await setIgnored("a.test", "putin", true, false);
    expect(areas.local).toEqual({
      settings: { version: 1, ignored: { "a.test": ["putin"] } },
      "settings-unreadable": stored,
    });
  });
});
