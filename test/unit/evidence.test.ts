import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unseal } from "../../src/mentions/evidence.ts";
import { findMentions } from "../../src/mentions/find-mentions.ts";
import { type Evidence, type Mention, NO_EVIDENCE, type Page, type Passage } from "../../src/mentions/mention.ts";
import { KNOWN_NAMES } from "./known-names.ts";

const PAGE: Page = { title: "A visit to Russia", language: "en" };

/** Paragraphs that anchor, rival, introduce, tell apart, wait for others, or say nothing. */
const POOL = [
  "Vladimir Putin arrived.",
  "Putin smiled, and Kim with him in Russia.",
  "Kim Jong-un waited; Kim is patient.",
  "Kim Jong-il had Kim for a name, and Miller for a guest.",
  "Later Kim Kardashian spoke.",
  "Matthew Miller met Dennis Miller in Russia, some claimed.",
  "Matthew Miller said what Kirby had said.",
  "John Kirby and Sergei Ivanov talked.",
  "Ivanov left the Kremlin.",
  "Nothing happened after this.",
];

describe("an article asked in several questions", () => {
  const article = fc.array(fc.constantFrom(...POOL), { minLength: 2, maxLength: 7 });
  /** For each paragraph, whether a new question begins with it. */
  const cuts = fc.array(fc.boolean(), { minLength: 7, maxLength: 7 });

  it("has the mentions of one question after each, revised lists what changed, and evidence is only read", () => {
    fc.assert(
      fc.property(article, cuts, (texts, begins) => {
        const passages = toPassages(texts);
        const known = new Map<number, readonly Mention[]>();
        let evidence = NO_EVIDENCE;
        let asked = 0;
        for (const question of split(passages, begins)) {
          const found = findMentions(freeze(question), PAGE, freeze(evidence), KNOWN_NAMES);
          const before = new Map(known);
          for (const { id } of question) known.set(id, found.mentions[id] ?? []);
          revise(known, found.revised);
          asked += question.length;

          expect(known).toEqual(inOneQuestion(passages.slice(0, asked)));
          const changed = [...before.keys()].filter((id) => !isSame(before.get(id), known.get(id)));
          expect(Object.keys(found.revised).map(Number)).toEqual(changed);
          evidence = { ...evidence, ...found.evidence };
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the evidence that comes back", () => {
  const [kim, putin, nothing] = toPassages([
    "Kim spoke, then Putin did.",
    "Kim Jong-un left.",
    "They left.",
  ]) as Passage[];

  it("is that of the passages asked about and of those that it changes, no other's", () => {
    let known: Evidence = {};
    const ask = (passage: Passage | undefined) => {
      const { evidence } = findMentions(passage ? [passage] : [], PAGE, known, KNOWN_NAMES);
      known = { ...known, ...evidence };
      return Object.keys(evidence);
    };
    expect(ask(kim)).toEqual(["0"]);
    expect(ask(putin)).toEqual(["0", "1"]);
    expect(ask(nothing)).toEqual([]);
    expect(ask(undefined)).toEqual([]);
  });

  it("leaves out what a passage tells nothing of", () => {
    const { evidence, mentions } = findMentions([nothing as Passage, putin as Passage], PAGE, {}, KNOWN_NAMES);
    expect(Object.keys(mentions)).toEqual(["1"]);
    expect(Object.fromEntries(unseal(evidence))).toEqual({
      [putin?.id ?? 0]: { strong: { "kim-jong-un": 0 } },
    });
  });
});

describe("what is revised", () => {
  const cases: [what: string, earlier: string, later: string, revised: string[] | undefined][] = [
    ["a surname whose full name comes later", "Putin smiled in Russia.", "Vladimir Putin did.", ["Putin"]],
    ["nothing by a rival after it", "Kim Jong-un left. Kim ran.", "Then Kim Kardashian arrived.", undefined],
    ["nothing by a rival after the full name", "Kim ran. Kim Jong-un left.", "Then Kim Kardashian arrived.", undefined],
    ["a full name told by a later context word", "John Kirby talked.", "So did the White House.", ["John Kirby"]],
    ["nothing", "Kim Jong-un left. Kim ran.", "Vladimir Putin did.", undefined],
    ["nothing by a second bearer after it", "Kim Jong-un left. Kim ran.", "Kim Jong-il is dead.", undefined],
  ];
  it.each(cases)("%s", (_, earlier, later, expected) => {
    const { evidence } = findMentions([{ id: 0, text: earlier }], PAGE, NO_EVIDENCE, KNOWN_NAMES);
    const { revised } = findMentions([{ id: 1, text: later }], PAGE, evidence, KNOWN_NAMES);
    expect(revised[0]?.map(({ start, end }) => earlier.slice(start, end))).toEqual(expected);
  });
});

describe("a block that has gone", () => {
  const [first, second] = toPassages(["Vladimir Putin came.", "Putin left."]) as [Passage, Passage];
  const { evidence } = findMentions([first, second], PAGE, NO_EVIDENCE, KNOWN_NAMES);

  it("takes with it the surnames that rested on it", () => {
    const { revised, evidence: rest } = findMentions([], PAGE, without(evidence, first.id), KNOWN_NAMES);
    expect(revised).toEqual({ [second.id]: [] });
    expect(unseal(rest)[0]?.[1].open?.map(({ actor }) => actor)).toEqual([null]);
  });

  it("leaves those that rest on another block or on the title", () => {
    const again = findMentions([{ id: 2, text: "So Vladimir Putin left." }], PAGE, evidence, KNOWN_NAMES);
    expect(findMentions([], PAGE, without({ ...evidence, ...again.evidence }, first.id), KNOWN_NAMES).revised).toEqual(
      {},
    );
    const title = { ...PAGE, title: "Vladimir Putin in Russia" };
    expect(findMentions([], title, without(evidence, first.id), KNOWN_NAMES).revised).toEqual({});
  });
});

function toPassages(texts: readonly string[]): Passage[] {
  return texts.map((text, id) => ({ id, text }));
}

function split(passages: readonly Passage[], begins: readonly boolean[]): Passage[][] {
  const questions: Passage[][] = [];
  for (const passage of passages) {
    const last = questions.at(-1);
    if (last && !begins[passage.id]) last.push(passage);
    else questions.push([passage]);
  }
  return questions;
}

function inOneQuestion(passages: readonly Passage[]): Map<number, readonly Mention[]> {
  const { mentions } = findMentions(passages, PAGE, NO_EVIDENCE, KNOWN_NAMES);
  return new Map(passages.map(({ id }) => [id, mentions[id] ?? []]));
}

/** What a page does with `revised`: the settled mentions stay, the conditional ones are replaced. */
function revise(known: Map<number, readonly Mention[]>, revised: Readonly<Record<number, readonly Mention[]>>): void {
  for (const [id, mentions] of Object.entries(revised)) {
    const settled = known.get(Number(id))?.filter(({ conditional }) => !conditional) ?? [];
    known.set(
      Number(id),
      [...settled, ...mentions].sort((a, b) => a.start - b.start),
    );
  }
}

function isSame(a: readonly Mention[] | undefined, b: readonly Mention[] | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function without(evidence: Evidence, gone: number): Evidence {
  const { [gone]: _, ...rest } = evidence;
  return rest;
}

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}
