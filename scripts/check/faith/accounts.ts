import type { Fault } from "../../../src/digest/references.ts";
import { beliefsOf, certaintiesOf, hedgesOf, negationsOf, turnedStems } from "../signs.ts";
import { plain, STOP, spansOf, stemsOf, type WordPlace } from "../wording.ts";
import { type Cited, unfaithful } from "./cited.ts";

/**
 * Negations and hedges are counted: each of the cited paragraphs stands in the claim, in whatever words, or among what it leaves out,
 * and the claim has no more. Words of belief must leave a trace: kind, speaker or words.
 */
export function accountFaults(cited: Cited): Fault[] {
  const { claim, text } = cited;
  const { leavesOut } = claim;
  const absent = leavesOut.filter(
    (word, i) => spansOf(word, text).length <= leavesOut.slice(0, i).filter((other) => other === word).length,
  );
  return [
    ...absent.map((word) => unfaithful(cited, ["leavesOut"], "left out", `“${word}” to stand there once more`)),
    ...leftOutFaults(cited),
    ...countFaults(cited, "negation", negationsOf),
    ...countFaults(cited, "hedge", hedgesOf),
    ...beliefFaults(cited),
    ...certaintyFaults(cited),
    ...turnedStems(plain(claim.text), text).map((stem) =>
      unfaithful(cited, ["text"], "negation", `“${stem}…” as it stands there, not turned round`),
    ),
  ];
}

function countFaults(cited: Cited, rule: string, find: (text: string) => string[]): Fault[] {
  const { claim, text } = cited;
  const left = claim.leavesOut.flatMap(find);
  const there = without(find(text), left);
  const said = find(plain(claim.text));
  if (said.length === there.length) return [];
  const expected =
    said.length < there.length
      ? `${listOf(there)} of the text to be in the claim, in whatever words, or in leavesOut`
      : `no more than ${listOf(there)}`;
  return [unfaithful(cited, ["text"], rule, `${expected}; found ${listOf(said)}`)];
}

/** What is left of a list once each of the others has been taken out of it once. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const rest = [...list];
  for (const other of others) {
    const at = rest.indexOf(other);
    if (at >= 0) rest.splice(at, 1);
  }
  return rest;
}

function listOf(words: readonly string[]): string {
  return words.length ? words.map((word) => `“${word}”`).join(", ") : "none";
}

/** A sign that belongs to another statement stands before words that are not the claim's. */
function leftOutFaults(cited: Cited): Fault[] {
  const { claim, numbers, reading } = cited;
  const said = stemsOf(plain(claim.text));
  return [...new Set(claim.leavesOut)].flatMap((sign) => {
    if (!isSign(sign)) return [];
    const after = numbers.flatMap((n) =>
      spansOf(sign, reading.paragraphs[n - 1] ?? "").map(({ end }) => wordAfter(reading.words[n - 1] ?? [], end)),
    );
    const free = after.filter((stem) => stem === undefined || !said.has(stem));
    const wanted = claim.leavesOut.filter((other) => other === sign).length;
    if (free.length >= wanted) return [];
    const taken = after.find((stem) => stem !== undefined && said.has(stem));
    return [
      unfaithful(cited, ["leavesOut"], "left out", `“${sign}” to be in the claim, which says “${taken}…” after it`),
    ];
  });
}

function isSign(word: string): boolean {
  return negationsOf(word).length + hedgesOf(word).length > 0;
}

/** The next telling word of the sentence. */
function wordAfter(words: readonly WordPlace[], end: number): string | undefined {
  const before = words.findLast((word) => word.end <= end);
  return words.find(({ start, stem, sentence }) => start >= end && sentence === before?.sentence && !STOP.has(stem))
    ?.stem;
}

function beliefFaults(cited: Cited): Fault[] {
  const { claim, text } = cited;
  const said = plain(claim.text);
  if (claim.kind !== "fact" && claim.speaker !== "outlet") return [];
  if (beliefsOf(said).length + hedgesOf(said).length) return [];
  const left = claim.leavesOut.flatMap(beliefsOf);
  const there = beliefsOf(text).filter((word) => !left.includes(word));
  if (!there.length) return [];
  return [
    unfaithful(
      cited,
      ["kind"],
      "belief",
      `${claim.kind === "fact" ? "another kind than fact" : "a speaker"}, or words of belief, for ${listOf(there)}`,
    ),
  ];
}

function certaintyFaults(cited: Cited): Fault[] {
  const there = certaintiesOf(cited.text);
  const said = certaintiesOf(plain(cited.claim.text));
  if (said.length <= there.length) return [];
  const expected = `no more words of certainty than there: ${there.length}, not ${said.length} (${said.join(", ")})`;
  return [unfaithful(cited, ["text"], "certainty", expected)];
}
