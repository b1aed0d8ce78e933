import { toStaticRange } from "../text/ranges.ts";
import type { Mark } from "./marks.ts";
import { linesOf } from "./shown.ts";

/** What follows a mark in its sentence, line by line, in the viewport of the page; nothing where the sentence ends with it. */
export function restOfSentence(mark: Mark): DOMRect[] {
  const { block, mention } = mark;
  const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(block.text);
  const { index, segment } = sentences.containing(mention.end - 1) ?? { index: 0, segment: "" };
  const end = index + segment.trimEnd().length;
  return end > mention.end ? linesOf({ ...mark, range: toStaticRange(block, mention.end, end) }) : [];
}
