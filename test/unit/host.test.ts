import { expect, it } from "vitest";
import { siteOf } from "../../src/asker.ts";
import { hostIn } from "../../src/pages/host.ts";

it.each([
  ["news.test", "news.test"],
  ["  News.Test \n", "news.test"],
  ["https://www.news.test/world/2024?a=b#c", "www.news.test"],
  ["http://news.test:8080/", "news.test"],
  ["HTTPS://NEWS.TEST", "news.test"],
  ["news.test/world", "news.test"],
  ["news.test:8080", "news.test"],
  ["news.test.", "news.test"],
  ["localhost:3000", "localhost"],
  ["127.0.0.1", "127.0.0.1"],
  ["http://[::1]:80/", "[::1]"],
  ["новости.рф", "xn--b1amnebsh.xn--p1ai"],
  ["bücher.example", "xn--bcher-kva.example"],
])("“%s” is the site %s, as pages call it", (typed, host) => {
  expect(hostIn(typed)).toBe(host);
  expect(siteOf(`https://${host}/`)).toBe(host);
});

it.each([
  "",
  "   ",
  "news",
  "two words.test",
  "*.news.test",
  "https://",
  "ftp://news.test",
  "file:///etc/hosts",
  "about:blank",
  "javascript:alert(1)",
  "somebody@news.test",
  "mailto:somebody@news.test",
  "view-source:https://news.test",
  ".test",
  "news..test",
  "<b>news.test</b>",
])("“%s” is none", (typed) => {
  expect(hostIn(typed)).toBeNull();
});
