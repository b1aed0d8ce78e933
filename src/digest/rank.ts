import type { Claim, Digest } from "./schema.ts";
import { standingOf } from "./standing.ts";
import { termEvidence } from "./term-evidence.ts";
import { topicEvidence, withoutNames } from "./topic-evidence.ts";
import { telling, wordsOf } from "./words.ts";

/** What the reader has before the eyes. */
export interface View {
  readonly passage: string;
  readonly title: string;
  /** Publication day of the page, YYYY-MM-DD. */
  readonly published?: string;
  /** Tag of the page's language. */
  readonly language?: string;
  /** Actors whom the passage names. */
  readonly actors?: readonly string[];
  /** Actors whom the page names. */
  readonly present?: readonly string[];
}

/** A claim about an actor tells more of them than one that only names them. */
const PART_WEIGHT = { subject: 2, speaker: 1.2, object: 1.2, mentioned: 0 } as const;
/** A word of the headline alone tells less of what the reader wants than one of the paragraph. */
const TITLE_WEIGHT = 0.5;
/** What a claim says and the page too, in whatever words. */
const TERM_WEIGHT = 1.2;
/** Somebody else whom both name. */
const COMPANY_WEIGHT = 1.2;
/** Nearness in time counts as much as a rare term; a claim this many days away gains half of it. */
const NEARNESS_WEIGHT = 3;
const HALF_LIFE_DAYS = 120;
const DAY_MS = 86_400_000;
/** What another source says as well. */
const CORROBORATED_WEIGHT = 0.4;
/** What came later than the article, and what has been overtaken by it, give way to what fits as well. */
const LATER_WEIGHT = -4;
const OVERTAKEN_WEIGHT = -2;
/** A forecast of what has come to pass misleads: it comes last, whatever it fits. */
const FULFILLED_WEIGHT = -100;
/** From this share of its telling words in the passage, a claim only repeats it. */
const REPEATED = 0.8;
/** Of fewer telling words all may stand in the passage by chance. */
const LEAST_WORDS = 4;
const REPEATED_WEIGHT = -2;

/** Two words of a topic keep a claim from being called beside the matter; one alone is often chance, but not on what has just happened. */
const TOLD = 0.3;
const HINTED = 0.15;
const NEWS_DAYS = 14;
/** Such a claim comes before those that share some words with the passage. */
const FITTING_WEIGHT = 4;

export interface Ranked {
  readonly claim: Claim;
  /** Whether it has anything to do with what the reader has before the eyes. */
  readonly fits: boolean;
}

/** Claims about one actor, most telling for the view first; `digest` tells how they stand to others. */
export function rankClaims(claims: readonly Claim[], actor: string, view: View, digest: Digest): Ranked[] {
  const asked = [
    [view.passage, 1],
    [view.title, TITLE_WEIGHT],
  ] as const;
  const words = telling(
    claims.map(({ text }) => text),
    asked,
  );
  const names = digest.actors.find(({ id }) => id === actor)?.names ?? [];
  const told = withoutNames(`${view.title}\n${view.passage}`, names);
  const terms = termEvidence(claims, told, view.language, digest);
  const topics = topicEvidence(claims, told, view.language, digest.topics, terms.counts);
  const standing = standingOf(digest);
  const passage = new Set(wordsOf(view.passage));
  const ranked = claims.map((claim, i) => {
    const known = company(claim, actor, view);
    const score =
      // What only repeats gains nothing by its words; the surer a topic is, the less single words tell.
      (repeats(claim, passage) ? REPEATED_WEIGHT : (1 - topics.surest) * (words[i] ?? 0)) +
      (topics.scores[i] ?? 0) +
      TERM_WEIGHT * (terms.scores[i] ?? 0) +
      COMPANY_WEIGHT * known +
      PART_WEIGHT[claim.actors.find(({ id }) => id === actor)?.part ?? "mentioned"] +
      NEARNESS_WEIGHT * nearness(claim.when?.start, view.published) +
      (standing.independent(claim) > 1 ? CORROBORATED_WEIGHT : 0) +
      (standing.isLater(claim, view.published) ? LATER_WEIGHT : 0) +
      (standing.isOvertaken(claim, view.published) ? overtakenWeight(claim) : 0);
    const isTold = claim.topics.length
      ? topics.surenessOf(claim) >= (isNews(claim, view) ? HINTED : TOLD)
      : (words[i] ?? 0) > 0;
    const fits = isTold || known > 0;
    return { claim, score: score + (fits ? FITTING_WEIGHT : 0), fits };
  });
  return ranked.sort((a, b) => b.score - a.score).map(({ claim, fits }) => ({ claim, fits }));
}

function overtakenWeight({ kind }: Claim): number {
  return kind === "forecast" ? FULFILLED_WEIGHT : OVERTAKEN_WEIGHT;
}

/** How many of the others whom the passage names the claim names too. */
function company({ actors }: Claim, actor: string, { actors: named = [] }: View): number {
  const others = named.filter((id) => id !== actor);
  const shared = actors.filter(({ id }) => others.includes(id)).length;
  return shared / Math.sqrt(others.length || 1);
}

/** 1 on the day, falling to 0; where either is not known nothing is gained. */
function nearness(time: string | undefined, published: string | undefined): number {
  return HALF_LIFE_DAYS / (HALF_LIFE_DAYS + daysBetween(time, published));
}

function isNews({ when }: Claim, { published }: View): boolean {
  // Of a month that is told without a day, any may be meant.
  const isWithin = when !== undefined && published?.startsWith(when.start) === true;
  return isWithin || daysBetween(when?.start, published) <= NEWS_DAYS;
}

/** Infinitely many where either is not known. */
function daysBetween(time: string | undefined, published: string | undefined): number {
  if (!time || !published) return Number.POSITIVE_INFINITY;
  const days = Math.abs(Date.parse(time) - Date.parse(published)) / DAY_MS;
  return Number.isNaN(days) ? Number.POSITIVE_INFINITY : days;
}

function repeats({ text }: Claim, passage: ReadonlySet<string>): boolean {
  const own = new Set(wordsOf(text));
  return own.size >= LEAST_WORDS && [...own].filter((word) => passage.has(word)).length / own.size >= REPEATED;
}
