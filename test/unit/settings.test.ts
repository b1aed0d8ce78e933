import { beforeEach, describe, expect, it, vi } from "vitest";
import { choicesFor, scopeOf } from "../../src/choices.ts";
import {
  change,
  forgetPrivate,
  ignoredEverywhere,
  importFile,
  putBack,
  reset,
  setIgnored,
  settingsIn,
} from "../../src/settings.ts";
import { DEFAULTS } from "../../src/settings-schema.ts";
import type { Storage } from "./storage.ts";

const storage = await vi.hoisted(async () => new (await import("./storage.ts")).Storage());
vi.mock("../../src/browser.ts", () => ({ browser: storage.browser }));

beforeEach(() => (storage as Storage).clear());

const settings = async (isPrivate = false) => (await settingsIn(isPrivate)).settings;
const ignoredOn = async (site: string, isPrivate = false) => choicesFor(await settings(isPrivate), site).ignored;

describe("settings", () => {
  it("are the usual ones at first, and nothing is written", async () => {
    expect(await settingsIn(false)).toEqual({ settings: DEFAULTS, healed: [], isLater: false });
    expect(storage.local).toEqual({});
  });

  it("lose nothing where two windows change them at once, fields or entries of one", async () => {
    await Promise.all([
      change({ style: "tint" }, false),
      change({ sites: { "a.test": "off" } }, false),
      change({ sites: { "b.test": "on" }, kinds: { state: false } }, false),
      change({ kinds: { agreement: false } }, false),
      setIgnored("a.test", "putin", true, false),
      setIgnored("a.test", "kim", true, false),
    ]);
    expect(storage.local["settings"]).toEqual({
      ...DEFAULTS,
      style: "tint",
      sites: { "a.test": "off", "b.test": "on" },
      kinds: { person: true, state: false, organisation: true, agreement: false },
      ignored: { "a.test": ["putin", "kim"] },
    });
    await change({ sites: { "a.test": null } }, false);
    expect((await settings()).sites).toEqual({ "b.test": "on" });
  });

  it.each([
    ["an impossible value", { style: "blink" }, "style"],
    ["an impossible entry", { sites: { "a.test": "maybe" } }, "sites.a.test"],
    ["too long a rest", { opening: { restMs: 1001 } }, "opening.restMs"],
    ["what is no host's name", { sites: { "*.a.test": "off" } }, "sites.*.a.test"],
    ["an unknown field", { colour: "red" }, "colour"],
  ])("do not take %s, in a private window neither", async (_, patch, place) => {
    for (const isPrivate of [false, true])
      await expect(change(patch as never, isPrivate)).rejects.toThrow(`${place}: `);
    expect(storage.local).toEqual({});
    expect(await settings(true)).toEqual(DEFAULTS);
  });

  it("stay as they were where storage is full, and the next change is not held up", async () => {
    await change({ sites: { "a.test": "off" } }, false);
    storage.quota = JSON.stringify(storage.local).length;
    await expect(change({ sites: { "b.test": "off" } }, false)).rejects.toThrow("quota");
    await expect(setIgnored("a.test", "kim", true, false)).rejects.toThrow("quota");
    expect(await settings()).toEqual({ ...DEFAULTS, sites: { "a.test": "off" } });
    await change({ sites: { "a.test": null } }, false);
    expect(await settings()).toEqual(DEFAULTS);
  });
});

describe("settings as a whole", () => {
  it("are reset, and put back, however storage has put them in order", async () => {
    await change({ style: "tint", sites: { "b.test": "on", "a.test": "off" } }, false);
    const before = await settings();
    const replaced = await reset();
    expect(replaced).toEqual({ settings: DEFAULTS, before });
    expect(await settings()).toEqual(DEFAULTS);
    storage.clear({ settings: Object.fromEntries(Object.entries(DEFAULTS).sort()) });
    expect(await putBack(replaced)).toBe(true);
    expect(await settings()).toEqual(before);
  });

  it.each([
    ["a field", { badge: false }],
    ["a site", { sites: { "b.test": "on" } }],
    ["an entry", { kinds: { state: false } }],
  ] as const)("are not put back over %s that was changed since", async (_, patch) => {
    await change({ style: "tint" }, false);
    const replaced = await reset();
    // Before anybody could hear of it.
    const [, isBack] = await Promise.all([change(patch, false), putBack(replaced)]);
    expect(isBack).toBe(false);
    expect(await settings()).toMatchObject({ style: "underline", ...patch });
  });

  it("are not put back by what are none", async () => {
    const { settings: now } = await reset();
    await expect(putBack({ settings: now, before: { ...DEFAULTS, style: "blink" } as never })).rejects.toThrow(
      "style: ",
    );
    await expect(putBack({ settings: now, before: "all" as never })).rejects.toThrow();
    expect(await settings()).toEqual(DEFAULTS);
  });

  it("take over what can be read of a file, after all that was changed before", async () => {
    const changed = change({ badge: false }, false);
    const imported = importFile('{"style":"tint","pages":"some"}');
    const later = change({ furniture: true }, false);
    expect(await imported).toMatchObject({
      taken: ["style"],
      healed: ["pages"],
      before: { ...DEFAULTS, badge: false },
    });
    await Promise.all([changed, later]);
    expect(await settings()).toEqual({ ...DEFAULTS, badge: false, style: "tint", furniture: true });
    expect(await importFile("{")).toBe("no-json");
    storage.quota = 10;
    await expect(importFile('{"style":"hover"}')).rejects.toThrow("quota");
    expect(await settings()).toMatchObject({ style: "tint" });
  });
});

describe("settings of another version", () => {
  it.each([
    ["version 1", { version: 1, ignored: { "a.test": ["kim"] } }],
    ["version 0", { ignored: { "a.test": ["kim"] } }],
  ])("are taken over from %s, with the usual values of what is new", async (_, stored) => {
    storage.clear({ settings: stored });
    const expected = { ...DEFAULTS, ignored: { "a.test": ["kim"] } };
    expect(await settingsIn(false)).toEqual({ settings: expected, healed: [], isLater: false });
    expect(storage.local).toEqual({ settings: stored });
    await change({ badge: false }, false);
    expect(storage.local).toEqual({ settings: { ...expected, badge: false } });
  });

  it("are left as they are where it is a later one, and read as far as they can be; own ones stand beside them", async () => {
    const stored = { version: 3, style: "tint", pages: { news: true }, mood: "calm", ignored: { "a.test": ["kim"] } };
    storage.clear({ settings: stored });
    const expected = { ...DEFAULTS, style: "tint", ignored: { "a.test": ["kim"] } };
    expect(await settingsIn(false)).toEqual({ settings: expected, healed: ["pages"], isLater: true });
    await change({ badge: false }, false);
    await setIgnored("a.test", "kim", false, false);
    const own = { ...expected, badge: false, ignored: {} };
    expect(storage.local).toEqual({ settings: stored, "settings-2": own });
    expect(await settingsIn(false)).toEqual({ settings: own, healed: [], isLater: true });
  });

  it.each([
    ["a field", { ...DEFAULTS, style: 7, badge: false }, { ...DEFAULTS, badge: false }, ["style"]],
    ["nothing", "kim", DEFAULTS, ["settings"]],
  ])("stand beside own ones that cannot be read, %s: said, and kept aside as well", async (_, own, read, healed) => {
    const stored = { version: 3, style: "tint" };
    storage.clear({ settings: stored, "settings-2": own });
    expect(await settingsIn(false)).toEqual({ settings: read, healed, isLater: true });
    await change({ furniture: true }, false);
    expect(storage.local).toEqual({
      settings: stored,
      "settings-2": { ...read, furniture: true },
      "settings-2-unreadable": own,
    });
  });
});

describe("what cannot be read", () => {
  const good = { ...DEFAULTS, style: "tint" };
  it.each([
    ["a field", { ...good, pages: "some" }, good, ["pages"]],
    ["no object", "kim", DEFAULTS, ["settings"]],
    ["a list", [good], DEFAULTS, ["settings"]],
    ["the version", { ...good, version: "two" }, good, ["version"]],
    [
      "an entry",
      { ...good, sites: { "a.test": "off", "b.test": 7 }, kinds: { state: false, person: "yes", robot: true } },
      { ...good, sites: { "a.test": "off" }, kinds: { ...DEFAULTS.kinds, state: false } },
      ["sites.b.test", "kinds.person"],
    ],
    [
      "a name that no host has",
      { ...good, sites: { "*.a.test": "off", "a.test": "on" }, ignored: { "https://a.test": ["kim"] } },
      { ...good, sites: { "a.test": "on" } },
      ["sites.*.a.test", "ignored.https://a.test"],
    ],
    ["a list of actors", { ...good, ignored: ["kim"] }, good, ["ignored"]],
    [
      "a number",
      { ...good, opening: { by: "click", restMs: -1 } },
      { ...good, opening: { by: "click", restMs: 300 } },
      ["opening.restMs"],
    ],
  ])(
    "is as it was at first, no more than that, and said: %s; the original is kept",
    async (_, stored, healthy, healed) => {
      storage.clear({ settings: stored });
      expect(await settingsIn(false)).toEqual({ settings: healthy, healed, isLater: false });
      // Who is told of every change would read for ever.
      expect(storage.local).toEqual({ settings: stored });
      await change({ furniture: true }, false);
      expect(storage.local).toEqual({ settings: { ...healthy, furniture: true }, "settings-unreadable": stored });
      expect((await settingsIn(false)).healed).toEqual([]);
    },
  );
});

describe("a private window", () => {
  it("writes nothing down of sites, and what was chosen elsewhere holds in it as well, until it says otherwise", async () => {
    await change({ sites: { "a.test": "off" } }, false);
    await setIgnored("a.test", "kim", true, false);
    const before = structuredClone(storage.local);
    await change({ sites: { "b.test": "off", "a.test": null } }, true);
    await change({ sites: { "c.test": "on" } }, true);
    await setIgnored("a.test", "putin", true, true);
    expect(storage.local).toEqual(before);
    expect((await settings(true)).sites).toEqual({ "b.test": "off", "c.test": "on" });
    expect(await ignoredOn("a.test", true)).toEqual(["kim", "putin"]);
    expect(await settings()).toEqual(before["settings"]);
  });

  it("can change what is about no site", async () => {
    await change({ isOn: false, sites: { "a.test": "off" } }, true);
    expect(storage.local).toEqual({ settings: { ...DEFAULTS, isOn: false } });
  });

  it.each([
    ["the session's storage is full", "sessionQuota"],
    ["the other one is", "quota"],
  ] as const)("keeps all of a change or nothing of it, where %s", async (_, quota) => {
    const patch = { sites: { "b.test": "off" }, style: "hover" } as const;
    const befores = [{}, { settings: DEFAULTS }, { settings: { style: 7 } }, { settings: { version: 9 } }];
    for (const before of befores) {
      storage.clear(structuredClone(before));
      await setIgnored("a.test", "putin", true, true);
      const session = structuredClone(storage.session);
      storage[quota] = 10;
      await expect(change(patch, true)).rejects.toThrow("quota");
      expect(storage.local).toEqual(before);
      expect(storage.session).toEqual(session);
      storage[quota] = Number.POSITIVE_INFINITY;
      await change(patch, true);
      expect(await settings(true)).toMatchObject(patch);
    }
  });

  it("loses nothing where it and others change settings at once", async () => {
    await Promise.all([
      change({ sites: { "a.test": "off" } }, true),
      change({ sites: { "b.test": "off" } }, false),
      setIgnored("a.test", "kim", true, true),
      change({ sites: { "c.test": "on" }, style: "tint" }, true),
      change({ badge: false }, true),
      setIgnored("a.test", "putin", true, false),
    ]);
    expect(await settings()).toEqual({
      ...DEFAULTS,
      sites: { "b.test": "off" },
      style: "tint",
      badge: false,
      ignored: { "a.test": ["putin"] },
    });
    expect((await settings(true)).sites).toEqual({ "a.test": "off", "b.test": "off", "c.test": "on" });
    expect(await ignoredOn("a.test", true)).toEqual(["putin", "kim"]);
  });

  it("is forgotten with the last of them, but not what one has chosen that opened meanwhile", async () => {
    await change({ sites: { "b.test": "off" } }, true);
    await setIgnored("a.test", "putin", true, true);
    let hasWindow = false;
    const changed = change({ sites: { "c.test": "off" } }, true).then(() => {
      hasWindow = true;
    });
    const forgotten = forgetPrivate(async () => !hasWindow);
    await Promise.all([changed, forgotten]);
    expect((await settings(true)).sites).toEqual({ "b.test": "off", "c.test": "off" });
    await forgetPrivate(async () => true);
    expect(await settings(true)).toEqual(DEFAULTS);
  });
});

describe("who is not marked", () => {
  it("is kept by site, once, and taken back", async () => {
    for (const actor of ["putin", "kim", "kim"]) await setIgnored("a.test", actor, true, false);
    await setIgnored("b.test", "putin", true, false);
    expect(await ignoredOn("a.test")).toEqual(["putin", "kim"]);
    await setIgnored("a.test", "putin", false, false);
    expect(await ignoredOn("a.test")).toEqual(["kim"]);
    expect(await ignoredOn("b.test")).toEqual(["putin"]);
    await setIgnored("b.test", "putin", false, false);
    expect(storage.local["settings"]).toEqual({ ...DEFAULTS, ignored: { "a.test": ["kim"] } });
  });

  it.each(["constructor", "__proto__", "toString"])("is nobody at first on a host called %s", async (site) => {
    expect(await ignoredOn(site)).toEqual([]);
    await setIgnored(site, "kim", false, false);
    expect(await ignoredOn(site)).toEqual([]);
    expect(scopeOf(await settings(), site)).toBe("articles");
    await setIgnored("a.test", "kim", true, false);
    expect(await ignoredOn("a.test")).toEqual(["kim"]);
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
});
