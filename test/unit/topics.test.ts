import { describe, expect, it } from "vitest";
import { readDigestFiles } from "../../scripts/digest-files.ts";
import { sureness, topicWordsIn } from "../../src/digest/topics.ts";

const TOPICS = [
  {
    id: "ships",
    label: "Ships",
    words: { en: ["ship", "aid", "harbour master", "sail-", "port", "47"], de: ["Schiff-"], zh: ["船"], ko: ["배"] },
  },
  { id: "wine", label: "Wine", words: { en: ["port", "cork", "vineyard"], de: ["Wein-"] } },
  { id: "kites", label: "Kites", words: {} },
];

function told(text: string, language?: string): Record<"ships" | "wine" | "kites", number> {
  const words = topicWordsIn(text, language, TOPICS);
  const of = (id: string) => sureness(words.get(id) ?? Number.NaN);
  return { ships: of("ships"), wine: of("wine"), kites: of("kites") };
}

describe("a topic is told", () => {
  const tell: [how: string, text: string, language: string | undefined][] = [
    ["by a word of it", "A ship!", "en"],
    ["with an ending", "Two ships.", "en"],
    ["in capitals", "SHIP", "en"],
    ["by more than one word", "The harbour master slept.", "en"],
    ["by the beginning of a word that any ending may follow", "They were sailing.", "en"],
    ["in a variety of the language", "A ship!", "en-GB"],
    ["in a language that writes words together", "Die Schifffahrt ruht.", "de"],
    ["by a number", "She was no. 47.", "en"],
    ["where no spaces stand", "他们的船很大", "zh"],
    ["where a particle follows", "큰 배가 왔다", "ko"],
    ["in any language where the page's is not known", "Ein Schiff.", undefined],
    ["in any language where there are no words in the page's", "Ein Schiff.", "cs"],
  ];
  it.each(tell)("%s", (_, text, language) => {
    expect(told(text, language).ships).toBeGreaterThan(0);
  });

  const silent: [how: string, text: string, language: string][] = [
    ["by the end of another word", "Her friendship lasted.", "en"],
    ["by the beginning of a much longer word", "A shipbuilder.", "en"],
    ["by a short word with an ending", "An aide.", "en"],
    ["by a word of another language", "Ein Schiff.", "en"],
    ["by part of a number", "In 1947, 470 of them left.", "en"],
    ["by nothing", "", "en"],
  ];
  it.each(silent)("not %s", (_, text, language) => {
    expect(told(text, language).ships).toBe(0);
  });

  it("by its label where no words are given", () => {
    expect(told("Kites!", "en").kites).toBeGreaterThan(0);
  });
});

describe("a topic is told more surely", () => {
  it("by two words than by one, never beyond 1", () => {
    const one = told("A ship.", "en").ships;
    const two = told("A ship sailed.", "en").ships;
    expect(two).toBeGreaterThan(one);
    expect(told("Ship, aid, harbour master, sail, port.", "en").ships).toBeLessThan(1);
  });

  it("no more by the same word again", () => {
    expect(told("A ship, a ship, two ships.", "en")).toEqual(told("A ship.", "en"));
  });

  it("by a word of its own than by one that it shares", () => {
    expect(told("A ship.", "en").ships).toBeGreaterThan(told("A port.", "en").ships);
    expect(told("A port.", "en")).toMatchObject({ ships: told("A port.", "en").wine });
  });
});

describe("the words of the bundled digest", () => {
  const { topics } = readDigestFiles("assets/digest");

  it("are there in English for every topic", () => {
    expect(topics.filter(({ words: { en = [] } }) => !en.length).map(({ id }) => id)).toEqual([]);
  });

  // Short words with an ending are others: “thin” is no “thing”.
  it("tell no topic of plain prose", () => {
    const text = "It was the first thing that she did, and he would not have done it with them or without us.";
    const words = topicWordsIn(text, "en", topics);
    expect([...words].filter(([, count]) => count > 0).map(([id]) => id)).toEqual([]);
  });
});
