import type { Run } from "./blocks.ts";
import { aroundRoot, type Container, elementOf, parentOf } from "./elements.ts";
import type { Surroundings } from "./surroundings.ts";

export type Zone = "headline" | "body" | "furniture";

/** A paragraph of this many characters is prose; captions, buttons and teasers are shorter. */
const PROSE_CHARS = 60;
/** Above this share of linked characters a block is a list of links. */
const MOST_LINKED = 0.6;
/** The article is the smallest element that holds this share of the prose. */
const ARTICLE_SHARE = 0.7;
/** Words in classes are believed only while this share of the prose remains: comments can outweigh an article, but by no more. */
const LEAST_UNDOUBTED = 0.1;
/** The element around the article counts to it (standfirst, byline) while it adds no more than this share of prose. */
const MOST_ADDED = 0.35;
const PARAGRAPH = /^(?:p|li|blockquote|figcaption|dd|dt|pre|h[1-6])$/;
/** What comes later is an article of its own from this much prose, in characters. */
const LATER_ARTICLE_CHARS = 500;

/** Where an article stands. */
export interface Article {
  /** The smallest element that holds most of its prose. */
  readonly core: Element;
  /** The element around it that holds headline, standfirst and byline as well. */
  readonly around: Element;
}

/** The article among these runs, or null where there is no prose. */
export function findArticle(runs: readonly Run[]): Article | null {
  const prose = runs.filter(isProse);
  const undoubted = prose.filter(({ surroundings }) => surroundings.doubts === null);
  return holderOf(charsOf(undoubted) >= LEAST_UNDOUBTED * charsOf(prose) ? undoubted : prose);
}

/**
 * One more article among runs that came later and stand outside the first, or null.
 * It has a headline, as where sites load the next article below, or outweighs what was taken for the article before.
 */
export function findLaterArticle(runs: readonly Run[], earlier: readonly Run[]): Article | null {
  const prose = runs.filter((run) => isProse(run) && run.surroundings.doubts === null);
  const chars = charsOf(prose);
  if (chars < LATER_ARTICLE_CHARS) return null;
  const article = holderOf(prose);
  const hasHeadline = (article?.core.closest("article") ?? article?.core.querySelector("article,h1,h2")) != null;
  return hasHeadline || chars > charsOf(earlier.filter(isProse)) ? article : null;
}

function holderOf(prose: readonly Run[]): Article | null {
  const weights = new Map<Element, number>();
  let level = new Map<Element | null, number>();
  for (const { container, text } of prose) add(level, aroundParagraph(container), text.length);
  // Outwards, all at the same pace: what stands side by side is one from there on.
  while (level.size) {
    const outer = new Map<Element | null, number>();
    for (const [element, chars] of level) {
      if (!element) continue;
      add(weights, element, chars);
      add(outer, parentOf(element), chars);
    }
    level = outer;
  }
  const core = smallestHolder(weights, ARTICLE_SHARE * charsOf(prose));
  if (!core) return null;
  const most = (1 + MOST_ADDED) * weightOf(weights, core);
  let around = core;
  for (const wider of [core.closest("article,[role=article],main,[role=main]"), withHeadline(core)]) {
    if (wider && holds(wider, around) && weightOf(weights, wider) <= most) around = wider;
  }
  return { core, around };
}

/** The element that holds the headline as well, and so the standfirst between them; not the page as a whole. */
function withHeadline(root: Element): Element | null {
  const headline = root.ownerDocument.querySelector("h1");
  const frame = headline ? null : aroundRoot(root.ownerDocument);
  if (frame) return withHeadline(frame);
  let around: Element | null = root;
  while (headline && around && !around.contains(headline)) around = around.parentElement;
  return headline && around && !/^(?:body|html)$/.test(around.localName) ? around : null;
}

/** Where a run stands, given the articles found on the page; with none known, all that is no furniture is body. */
export function zoneOf({ surroundings, linked, text, container }: Run, articles: readonly Article[]): Zone {
  if (surroundings.furniture) return "furniture";
  // A headline that is a link as a whole leads to another article.
  if (linked > MOST_LINKED * text.trim().length) return "furniture";
  if (surroundings.heading) return "headline";
  const article = articles.find(({ around }) => holds(around, elementOf(container)));
  if (articles.length && !article) return "furniture";
  return isDoubted(surroundings, article) ? "furniture" : "body";
}

function isDoubted({ doubts }: Surroundings, article: Article | undefined): boolean {
  for (let doubt = doubts; doubt; doubt = doubt.outer) {
    if (!article || !holds(doubt.element, article.core)) return true;
  }
  return false;
}

/** `contains`, across shadow roots and frames. */
function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at; at = aroundRoot(at.getRootNode())) {
    if (outer.contains(at)) return true;
  }
  return false;
}

/** Elements that hold more than half of all form one chain, the innermost first among equals: what an element holds was counted before it. */
function smallestHolder(weights: ReadonlyMap<Element, number>, least: number): Element | null {
  let smallest: Element | null = null;
  for (const [element, weight] of weights) {
    if (weight >= least && (!smallest || weight < weightOf(weights, smallest))) smallest = element;
  }
  return smallest;
}

function add<T>(weights: Map<T, number>, to: T, weight: number): void {
  weights.set(to, (weights.get(to) ?? 0) + weight);
}

function weightOf(weights: ReadonlyMap<Element, number>, element: Element): number {
  return weights.get(element) ?? 0;
}

/** A long paragraph alone is no article: what counts is the element that holds it and its like. */
function aroundParagraph(container: Container): Element | null {
  const element = elementOf(container);
  return PARAGRAPH.test(element.localName) ? parentOf(element) : element;
}

function isProse({ text, linked, surroundings }: Run): boolean {
  const { length } = text.trim();
  return length >= PROSE_CHARS && linked < length / 3 && !surroundings.furniture;
}

function charsOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
