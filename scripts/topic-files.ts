import type { InferOutput } from "valibot";
import type { aboutFileSchema, TopicsFile } from "../src/digest/file-schemas.ts";
import type { Fault } from "../src/digest/references.ts";
import type { DigestFile } from "./yaml-file.ts";

/** The words of topics in one language. */
export interface LanguageTopics {
  readonly file: DigestFile;
  readonly language: string;
  readonly words: TopicsFile;
}

type Topics = InferOutput<typeof aboutFileSchema>["topics"];

/** Topics, and their words by language → topics with all their words. */
export function wordTopics(
  topics: Topics,
  languages: readonly LanguageTopics[],
): { topics: Topics; faults: (Fault & { readonly file: DigestFile })[] } {
  const ids = new Set(topics.map(({ id }) => id));
  return {
    topics: topics.map((topic) => ({
      ...topic,
      words: {
        ...topic.words,
        ...Object.fromEntries(
          languages.flatMap(({ language, words }) => {
            const own = [...(topic.words[language] ?? []), ...(words[topic.id] ?? [])];
            return own.length ? [[language, own]] : [];
          }),
        ),
      },
    })),
    faults: languages.flatMap(({ file, words }) =>
      Object.keys(words)
        .filter((id) => !ids.has(id))
        .map((id) => ({ file, path: [id], message: "no topic has this id" })),
    ),
  };
}
