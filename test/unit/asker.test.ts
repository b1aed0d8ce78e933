import { describe, expect, it } from "vitest";
import { isOwnPage, placeAsked, siteOf } from "../../src/asker.ts";

const OWN = "chrome-extension://abcdef/";
type Sender = Parameters<typeof placeAsked>[0];

const senderIn = (url: string, incognito = false): Sender => ({
  url,
  tab: { url, incognito, index: 0, highlighted: false, active: true, pinned: false },
});

describe("a web page", () => {
  it("asks about its own site, in its own window", () => {
    const url = "https://news.example:8443/a?b";
    expect(placeAsked(senderIn(url), OWN)).toEqual({ site: "news.example", isPrivate: false });
    expect(placeAsked(senderIn(url, true), OWN)).toEqual({ site: "news.example", isPrivate: true });
  });

  it.each([
    ["another site", "https://news.example/", "other.example"],
    ["even its own", "https://news.example/", "news.example"],
    ["one whose address only looks like ours", "https://evil.example/chrome-extension://abcdef/", "other.example"],
    ["another extension", "chrome-extension://abcdefg/options.html", "other.example"],
  ])("must not name a site: %s", (_, url, site) => {
    expect(isOwnPage(senderIn(url), OWN)).toBe(false);
    expect(() => placeAsked(senderIn(url), OWN, { site, isPrivate: false })).toThrow("its own site alone");
  });

  it("without an address is no page of ours", () => {
    expect(isOwnPage({}, OWN)).toBe(false);
  });
});

describe("a page of the extension", () => {
  it.each([false, true])("names the place, whatever window it stands in itself (private: %s)", (incognito) => {
    const sender = senderIn(`${OWN}options.html`, incognito);
    expect(isOwnPage(sender, OWN)).toBe(true);
    const place = { site: "news.example", isPrivate: !incognito };
    expect(placeAsked(sender, OWN, place)).toEqual(place);
    expect(() => placeAsked(sender, OWN)).toThrow("has to name a site");
  });
});

it("is no site without a host", () => {
  expect(siteOf()).toBe("");
  expect(siteOf("about:blank")).toBe("");
});
