import { describe, expect, it } from "vitest";
import { askerOf, checkAsker, placeAsked } from "../../src/asker.ts";

const OWN = { id: "abcdef", pages: "chrome-extension://abcdef/" };
type Sender = Parameters<typeof placeAsked>[0];

const senderIn = (url: string, incognito = false): Sender => ({
  id: OWN.id,
  url,
  tab: { url, incognito, index: 0, highlighted: false, active: true, pinned: false },
});

describe("a web page", () => {
  it("asks about its own site, in its own window", () => {
    const url = "https://news.example:8443/a?b";
    expect(placeAsked(senderIn(url), OWN)).toEqual({ site: "news.example", isPrivate: false });
    expect(placeAsked(senderIn(url, true), OWN)).toEqual({ site: "news.example", isPrivate: true });
  });

  it("asks about its own site, whatever its tab shows by now", () => {
    const sender = { ...senderIn("https://next.example/"), url: "https://news.example/" };
    expect(placeAsked(sender, OWN).site).toBe("news.example");
  });

  it.each([
    ["another site", "https://news.example/", "other.example"],
    ["even its own", "https://news.example/", "news.example"],
    ["one whose address only looks like ours", "https://evil.example/chrome-extension://abcdef/", "other.example"],
  ])("must not name a site: %s", (_, url, site) => {
    expect(askerOf(senderIn(url), OWN)).toBe("web");
    expect(() => placeAsked(senderIn(url), OWN, { site, isPrivate: false })).toThrow("its own site alone");
  });
});

describe("a page of the extension", () => {
  it.each([false, true])("names the place, whatever window it stands in itself (private: %s)", (incognito) => {
    const sender = senderIn(`${OWN.pages}options.html`, incognito);
    expect(askerOf(sender, OWN)).toBe("own");
    expect(askerOf({ ...sender, origin: "chrome-extension://abcdef" }, OWN)).toBe("own");
    const place = { site: "news.example", isPrivate: !incognito };
    expect(placeAsked(sender, OWN, place)).toEqual(place);
    expect(() => placeAsked(sender, OWN)).toThrow("has to name a site");
  });
});

describe("nobody may ask who is", () => {
  const web = senderIn("https://news.example/");
  const own = senderIn(`${OWN.pages}options.html`);
  it.each<[who: string, sender: Sender]>([
    ["of no extension", { ...own, id: undefined } as unknown as Sender],
    ["of another extension", { ...own, id: "other" }],
    ["of another extension, in a web page", { ...web, id: "other" }],
    ["a page of another extension", senderIn("chrome-extension://abcdefg/options.html")],
    ["in a sandbox of ours", { ...own, origin: "null" }],
    ["without an address", { id: OWN.id }],
    ["in no tab", { id: OWN.id, url: "https://news.example/" }],
    ["in a file", senderIn("file:///a.html")],
  ])("%s", (_, sender) => {
    expect(askerOf(sender, OWN)).toBeNull();
    expect(() => checkAsker("findMentions", sender, OWN)).toThrow("not for anybody to ask");
  });
});

it("is not for anybody to ask what nobody has been allowed", () => {
  for (const name of ["constructor", "toString", "forget"])
    expect(() => checkAsker(name as never, senderIn(`${OWN.pages}options.html`), OWN)).toThrow("not for own to ask");
});
