import { describe, expect, it } from "vitest";
import { findMentions } from "../../src/mentions/find-mentions.ts";
import { NO_EVIDENCE } from "../../src/mentions/mention.ts";
import { KNOWN_NAMES } from "./known-names.ts";
import { MENTION_CASES } from "./mention-cases.ts";

for (const [group, cases] of Object.entries(MENTION_CASES)) {
  describe(group, () => {
    it.each(cases)("$what", ({ paragraphs, title = "", language = "en", expected }) => {
      const passages = paragraphs.map((text, id) => ({ id, text }));
      const { mentions } = findMentions(passages, { title, language }, NO_EVIDENCE, KNOWN_NAMES);
      const found = passages.flatMap(({ id, text }) =>
        (mentions[id] ?? []).map(({ start, end, actor }) => [id, text.slice(start, end), actor]),
      );
      expect(found).toEqual(expected);
    });
  });
}
