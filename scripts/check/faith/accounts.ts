import type { Fault } from "../../../src/digest/references.ts";
import { beliefsOf, certaintiesOf, hedgesOf, negationsOf, turnedStems } from "../signs.ts";
import { countIn, plain } from "../wording.ts";
import { type Cited, unfaithful } from "./cited.ts";

/**
 * Negations and hedges are counted: each of the cited paragraphs stands in the claim, in whatever words, or among what it leaves out,
 * and the claim has no more. Words of belief must leave a trace: kind, speaker or words.
 */
export function accountFaults(cited: Cited): Fault[] {
  const { claim, text } = cited;
  const { leavesOut } = claim;
  const absent = leavesOut.filter(
    (word, i) => countIn(word, text) <= leavesOut.slice(0, i).filter((other) => other === word).length,
  );
  return [
    ...absent.map((word) => unfaithful(cited, ["leavesOut"], "left out", `“${word}” to stand there once more`)),
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
  const there = find(text);
  const said = find(plain(claim.text));
  const wanted = there.length - left.length;
  if (said.length === wanted) return [];
  const counted = `${wanted} (${there.join(", ") || "none"}; left out: ${left.join(", ") || "none"})`;
  return [
    unfaithful(
      cited,
      ["text"],
      rule,
      `as many as there: ${counted}, not ${said.length} (${said.join(", ") || "none"})`,
    ),
  ];
}

function beliefFaults(cited: Cited): Fault[] {
  const { claim, text } = cited;
  const said = plain(claim.text);
  if (claim.kind !== "fact") return [];
  if (beliefsOf(said).length + hedgesOf(said).length) return [];
  const left = claim.leavesOut.flatMap(beliefsOf);
  const there = beliefsOf(text).filter((word) => !left.includes(word));
  if (!there.length) return [];
  return [
    unfaithful(
      cited,
      ["kind"],
      "belief",
      `another kind than fact, or words of belief, for ${there.map((word) => `“${word}”`).join(", ")}`,
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
