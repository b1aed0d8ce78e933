import { describe, expect, it } from "vitest";
import { rankClaims, type View } from "../../src/digest/rank.ts";
import type { Claim, Digest } from "../../src/digest/schema.ts";
import { SMALL_DIGEST } from "./small-digest.ts";

const { claims } = SMALL_DIGEST;
const NOTHING: View = { passage: "", title: "" };

/** The order alone. */
function ranked(all: readonly Claim[], view: View, digest: Digest): Claim[] {
  return rankClaims(all, "kim", view, digest).map(({ claim }) => claim);
}

describe("the claim shown first", () => {
  const cases: [what: string, view: Partial<View>, first: string][] = [
    [
      "fits a paragraph on satellites",
      { passage: "Moscow may assist with launching satellites, Kim said." },
      "satellite",
    ],
    [
      "fits a paragraph on ammunition",
      { passage: "Its depots hold artillery ammunition and a shell factory." },
      "shells",
    ],
    ["fits the paragraph's topic", { passage: "Of space, Kim said nothing." }, "satellite"],
    ["fits the headline", { title: "The long train journey of Kim" }, "train"],
    ["fits the paragraph rather than the headline", { passage: "A train!", title: "Artillery!" }, "train"],
    ["is near in time, all else being equal", { published: "2023-09-14" }, "satellite"],
    ["fits the words rather than the time", { passage: "artillery shells", published: "2023-09-14" }, "shells"],
  ];
  it.each(cases)("%s", (_, view, first) => {
    expect(ranked(claims, { ...NOTHING, ...view }, SMALL_DIGEST)[0]?.id).toBe(first);
  });

  it("is about the actor, not one that only names them", () => {
    expect(ranked(claims, NOTHING, SMALL_DIGEST).map(({ id }) => id)).toEqual([
      "shells",
      "satellite",
      "train",
      "nothing",
    ]);
  });
});

describe("of claims on topics, first comes", () => {
  const [, shells, satellite] = claims as [Claim, Claim, Claim];
  const about = (claim: Claim, ...topics: string[]) => ({ ...claim, kind: "fact" as const, topics });
  const topics = [
    { id: "space", label: "Space", words: { en: ["comet", "moon"] } },
    { id: "arms", label: "Arms", words: { en: ["gun", "depot"] } },
  ];
  const first = (all: readonly Claim[], view: Partial<View>) =>
    ranked(all, { ...NOTHING, language: "en", ...view }, { ...SMALL_DIGEST, topics })[0]?.id;

  it("the one that has the topic as its chief one", () => {
    const all = [about(satellite, "space", "arms"), about(shells, "arms")];
    expect(first(all, { passage: "A gun." })).toBe("shells");
  });

  it("the one whose topic headline and paragraph tell together", () => {
    const all = [about(satellite, "space"), about(shells, "arms")];
    expect(first(all, { passage: "A comet and a gun.", title: "The depot" })).toBe("shells");
    expect(first(all, { passage: "A comet and a gun.", title: "The moon" })).toBe("satellite");
  });

  it("the one whose topic is told by more than the actor's own name", () => {
    const named = [
      { id: "space", label: "Space", words: { en: ["comet"] } },
      { id: "arms", label: "Arms", words: { en: ["kim jong-un", "kim"] } },
    ];
    const all = [about(shells, "arms"), about(satellite, "space")];
    const order = ranked(
      all,
      { ...NOTHING, language: "en", passage: "Kim Jong-un saw a comet." },
      { ...SMALL_DIGEST, topics: named },
    );
    expect(order[0]?.id).toBe("satellite");
  });

  it("the one whose topic is told rather than one that shares a word", () => {
    const all = [about(satellite, "space"), about(shells, "arms")];
    expect(first(all, { passage: "They promised a gun and a depot." })).toBe("shells");
  });
});

describe("of claims on nothing that the paragraph tells, first comes", () => {
  const [, shells, satellite, train] = claims as [Claim, Claim, Claim, Claim];
  const topics = [{ id: "space", label: "Space", words: { en: ["comet"] } }];
  const at = (claim: Claim, source: string, paragraph: number, ...own: string[]): Claim => ({
    id: claim.id,
    text: claim.text,
    kind: "fact",
    actors: [{ id: "kim", part: "subject" }],
    speaker: "outlet",
    topics: own,
    citations: [{ source, paragraphs: [paragraph] }],
    leavesOut: [],
    derivedFrom: [],
  });
  const second = (all: readonly Claim[]) =>
    ranked(all, { ...NOTHING, language: "en", passage: "A comet." }, { ...SMALL_DIGEST, topics })[1]?.id;

  it("the one that stands in the article by the claim that fits", () => {
    const all = [at(train, "first-paper", 9), at(shells, "first-paper", 2), at(satellite, "first-paper", 1, "space")];
    expect(second(all)).toBe("shells");
  });

  it("the one that has words in common with the claim that fits", () => {
    const alike = { ...at(shells, "second-paper", 9), text: "Help to build a satellite was refused." };
    expect(second([at(train, "second-paper", 1), alike, at(satellite, "first-paper", 1, "space")])).toBe("shells");
  });

  it("the one of the same article", () => {
    const all = [at(train, "second-paper", 1), at(shells, "first-paper", 4), at(satellite, "first-paper", 1, "space")];
    expect(second(all)).toBe("shells");
  });
});

describe("the claim shown last", () => {
  const [nothing, shells, satellite, train] = claims as [Claim, Claim, Claim, Claim];
  const links = [{ from: "satellite", to: "shells", type: "updates" as const, basis: "Newer." }];
  const last = (digest: Digest, all: readonly Claim[], view: Partial<View>) =>
    ranked(all, { ...NOTHING, ...view }, digest).at(-1)?.id;

  it("speaks of a time after the page's day", () => {
    const later = { ...satellite, when: { start: "2024-09-01" } };
    expect(last(SMALL_DIGEST, [later, shells, train], { published: "2024-06-20", passage: "A satellite." })).toBe(
      "satellite",
    );
  });

  it("foretells what has come to pass by the page's day", () => {
    const foretold = [{ ...shells, kind: "forecast" as const }, satellite, nothing];
    const view = { passage: "artillery shells", published: "2024-06-20" };
    expect(last({ ...SMALL_DIGEST, links }, foretold, view)).toBe("shells");
    expect(last(SMALL_DIGEST, foretold, view)).toBe("nothing");
  });

  it("only repeats the paragraph", () => {
    const view = { passage: "North Korea is to send millions of artillery shells." };
    expect(last(SMALL_DIGEST, [shells, { ...train, text: "Artillery came by train." }], view)).toBe("shells");
  });
});

describe("ranking", () => {
  it("keeps every claim and leaves the list that it was given", () => {
    const given = claims.map(({ id }) => id);
    const order = ranked(claims, { ...NOTHING, passage: "a train to the satellite" }, SMALL_DIGEST);
    expect(order.map(({ id }) => id).sort()).toEqual([...given].sort());
    expect(claims.map(({ id }) => id)).toEqual(given);
  });

  it("has nothing to say of no claims", () => {
    expect(ranked([], NOTHING, SMALL_DIGEST)).toEqual([]);
  });

  const forms: [one: string, other: string][] = [
    ["missile", "missiles"],
    ["treaty", "treaties"],
    ["launch", "launches"],
    ["launched", "launching"],
    ["exercise", "exercises"],
    ["supply", "supplied"],
  ];
  it.each(forms)("takes %s and %s for one word", (one, other) => {
    const [about, ...others] = claims.map((claim, i) => ({ ...claim, text: i ? "Something else." : `The ${one}.` }));
    if (!about) throw new Error("no claim");
    const order = ranked([...others, about], { ...NOTHING, passage: `Those ${other}!` }, SMALL_DIGEST);
    expect(order[0]).toBe(about);
  });
});
