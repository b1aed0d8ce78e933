import type { Claim, Digest } from "./schema.ts";
import { standingOf } from "./standing.ts";
import { topicsIn } from "./topics.ts";
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
}

/** A claim about an actor tells more of them than one that only names them. */
const PART_WEIGHT = { subject: 1, speaker: 0.6, object: 0.6, mentioned: 0 } as const;
/** A word of the headline alone tells less of what the reader wants than one of the paragraph. */
const TITLE_WEIGHT = 0.5;
/** A topic that the passage surely has counts as much as ten telling words: prose shares single words by chance. */
const TOPIC_WEIGHT = 10;
/** The first of a claim's topics is its chief one; it touches on the others. */
const OTHER_TOPIC = 0.8;
/** Somebody else whom both name. */
const COMPANY_WEIGHT = 1.2;
/** Nearness in time counts as much as one telling word; a claim this many days away gains half of it. */
const HALF_LIFE_DAYS = 180;
const DAY_MS = 86_400_000;
/** What another source says as well. */
const CORROBORATED_WEIGHT = 0.4;
/** What came later than the article, and what has been overtaken by it, give way to what fits as well. */
const LATER_WEIGHT = -4;
const OVERTAKEN_WEIGHT = -2;
/** A forecast of what has come to pass misleads. */
const FULFILLED_WEIGHT = -8;
/** From this share of its telling words in the passage, a claim only repeats it. */
const REPEATED = 0.8;
/** Of fewer telling words all may stand in the passage by chance. */
const LEAST_WORDS = 4;
const REPEATED_WEIGHT = -2;

/** Claims about one actor, most telling for the view first; `digest` tells how they stand to others. */
export function rankClaims(claims: readonly Claim[], actor: string, view: View, digest: Digest): Claim[] {
  const asked = [
    [view.passage, 1],
    [view.title, TITLE_WEIGHT],
  ] as const;
  const words = telling(
    claims.map(({ text }) => text),
    asked,
  );
  const topics = topicScores(claims, view, digest.topics);
  const standing = standingOf(digest);
  const passage = new Set(wordsOf(view.passage));
  const scoreOf = (claim: Claim, i: number) =>
    // The words that it shares then tell nothing for it.
    (repeats(claim, passage) ? REPEATED_WEIGHT : (words[i] ?? 0)) +
    (topics[i] ?? 0) +
    PART_WEIGHT[claim.actors.find(({ id }) => id === actor)?.part ?? "mentioned"] +
    COMPANY_WEIGHT * company(claim, actor, view) +
    nearness(claim.when?.start, view.published) +
    (standing.independent(claim) > 1 ? CORROBORATED_WEIGHT : 0) +
    (standing.isLater(claim, view.published) ? LATER_WEIGHT : 0) +
    (standing.isOvertaken(claim, view.published) ? overtakenWeight(claim) : 0);
  return claims
    .map((claim, i) => ({ claim, score: scoreOf(claim, i) }))
    .sort((a, b) => b.score - a.score)
    .map(({ claim }) => claim);
}

function overtakenWeight({ kind }: Claim): number {
  return kind === "forecast" ? FULFILLED_WEIGHT : OVERTAKEN_WEIGHT;
}

/** What the surest of a claim's topics tells: more, the fewer of the claims have it; headline and paragraph tell the topics together. */
function topicScores(claims: readonly Claim[], { passage, title, language }: View, topics: Digest["topics"]): number[] {
  const surenessOf = topicsIn(`${title}\n${passage}`, language, topics);
  const weights = new Map(
    topics.map(({ id }) => {
      const holders = claims.filter((claim) => claim.topics.includes(id)).length;
      return [id, Math.log(1 + claims.length / (1 + holders)) * (surenessOf.get(id) ?? 0)];
    }),
  );
  const scoreOf = (topic: string, i: number) => (weights.get(topic) ?? 0) * (i ? OTHER_TOPIC : 1);
  return claims.map((claim) => TOPIC_WEIGHT * Math.max(0, ...claim.topics.map(scoreOf)));
}

/** How many of the others whom the passage names the claim names too. */
function company({ actors }: Claim, actor: string, { actors: named = [] }: View): number {
  const others = named.filter((id) => id !== actor);
  const shared = actors.filter(({ id }) => others.includes(id)).length;
  return shared / Math.sqrt(others.length || 1);
}

/** 1 on the day, falling to 0; where either is not known nothing is gained. */
function nearness(time: string | undefined, published: string | undefined): number {
  if (!time || !published) return 0;
  const days = Math.abs(Date.parse(time) - Date.parse(published)) / DAY_MS;
  return Number.isNaN(days) ? 0 : HALF_LIFE_DAYS / (HALF_LIFE_DAYS + days);
}

function repeats({ text }: Claim, passage: ReadonlySet<string>): boolean {
  const own = new Set(wordsOf(text));
  return own.size >= LEAST_WORDS && [...own].filter((word) => passage.has(word)).length / own.size >= REPEATED;
}
