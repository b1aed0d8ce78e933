import { expect, it } from "vitest";
import { isMarked } from "../../src/choices.ts";
import type { Reason } from "../../src/text/article.ts";
import { inEachBrowser } from "../stage.ts";
import { inject } from "./inject.ts";

const PROSE = `<p>${"A sentence of plain prose that goes on for a while. ".repeat(12)}</p>`;
const og = (type: string) => `<meta property="og:type" content="${type}">`;
const linked = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

/** Address, head and body of a page → whether and why it is read. */
const GATE: [what: string, path: string, html: string, isArticle: boolean, reason: Reason][] = [
  ["JSON-LD", "/a", linked({ "@type": "NewsArticle" }), true, "article-data"],
  ["JSON-LD with several types", "/a", linked({ "@type": ["Thing", "ReportageNewsArticle"] }), true, "article-data"],
  [
    "JSON-LD in a graph",
    "/a",
    linked({ "@graph": [{ "@type": "WebSite" }, { "@type": "Article" }] }),
    true,
    "article-data",
  ],
  [
    "broken JSON-LD beside good",
    "/a",
    `<script type="application/ld+json">{,}</script>${linked([{ "@type": "Article" }])}`,
    true,
    "article-data",
  ],
  ["JSON-LD of a shop", "/a", linked({ "@type": "Product" }), false, "no-article"],
  ["og:type", "/a", og("article"), true, "article-data"],
  ["article:* metas", "/a", `<meta property="article:published_time" content="2024-01-01">`, true, "article-data"],
  ["the front page, whatever it declares", "/", og("article") + PROSE, false, "front-page"],
  ["a website", "/a", og("website") + PROSE, false, "front-page"],
  [
    "a website with a dated headline",
    "/a",
    `${og("website")}<div><h1>News</h1><time datetime="2024-01-02"></time></div>${PROSE}`,
    true,
    "readable",
  ],
  [
    "a website with a list of dates",
    "/a",
    `${og("website")}<div><h1>News</h1>${["2", "3", "4"].map((day) => `<time datetime="2024-01-0${day}"></time>`).join("")}</div>${PROSE}`,
    false,
    "front-page",
  ],
  [
    "a page whose canonical address is the front",
    "/a",
    `<link rel=canonical href="https://a.test/">${PROSE}`,
    false,
    "front-page",
  ],
  ["prose alone", "/a", PROSE, true, "readable"],
  ["a few words", "/a", "<p>Hello.</p>", false, "no-article"],
  ["verse", "/a", `<div>${"Lines of a song<br>that go on<br>".repeat(40)}</div>`, false, "no-article"],
  [
    "Chinese prose, which is shorter",
    "/a",
    `<html lang=zh>${`<p>${"这是一个普通的句子".repeat(10)}</p>`.repeat(4)}`,
    true,
    "readable",
  ],
];

const DATES: [what: string, path: string, html: string, day: string | undefined][] = [
  ["JSON-LD", "/a", linked({ "@type": "NewsArticle", datePublished: "2024-06-18T23:30:00+09:00" }), "2024-06-18"],
  [
    "JSON-LD in a graph",
    "/a",
    linked({ "@graph": [{ "@type": "Article", datePublished: "2024-06-18" }] }),
    "2024-06-18",
  ],
  ["a meta", "/a", `<meta property="article:published_time" content="2024-06-18T08:00Z">`, "2024-06-18"],
  ["a meta without dashes", "/a", `<meta name="pubdate" content="20240618">`, "2024-06-18"],
  [
    "JSON-LD before metas",
    "/a",
    `${linked({ "@type": "Article", datePublished: "2024-06-18" })}<meta name="date" content="2020-01-01">`,
    "2024-06-18",
  ],
  [
    "the article's JSON-LD before the site's",
    "/a",
    linked({
      "@graph": [
        { "@type": "WebSite", datePublished: "2010-01-01" },
        { "@type": "Article", datePublished: "2024-06-18" },
      ],
    }),
    "2024-06-18",
  ],
  [
    "the more telling meta, wherever it stands",
    "/a",
    `<meta name="date" content="2024-09-09"><meta property="article:published_time" content="2024-06-18">`,
    "2024-06-18",
  ],
  [
    "a meta with several properties",
    "/a",
    `<meta itemprop="datePublished dateCreated" content="2024-06-18">`,
    "2024-06-18",
  ],
  [
    "a time by the headline",
    "/a",
    `<header><h1>News</h1><p><time datetime="2024-06-18">today</time></p></header>`,
    "2024-06-18",
  ],
  [
    "no time far from the headline",
    "/a",
    `<main><section><div><div><h1>News</h1></div></div></section><aside><time datetime="2024-06-18"></time></aside></main>`,
    undefined,
  ],
  ["the address", "/world/2024/06/18/news.html", "", "2024-06-18"],
  ["the address in one word", "/news-2024-06-18-x", "", undefined],
  ["a meta, long ago", "/a", `<meta name="dc.date" content="1865-04-15">`, "1865-04-15"],
  ["a meta, with a space before", "/a", `<meta name="date" content=" 2024-06-18 ">`, "2024-06-18"],
  ["a date that the calendar lacks", "/a", `<meta name="date" content="2024-02-30">`, undefined],
  ["an ambiguous date", "/a", `<meta name="date" content="06/07/2024">`, undefined],
];

inEachBrowser(
  "the gate",
  (stage) => {
    const judge = async (path: string, html: string) => {
      const { origin } = await stage.serve({
        [path]: /^<html/.test(html) ? html : `<!doctype html><html lang=en>${html}`,
      });
      const page = await stage.driver.open(origin + path);
      await inject(page);
      return page.evaluate(() => stages.judge(document, new URL(location.href)));
    };

    it.each(GATE)("%s", async (_, path, html, isArticle, reason) => {
      expect(await judge(path, html)).toMatchObject({ reason });
      expect(isMarked(reason)).toBe(isArticle);
    });

    it.each(DATES)("dates an article by %s", async (_, path, html, day) => {
      expect((await judge(path, html)).published).toBe(day);
    });

    it.each([
      ["<html lang=pt-BR>", "pt-BR"],
      [`<html><meta property="og:locale" content="de_DE">`, "de-DE"],
      [`<html><meta http-equiv="Content-Language" content="fr, en">`, "fr"],
      ["<html>", undefined],
    ])("reads the language of %s", async (html, language) => {
      expect((await judge("/a", html)).language).toBe(language);
    });
  },
  { extension: false },
);
