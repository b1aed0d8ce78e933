import { describe, expect, it } from "vitest";
import { readSettingsFile, settingsFile } from "../../src/settings-file.ts";
import { DEFAULTS, type Settings } from "../../src/settings-schema.ts";

const OWN: Settings = {
  ...DEFAULTS,
  style: "tint",
  sites: { "a.test": "off" },
  ignored: { "a.test": ["kim-jong-un"] },
  opening: { by: "modifier", restMs: 700 },
};
const read = (file: object, before = OWN) => readSettingsFile(JSON.stringify(file), before);

describe("a file of settings", () => {
  it("brings back all that was written to it", () => {
    const { version, ...fields } = OWN;
    expect(readSettingsFile(settingsFile(OWN), DEFAULTS)).toEqual({
      settings: OWN,
      taken: ["isOn", "pages", "sites.a.test", ...Object.keys(fields).slice(3, -1), "ignored.a.test"],
      healed: [],
      unknown: [],
      isLater: false,
    });
  });

  it("adds its sites and left-out names to those of before", () => {
    const file = { sites: { "b.test": "on" }, ignored: { "b.test": ["putin"] } };
    expect(read(file)).toMatchObject({
      settings: { ...OWN, sites: { ...OWN.sites, ...file.sites }, ignored: { ...OWN.ignored, ...file.ignored } },
      healed: [],
    });
  });

  it("leaves as it is what it says nothing of", () => {
    expect(read({ version: 2, badge: false })).toEqual({
      settings: { ...OWN, badge: false },
      taken: ["badge"],
      healed: [],
      unknown: [],
      isLater: false,
    });
  });

  it("loses nothing where something in it cannot be read: that stays as it was before, and is named", () => {
    const file = {
      style: "blink",
      pages: "every",
      sites: { "b.test": "on", "c.test": 7, "*.d.test": "on", "E.test": "on", "f.test:80": "on" },
      opening: { restMs: 9000, by: "click" },
      ignored: ["kim-jong-un"],
      colour: "red",
    };
    expect(read(file)).toEqual({
      settings: {
        ...OWN,
        pages: "every",
        sites: { "a.test": "off", "b.test": "on" },
        opening: { by: "click", restMs: 700 },
      },
      taken: ["pages", "sites.b.test", "opening"],
      healed: [
        "sites.c.test",
        "sites.*.d.test",
        "sites.E.test",
        "sites.f.test:80",
        "style",
        "opening.restMs",
        "ignored",
      ],
      unknown: ["colour"],
      isLater: false,
    });
  });

  it("is said to have brought what it did, and no more", () => {
    const file = {
      sites: {},
      kinds: { person: false, god: true },
      opening: { restMs: "x" },
      ignored: { "a b": ["putin"] },
    };
    expect(read(file)).toMatchObject({
      taken: ["kinds"],
      healed: ["opening.restMs", "ignored.a b"],
      unknown: ["kinds.god"],
    });
  });

  it("of a later version is read as far as it can be, and said to be one", () => {
    expect(read({ version: 9, style: "hover", pages: { news: true }, mood: "calm" })).toEqual({
      settings: { ...OWN, style: "hover" },
      taken: ["style"],
      healed: ["pages"],
      unknown: ["mood"],
      isLater: true,
    });
  });

  it("of the first versions brings what they knew", () => {
    const settings = { ...OWN, ignored: { "b.test": ["putin"] } };
    expect(read({ ignored: settings.ignored })).toMatchObject({ settings, taken: ["ignored.b.test"] });
  });

  it.each([
    ["", "no-json"],
    ["{", "no-json"],
    ["<!doctype html>", "no-json"],
    ["7", "no-settings"],
    ["[]", "no-settings"],
    ["null", "no-settings"],
    ["{}", "no-settings"],
    ['{"version":2,"dramatis":"settings"}', "no-settings"],
    ['{"colour":"red","constructor":1}', "no-settings"],
  ])("is none: %s", (text, why) => {
    expect(readSettingsFile(text, OWN)).toBe(why);
  });
});
