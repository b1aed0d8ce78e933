import type { Digest } from "./schema.ts";
import { wordsFound } from "./word-search.ts";

/** So many words of its own make a topic half sure: a single one is often chance, two together seldom are. */
const HALF_SURE_WORDS = 2;

/** How many words of each topic stand in a text, in the text's language, or in all where that is not known; the more topics list a word, the less it counts. */
export function topicWordsIn(
  text: string,
  language: string | undefined,
  topics: Digest["topics"],
): Map<string, number> {
  const told = new Map(topics.map(({ id }) => [id, 0]));
  for (const { lists } of wordsFound(text, language, topics))
    for (const id of lists) told.set(id, (told.get(id) ?? 0) + 1 / Math.sqrt(lists.length));
  return told;
}

/** How surely so many words tell a topic, from 0 to 1. */
export function sureness(words: number): number {
  return words ** 2 / (words ** 2 + HALF_SURE_WORDS ** 2);
}
