import { daysBetween, isOnThemselves, isTold } from "./fitting.ts";
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
const PART_WEIGHT = { subject: 1.5, speaker: 0.9, object: 0.9, mentioned: 0 } as const;
/** A word of the headline alone tells less of what the reader wants than one of the paragraph. */
const TITLE_WEIGHT = 0.5;
/** What a claim says and the page too, in other words: beside a sure topic it still tells claims apart. */
const TERM_FADE = 0.7;
/** Somebody else whom both name. */
const COMPANY_WEIGHT = 1.2;
/** Nearness in time counts as much as two telling words; a claim this many days away gains half of it. */
const NEARNESS_WEIGHT = 2;
const HALF_LIFE_DAYS = 180;
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

/** What the page tells comes before what shares some words with the passage. */
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
  const text = withoutNames(`${view.title}\n${view.passage}`, names);
  const isOwn = isOnThemselves({ id: actor, names }, view, digest.topics);
  const terms = termEvidence(claims, text, view.language, digest);
  const topics = topicEvidence(claims, text, view.language, digest.topics);
  const standing = standingOf(digest);
  const passage = new Set(wordsOf(view.passage));
  const ranked = claims.map((claim, i) => {
    const known = company(claim, actor, view);
    const score =
      // What only repeats gains nothing by its words; the surer a topic is, the less single words tell.
      (repeats(claim, passage) ? REPEATED_WEIGHT : (1 - topics.surest) * (words[i] ?? 0)) +
      (topics.scores[i] ?? 0) +
      (1 - TERM_FADE * topics.surest) * (terms[i] ?? 0) +
      COMPANY_WEIGHT * known +
      PART_WEIGHT[claim.actors.find(({ id }) => id === actor)?.part ?? "mentioned"] +
      NEARNESS_WEIGHT * nearness(claim.when?.start, view.published) +
      (standing.independent(claim) > 1 ? CORROBORATED_WEIGHT : 0) +
      (standing.isLater(claim, view.published) ? LATER_WEIGHT : 0) +
      (standing.isOvertaken(claim, view.published) ? overtakenWeight(claim) : 0);
    const told = known > 0 || isTold(claim, words[i] ?? 0, topics, view.published);
    return { claim, score: score + (told ? FITTING_WEIGHT : 0), fits: told || isOwn(claim) };
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

function repeats({ text }: Claim, passage: ReadonlySet<string>): boolean {
  const own = new Set(wordsOf(text));
  return own.size >= LEAST_WORDS && [...own].filter((word) => passage.has(word)).length / own.size >= REPEATED;
}
