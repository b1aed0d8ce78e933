import { expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { describeActor } from "../../src/digest/entry.ts";

/** What is read in passing, in characters. */
const FIRST_VIEW = 400;

const digest = readDigestFiles("assets/digest");

it.each(digest.actors.map(({ id }) => id))("the card of %s can be read in passing", (id) => {
  const { statements } = describeActor(digest, id, { passage: "", title: "", published: "2024-06-20" });
  const texts = statements
    .slice(0, 3)
    .flatMap(({ text, against }) => [text, ...against.map(({ statement }) => statement.text)]);
  expect(texts.join("").replace(/<[^>]*>/g, "").length).toBeLessThanOrEqual(FIRST_VIEW);
});
