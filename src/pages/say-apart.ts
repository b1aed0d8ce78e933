import { part } from "../card/elements.ts";
import { type Message, say, type Words } from "../card/words.ts";

/** A message with elements in place of its gaps; texts get one of their own, so that their direction is not that of the words around them. */
export function sayApart(
  document: Document,
  words: Words,
  key: Message,
  ...values: (Node | string)[]
): (Node | string)[] {
  const gaps = values.map((_, i) => `{${i + 1}}`);
  const pieces = say(words, key, ...gaps).split(/(\{\d\})/);
  return pieces.map((piece) => {
    const value = values[gaps.indexOf(piece)];
    return typeof value === "string" ? part(document, "bdi", "value", value) : (value ?? piece);
  });
}
