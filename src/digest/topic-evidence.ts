import { lent } from "./kinship.ts";
import type { Actor, Claim, Digest } from "./schema.ts";
import { sureness, topicWordsIn } from "./topics.ts";

/** A topic that the passage surely has counts as much as twenty telling words: prose shares single words by chance. */
const TOPIC_WEIGHT = 20;
/** The first of a claim's topics is its chief one; it touches on the others. */
const OTHER_TOPIC = 0.8;
/** A claim on two topics that are both told fits better than one on either, if by little: they often tell the same. */
const SECOND_TOPIC = 0.25;

/** What the claim itself says makes its topics surer, as a third of a word of theirs does. */
const TERM_WORDS = 0.3;

export interface TopicEvidence {
  /** What each claim gains by the topics that the passage tells. */
  readonly scores: readonly number[];
  /** How sure the passage's surest topic is, from 0 to 1. */
  readonly surest: number;
  /** How sure the passage's surest topic is among those of a claim, from 0 to 1. */
  readonly surenessOf: (claim: Claim) => number;
}

/** What stands in place of a name: no word of any topic. */
const NAMELESS = "*";
/** Shorter names stand within other words: in letters of the Latin and Cyrillic script, and in all others. */
const SPACED = /^[\p{sc=Latn}\p{sc=Cyrl}]/u;
const LEAST_SPACED = 3;
const LEAST = 2;

/** A text without the names of the actor whom all of its claims are about: that they are named tells no topic. */
export function withoutNames(text: string, names: Actor["names"]): string {
  return names
    .filter(({ form, strength }) => strength !== "weak" && form.length >= (SPACED.test(form) ? LEAST_SPACED : LEAST))
    .map(({ form }) => form)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, NAMELESS), text);
}

/**
 * What the two surest of a claim's topics tell: more, the fewer of the claims have them; headline and paragraph tell the topics together.
 * @param terms how many of each claim's terms the text has
 */
export function topicEvidence(
  claims: readonly Claim[],
  text: string,
  language: string | undefined,
  topics: Digest["topics"],
  terms: readonly number[],
): TopicEvidence {
  const words = topicWordsIn(text, language, topics);
  const surenesses = new Map([...words].map(([id, count]) => [id, sureness(count)]));
  const weights = new Map(
    topics.map(({ id }) => {
      const holders = claims.filter((claim) => claim.topics.includes(id)).length;
      return [id, Math.sqrt(Math.log(1 + claims.length / (1 + holders)))];
    }),
  );
  const own = claims.map((claim, i) => {
    const told = (topic: string) => sureness((words.get(topic) ?? 0) + TERM_WORDS * (terms[i] ?? 0));
    const weightOf = (topic: string, at: number) => (weights.get(topic) ?? 0) * told(topic) * (at ? OTHER_TOPIC : 1);
    const [surest = 0, second = 0] = claim.topics.map(weightOf).sort((a, b) => b - a);
    return surest + SECOND_TOPIC * second;
  });
  const gained = lent(claims, own);
  return {
    scores: claims.map((_, i) => TOPIC_WEIGHT * ((own[i] ?? 0) + (gained[i] ?? 0))),
    surest: Math.max(0, ...surenesses.values()),
    surenessOf: ({ topics }) => Math.max(0, ...topics.map((topic) => surenesses.get(topic) ?? 0)),
  };
}
