import { lent } from "./kinship.ts";
import type { Actor, Claim, Digest } from "./schema.ts";
import { sureness, topicWordsIn } from "./topics.ts";

/** A topic that the passage surely has counts as much as twenty telling words: prose shares single words by chance. */
const TOPIC_WEIGHT = 20;
/** The first of a claim's topics is its chief one; it touches on the others. */
const OTHER_TOPIC = 0.8;
/** A claim on two topics that are both told fits better than one on either, if by little: they often tell the same. */
const SECOND_TOPIC = 0.25;

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
  return formsOf(names).reduce((rest, form) => rest.replaceAll(form, NAMELESS), text);
}

/** How often a text names the actor. */
export function namedIn(text: string, names: Actor["names"]): number {
  return withoutNames(text, names).split(NAMELESS).length - text.split(NAMELESS).length;
}

/** The topics that bear the actor's name: it stands among their words. */
export function ownTopics(names: Actor["names"], language: string | undefined, topics: Digest["topics"]): Set<string> {
  const words = topicWordsIn(formsOf(names).join("\n"), language, topics);
  return new Set([...words].filter(([, count]) => count > 0).map(([id]) => id));
}

/** The longest first. */
function formsOf(names: Actor["names"]): string[] {
  return names
    .filter(({ form, strength }) => strength !== "weak" && form.length >= (SPACED.test(form) ? LEAST_SPACED : LEAST))
    .map(({ form }) => form)
    .sort((a, b) => b.length - a.length);
}

/** What the two surest of a claim's topics tell: more, the fewer of the claims have them; headline and paragraph tell the topics together. */
export function topicEvidence(
  claims: readonly Claim[],
  text: string,
  language: string | undefined,
  topics: Digest["topics"],
): TopicEvidence {
  const words = topicWordsIn(text, language, topics);
  const surenesses = new Map([...words].map(([id, count]) => [id, sureness(count)]));
  const weights = new Map(
    topics.map(({ id }) => {
      const holders = claims.filter((claim) => claim.topics.includes(id)).length;
      return [id, Math.sqrt(Math.log(1 + claims.length / (1 + holders))) * (surenesses.get(id) ?? 0)];
    }),
  );
  const weightOf = (topic: string, i: number) => (weights.get(topic) ?? 0) * (i ? OTHER_TOPIC : 1);
  const own = claims.map((claim) => {
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
