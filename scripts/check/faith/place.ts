import type { Fault } from "../../../src/digest/references.ts";
import { type Names, withoutNames } from "../naming.ts";
import { viaOf } from "../speaker.ts";
import { plain, standsIn, stemsOf } from "../wording.ts";
import { type Cited, unfaithful } from "./cited.ts";

/** How much more a paragraph that is not cited must share with the claim before it is where the claim belongs. */
const CLEARLY = 1.15;
/** A cited paragraph shares at least so much of what the best one shares, or names somebody whom no other does. */
const BESIDE = 0.3;

/** A claim belongs to the paragraphs that share most with it: none that it cites is idle, and none that it does not cite shares clearly more. */
export function placeFaults(cited: Cited, names: Names): Fault[] {
  const { claim, numbers } = cited;
  const text = plain(claim.text);
  const whole = likeness(cited, stemsOf(text));
  const nameless = likeness(cited, stemsOf(withoutNames(text, names)));
  // Names stand everywhere: a paragraph that shares no more than them is not where a claim belongs.
  const rival = whole.all.findIndex(
    (score, i) =>
      !numbers.includes(i + 1) && score > whole.own * CLEARLY && (nameless.all[i] ?? 0) > nameless.own * CLEARLY,
  );
  const best = Math.max(...numbers.map((n) => whole.all[n - 1] ?? 0));
  const idle = numbers.filter((n) => (whole.all[n - 1] ?? 0) < best * BESIDE && !brings(cited, n));
  return [
    ...(rival < 0
      ? []
      : [
          unfaithful(
            cited,
            ["paragraphs"],
            "place",
            `paragraph ${rival + 1} to be cited, which has more in common with the claim`,
          ),
        ]),
    ...idle.map((n) =>
      unfaithful(cited, ["paragraphs"], "place", `paragraph ${n}, which has little of the claim, not to be cited`),
    ),
  ];
}

/** How much each paragraph shares with the stems, and how much the cited ones together. */
function likeness({ numbers, reading }: Cited, said: ReadonlySet<string>): { all: number[]; own: number } {
  const { stems, weight } = reading.weights;
  const shared = (paragraph: ReadonlySet<string>) =>
    [...said].reduce((sum, stem) => sum + (paragraph.has(stem) ? weight(stem) : 0), 0);
  return { all: stems.map(shared), own: shared(new Set(numbers.flatMap((n) => [...(stems[n - 1] ?? [])]))) };
}

/** What no other cited paragraph may have: a name of the claim, words that a date comes from, the way by which the speaker's words came. */
function brings({ claim, numbers, reading }: Cited, n: number): boolean {
  const { actors, derivedFrom } = claim;
  const text = reading.paragraphs[n - 1] ?? "";
  const names = (number: number, id: string) =>
    reading.namings[number - 1]?.some((naming) => naming.actors.includes(id));
  if (actors.some(({ id }) => names(n, id) && !numbers.some((other) => other !== n && names(other, id)))) return true;
  if (derivedFrom.some(({ words }) => standsIn(words, text))) return true;
  const via = stemsOf(viaOf(claim));
  return via.size > 0 && [...via].every((stem) => reading.weights.stems[n - 1]?.has(stem));
}
