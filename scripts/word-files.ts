import type { WordsFile } from "../src/digest/file-schemas.ts";
import type { Fault } from "../src/digest/references.ts";
import type { WordList } from "../src/digest/word-search.ts";
import type { DigestFile } from "./yaml-file.ts";

/** The words of topics, or of terms, in one language. */
export interface LanguageWords {
  readonly file: DigestFile;
  readonly language: string;
  readonly words: WordsFile;
}

/** Lists, and their words by language → lists with all their words; `what` they are is told in faults. */
export function withWords<List extends WordList>(
  lists: readonly List[],
  languages: readonly LanguageWords[],
  what: string,
): { lists: List[]; faults: (Fault & { readonly file: DigestFile })[] } {
  const ids = new Set(lists.map(({ id }) => id));
  return {
    lists: lists.map((list) => ({
      ...list,
      words: {
        ...list.words,
        ...Object.fromEntries(
          languages.flatMap(({ language, words }) => {
            const own = [...(list.words[language] ?? []), ...(words[list.id] ?? [])];
            return own.length ? [[language, own]] : [];
          }),
        ),
      },
    })),
    faults: languages.flatMap(({ file, words }) =>
      Object.keys(words)
        .filter((id) => !ids.has(id))
        .map((id) => ({ file, path: [id], message: `no ${what} has this id` })),
    ),
  };
}
