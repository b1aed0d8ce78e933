import { expect, it } from "vitest";
import { isHostName, isSamePage, siteOf } from "../../src/host-names.ts";
import { readHost } from "../../src/pages/host.ts";
import { hostShown } from "../../src/pages/host-shown.ts";

it.each([
  ["news.test", "news.test"],
  ["  News.Test \n", "news.test"],
  ["https://www.news.test/world/2024?a=b#c", "www.news.test"],
  ["http://news.test:8080/", "news.test"],
  ["HTTPS://NEWS.TEST", "news.test"],
  ["news.test/world", "news.test"],
  ["news.test:8080", "news.test"],
  // No site has such a port, but a site it is.
  ["news.test:99999", "news.test"],
  ["https://news.test:99999/world", "news.test"],
  ["news.test.", "news.test"],
  ["localhost:3000", "localhost"],
  ["127.0.0.1", "127.0.0.1"],
  ["http://[::1]:80/", "[::1]"],
  ["новости.рф", "xn--b1amnebsh.xn--p1ai"],
  ["BÜCHER.example", "xn--bcher-kva.example"],
  ["例え。テスト", "xn--r8jz45g.xn--zckzah"],
  ["“https://news.test/”", "news.test"],
  ["<https://news.test>", "news.test"],
  ["//news.test/world", "news.test"],
  ["https://me:secret@news.test/", "news.test"],
  ["news.test/?from=a@b", "news.test"],
  ["news_1.test", "news_1.test"],
  ["192.168.0.1/admin", "192.168.0.1"],
  ["news.test/*", "news.test"],
])("“%s” is the site %s, as pages call it", (typed, host) => {
  expect(readHost(typed)).toEqual({ host });
  expect(isHostName(host)).toBe(true);
  expect(siteOf(`https://${host}/`)).toBe(host);
});

it.each([
  ["", "empty"],
  ["   ", "empty"],
  ["https://", "empty"],
  ["ftp://news.test", "scheme"],
  ["file:///etc/hosts", "scheme"],
  ["about:blank", "scheme"],
  ["javascript:alert(1)", "scheme"],
  ["view-source:https://news.test", "scheme"],
  ["somebody@news.test", "email"],
  ["mailto:somebody@news.test", "email"],
  ["two words.test", "letters"],
  ["*.news.test", "star"],
  ["*", "star"],
  ["*://*.news.test/*", "star"],
  ["https://*.news.test/world", "star"],
  ["<b>news.test</b>", "letters"],
  ["news.test, other.test", "letters"],
  ["news", "word"],
  ["www.", "word"],
  // Browsers would make 0.0.0.7 of it.
  ["7", "word"],
  ["-a-.test", "part"],
  ["a-.test", "part"],
  [".test", "part"],
  ["news..test", "part"],
  [`${"a".repeat(64)}.test`, "part"],
  [`${"a.".repeat(127)}test`, "part"],
  ["1.2", "number"],
  ["300.1.1.1", "number"],
  ["0.0.0.0", "number"],
  ["255.255.255.255", "number"],
  ["[::]", "number"],
  ["[ff02::1]", "number"],
])("“%s” is none: %s", (typed, fault) => {
  expect(readHost(typed)).toEqual({ fault });
});

it.each([
  "",
  "News.test",
  "news.test:80",
  "news.test/",
  "https://news.test",
  "*.news.test",
  "two words",
  "7",
  "новости.рф",
])("“%s” is no host's name as browsers write it", (text) => {
  expect(isHostName(text)).toBe(false);
});

it.each([
  ["news.test", "news.test"],
  ["xn--b1amnebsh.xn--p1ai", "новости.рф"],
  ["xn--bcher-kva.example", "bücher.example"],
  ["xn--abc-s08fl0d.test", "日本abc.test"],
  ["xn--4gbrim.test", "موقع.test"],
  // Cyrillic letters beside Latin ones, and what stands for no name.
  ["xn--le-6kc8da.test", "xn--le-6kc8da.test"],
  ["xn--a.test", "xn--a.test"],
  ["xn--.test", "xn--.test"],
  ["xn--zzzzzzzzzz99999.test", "xn--zzzzzzzzzz99999.test"],
])("%s is shown as %s", (host, shown) => {
  expect(hostShown(host)).toBe(shown);
});

it("is no site without a host", () => {
  expect(siteOf()).toBe("");
  expect(siteOf("about:blank")).toBe("");
});

it.each([
  ["https://a.test/b?c", "https://a.test/b?c#d", true],
  ["https://a.test/b?c", "https://a.test/b?d", false],
  ["https://a.test/b", "https://a.test/", false],
  ["https://a.test/", "http://a.test/", false],
  ["https://a.test/", undefined, false],
  [undefined, undefined, false],
])("%s and %s are one page: %s", (one, other, isSame) => {
  expect(isSamePage(one, other)).toBe(isSame);
  expect(isSamePage(other, one)).toBe(isSame);
});
