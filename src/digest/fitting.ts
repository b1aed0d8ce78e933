import type { Actor, Claim, Digest } from "./schema.ts";
import { namedIn, ownTopics, type TopicEvidence } from "./topic-evidence.ts";

/** Two words of a topic keep a claim from being called beside the matter; one alone is often chance, but not on what has just happened. */
const TOLD = 0.3;
const HINTED = 0.15;
const NEWS_DAYS = 14;
const DAY_MS = 86_400_000;
/** Named so often, an actor is what a paragraph is about; a headline names them once. */
const OFTEN = 2;

/** What tells whom a page is about. */
interface Read {
  readonly passage: string;
  readonly title: string;
  readonly language?: string;
}

/** Whether a page of a day tells a claim's matter: one of its topics, or where it has none, some of its words. */
export function isTold(claim: Claim, words: number, { surenessOf }: TopicEvidence, published?: string): boolean {
  if (!claim.topics.length) return words > 0;
  return surenessOf(claim) >= (isNews(claim, published) ? HINTED : TOLD);
}

/** Whether a claim is on the actor themselves, where the page is: its chief topic bears the actor's name, which alone tells no topic. */
export function isOnThemselves(
  { id: actor, names }: Pick<Actor, "id" | "names">,
  { title, passage, language }: Read,
  topics: Digest["topics"],
): (claim: Claim) => boolean {
  const isAbout = namedIn(title, names) > 0 || namedIn(passage, names) >= OFTEN;
  const own = isAbout ? ownTopics(names, language, topics) : new Set<string>();
  return ({ actors, topics: [chief = ""] }) => {
    const part = actors.find(({ id }) => id === actor)?.part;
    return own.has(chief) && (part === "subject" || part === "object");
  };
}

function isNews({ when }: Claim, published: string | undefined): boolean {
  // Of a month that is told without a day, any may be meant.
  const isWithin = when !== undefined && published?.startsWith(when.start) === true;
  return isWithin || daysBetween(when?.start, published) <= NEWS_DAYS;
}

/** Infinitely many where either is not known. */
export function daysBetween(time: string | undefined, published: string | undefined): number {
  if (!time || !published) return Number.POSITIVE_INFINITY;
  const days = Math.abs(Date.parse(time) - Date.parse(published)) / DAY_MS;
  return Number.isNaN(days) ? Number.POSITIVE_INFINITY : days;
}
