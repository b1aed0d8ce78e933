import fc from "fast-check";

/** Characters that are easily folded wrong, or to nothing, or to more than one. */
const AWKWARD = [
  ..."aKßŁİΣςé\u0301\u0308\u00ad\u200d\ufe0f\u00a0\u3000\u202f’‑–ｏＰ½⑴🄀ŉﬁǅ…ำ",
  ..."😀👩𝒫한か\u3099ｶﾞहि\ud800.- 7",
  "\u1112\u1161\u11ab",
  "👩‍🚀",
];
/** Any Unicode text, and often an awkward one. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom(...AWKWARD) }),
);
