import { isNodeVisible, isProbablyReaderable } from "@mozilla/readability/Readability-readerable.js";
import { daysByHeadline, isArticle, type LinkedData, publishedOn, readLinkedData } from "./published.ts";

/** What a page is: an article, by what it declares or by its paragraphs, or what else; the toolbar says it in words. */
export type Reason = "article-data" | "readable" | "not-html" | "front-page" | "no-article";

export interface Verdict {
  readonly reason: Reason;
  readonly title: string;
  readonly language?: string;
  /** Publication day, YYYY-MM-DD. */
  readonly published?: string;
}

const ARTICLE_META =
  'meta[property="article:published_time"],meta[property="article:author"],meta[property="article:section"]';
const WRITTEN_WITHOUT_SPACES = /^(?:zh|ja|ko|th)\b/i;
/** Readability wants 140 letters a paragraph; Chinese or Korean says as much in a third of them. */
const DENSE_SCRIPT = { minContentLength: 50, minScore: 10 };

/** This many lines of fewer characters than this each are verse. */
const VERSE_LINES = 8;
const VERSE_LINE_CHARS = 60;

/** Whether a page is an article, and what it declares about itself. Reads the head and counts paragraphs; changes nothing. */
export function judge(document: Document, url: URL): Verdict {
  const title = metaContent(document, 'meta[property="og:title"]') ?? document.title;
  const language = languageOf(document);
  const linked = readLinkedData(document);
  const published = publishedOn(document, url, linked);
  const about = { title, ...(language && { language }), ...(published && { published }) };
  const verdict = (reason: Reason): Verdict => ({ reason, ...about });

  if (!/html/.test(document.contentType)) return verdict("not-html");
  const declares = hasArticleData(document, linked);
  if (isRoot(url) || (!declares && isDeclaredFront(document, url))) return verdict("front-page");
  if (declares) return verdict("article-data");
  return isReadable(document, language) ? verdict("readable") : verdict("no-article");
}

function hasArticleData(document: Document, linked: readonly LinkedData[]): boolean {
  return (
    linked.some(isArticle) ||
    /^(?:news)?article$/i.test(metaContent(document, 'meta[property="og:type"]') ?? "") ||
    document.querySelector(ARTICLE_META) !== null
  );
}

/** Some sites call every page a website: one with a dated headline is an article for all that. */
function isDeclaredFront(document: Document, url: URL): boolean {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const declared = canonical ? URL.parse(canonical, url) : null;
  if (declared !== null && isRoot(declared)) return true;
  return metaContent(document, 'meta[property="og:type"]') === "website" && daysByHeadline(document).length === 0;
}

function isReadable(document: Document, language: string | undefined): boolean {
  const needed = language && WRITTEN_WITHOUT_SPACES.test(language) ? DENSE_SCRIPT : {};
  return isProbablyReaderable(document, {
    ...needed,
    visibilityChecker: (node) => isNodeVisible(node) && !isVerse(node),
  });
}

/** Lines broken by hand, as in lyrics and addresses, are no prose. */
function isVerse(element: Element): boolean {
  const lines = element.querySelectorAll("br").length + 1;
  return lines >= VERSE_LINES && (element.textContent ?? "").trim().length / lines < VERSE_LINE_CHARS;
}

function isRoot(url: URL): boolean {
  return url.pathname === "/" && !url.search;
}

function languageOf(document: Document): string | undefined {
  const declared =
    document.documentElement.lang ||
    metaContent(document, 'meta[http-equiv="content-language" i]') ||
    metaContent(document, 'meta[property="og:locale"]');
  return declared?.split(",")[0]?.trim().replace("_", "-") || undefined;
}

function metaContent(document: Document, selector: string): string | undefined {
  return document.querySelector(selector)?.getAttribute("content")?.trim() || undefined;
}
