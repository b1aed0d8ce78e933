import type { Claim, Name } from "../../src/digest/schema.ts";
import type { NamedActors } from "../../src/mentions/forms.ts";
import { indexNames } from "../../src/mentions/name-index.ts";

type Named = NamedActors["actors"][number];

/** A small digest of names for the tests of `mentions/`: strong forms, anchored forms, words that tell from namesakes, names of others. */
const ACTORS: Named[] = [
  actor("vladimir-putin", "person", ["Vladimir Putin"], ["Putin"], {
    notMe: ["Lyudmila Putin", "Putin Street"],
  }),
  actor("kim-jong-un", "person", ["Kim Jong-un", "Kim Jong Un"], ["Kim", "Kim Jong"], {
    notMe: ["Kim Jong-il", "Kim Kardashian", "Kim Jong Un Square"],
  }),
  actor("kim-jong-il", "person", ["Kim Jong-il"], ["Kim", "Kim Jong"]),
  actor("matthew-miller", "person", ["Matthew Miller"], ["Miller"]),
  actor("alexander-novak", "person", ["Alexander Novak"], ["Novak"], { notMe: ["Novak Djokovic"] }),
  actor("john-kirby", "person", ["John Kirby"], ["Kirby"], { context: ["White House", "Russia House"] }),
  actor("xi-jinping", "person", ["Xi Jinping"], ["Xi"]),
  actor("to-lam", "person", ["To Lam", "Tô Lâm"], ["Lam"]),
  actor("sergei-ivanov-minister", "person", ["Sergei Ivanov"], ["Ivanov"], { context: ["Kremlin"] }),
  actor("sergei-ivanov-skier", "person", ["Sergei Ivanov"], ["Ivanov"], { context: ["skiing"] }),
  actor("north-korea", "state", ["North Korea", "북한"], [], { notMe: ["Kim Il Sung Square"] }),
  actor("south-korea", "state", ["South Korea"]),
  actor("russia", "state", ["Russia", "Россия"], [], { notMe: ["Russia House", "New Russia"] }),
  actor("united-states", "state", ["United States", "US", "U.S", "U.S.", "USA"]),
  actor("nato", "organisation", ["NATO"]),
  actor("hamas", "organisation", ["Hamas", "हमास"]),
];

export const KNOWN_NAMES = indexNames({ actors: ACTORS, claims: [together("john-kirby", "vladimir-putin")] });

function actor(
  id: string,
  kind: Named["kind"],
  strong: readonly string[],
  anchored: readonly string[] = [],
  more: Partial<Pick<Named, "anchors" | "context" | "notContext" | "notMe" | "titles" | "gender" | "active">> = {},
): Named {
  const names = (forms: readonly string[], strength: Name["strength"]): Name[] =>
    forms.map((form) => ({ form, language: "und", strength }));
  return {
    id,
    kind,
    names: [...names(strong, "strong"), ...names(anchored, "anchored")],
    anchors: [],
    anchoredBy: [],
    context: [],
    notContext: [],
    notMe: [],
    titles: [],
    ...more,
  };
}

function together(...ids: string[]): Claim {
  return {
    id: ids.join("-"),
    text: "They met.",
    kind: "fact",
    actors: ids.map((id) => ({ id, part: "subject" })),
    speaker: "outlet",
    topics: [],
    derivedFrom: [],
    leavesOut: [],
    citations: [],
  };
}
