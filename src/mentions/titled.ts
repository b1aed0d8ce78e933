import type { NameIndex } from "./name-index.ts";
import type { Text } from "./text.ts";
import type { Title } from "./titles.ts";
import type { Capitals, Token } from "./tokens.ts";
import type { Match } from "./whole.ts";

const JOINT = /^(?:| |-|'|\. ?|, )$/;
/** The longest word that begins a title in Korean, in syllables. */
const LONGEST_TITLE = 12;

/** The actors whom a title beside the surname tells to be meant: President Xi, 김 위원장. */
export function titledBeside({ tokens }: Text, { first, last, entry }: Match, index: NameIndex): readonly string[] {
  const told = (title: Title) => entry.bearers.filter((actor) => title.actors.has(actor));
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const found: string[] = [];
  if (before && JOINT.test((tokens[first] as Token).gap)) {
    for (const title of index.titles.before.get(before.text) ?? [])
      if (standsAt(tokens, first - title.words.length, title)) found.push(...told(title));
  }
  if (after && after.script !== "spaced" && JOINT.test(after.gap)) {
    for (let length = Math.min(after.text.length, LONGEST_TITLE); length > 0; length--)
      for (const title of index.titles.after.get(after.text.slice(0, length)) ?? [])
        if (standsAt(tokens, last + 1, title)) found.push(...told(title));
  }
  return [...new Set(found)];
}

function standsAt(tokens: readonly Token[], first: number, { words, capitals }: Title): boolean {
  return (
    first >= 0 &&
    words.every((word, k) => {
      const token = tokens[first + k];
      if (!token || (k > 0 && !JOINT.test(token.gap))) return false;
      const isWord =
        token.script === "hangul" && k === words.length - 1 ? token.text.startsWith(word) : token.text === word;
      return isWord && ((capitals[k] as Capitals) !== "all" || token.capitals !== "none");
    })
  );
}
