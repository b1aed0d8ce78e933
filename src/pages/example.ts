import { inLanguage, part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";

/** The day of the example, for the roles of those it names. */
export const EXAMPLE_DAY = "2024-06-20";

/** A piece of news to read and to hover over, marked as any page is. */
export function exampleView(document: Document, words: Words): HTMLElement {
  const lines = (["example_first", "example_second"] as const).map((key) =>
    part(document, "p", "line", say(words, key)),
  );
  return inLanguage(part(document, "article", "example", ...lines), words.language);
}
