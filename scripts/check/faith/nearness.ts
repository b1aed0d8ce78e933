import type { Fault } from "../../../src/digest/references.ts";
import { type Names, namingsIn, withoutNames } from "../naming.ts";
import { plain, spansOf, stemsOf } from "../wording.ts";
import { type Cited, unfaithful } from "./cited.ts";

/** Words this far from a name have a third of the pull of one beside it. */
const REACH_WORDS = 4;
/** The end of a sentence keeps words apart as so many words do. */
const SENTENCE_WORDS = 10;
/** How much nearer another actor must stand before it may be the one who is meant. */
const CLEARLY = 1.2;

/**
 * Another actor of the same kind who stands nearer to the words of the claim than one that it names: it may have been taken for the other.
 * Where it has not, its name is among what the claim leaves out, and then it is no actor of the claim.
 */
export function nearnessFaults(cited: Cited, names: Names): Fault[] {
  const { claim, numbers, reading } = cited;
  const text = plain(claim.text);
  const named = new Set(namingsIn(text, names).flatMap(({ actors }) => actors));
  const listed = new Set(claim.actors.map(({ id }) => id));
  const leftOut = new Set(claim.leavesOut.flatMap((words) => namingsIn(words, names).flatMap(({ actors }) => actors)));
  const present = new Set(
    numbers.flatMap((n) => (reading.namings[n - 1] ?? []).flatMap(({ actors }) => (actors.length === 1 ? actors : []))),
  );
  const said = stemsOf(withoutNames(text, names));
  const pulls = new Map([...present, ...listed].map((id) => [id, pullOf(cited, id, said)]));
  const pull = (id: string) => pulls.get(id) ?? 0;
  const both = [...listed].filter((id) => leftOut.has(id) && named.has(id));
  const nearer = [...listed]
    .filter((id) => named.has(id))
    .flatMap((id) => {
      const others = [...present].filter(
        (other) =>
          !listed.has(other) &&
          !leftOut.has(other) &&
          names.kindOf(other) === names.kindOf(id) &&
          !names.areTied(id, other),
      );
      const nearest = others.sort((a, b) => pull(b) - pull(a))[0];
      return nearest !== undefined && pull(nearest) > pull(id) * CLEARLY ? [[id, nearest] as const] : [];
    });
  return [
    ...both.map((id) => unfaithful(cited, ["leavesOut"], "left out", `${id} not to be left out and among the actors`)),
    ...nearer.map(([id, nearest]) =>
      unfaithful(
        cited,
        ["actors"],
        "nearer",
        `${id} nearer to the words of the claim than ${nearest}, or “${writtenAs(cited, nearest)}” in leavesOut`,
      ),
    ),
  ];
}

/** How near an actor stands to the words of the claim, each by its nearest place. */
function pullOf(cited: Cited, id: string, said: ReadonlySet<string>): number {
  const { numbers, reading } = cited;
  const best = new Map<string, number>();
  for (const n of numbers) {
    const words = reading.words[n - 1] ?? [];
    const places = placesIn(cited, n, id);
    for (const [k, { stem, sentence }] of words.entries()) {
      if (!said.has(stem)) continue;
      for (const at of places) {
        const apart = Math.abs(k - at) + SENTENCE_WORDS * Math.abs(sentence - (words[at]?.sentence ?? 0));
        const pull = reading.weights.weight(stem) * Math.exp(-apart / REACH_WORDS);
        best.set(stem, Math.max(pull, best.get(stem) ?? 0));
      }
    }
  }
  return [...best.values()].reduce((sum, pull) => sum + pull, 0);
}

/** Which words of a paragraph begin a name of the actor, or the words for it. */
function placesIn({ claim, reading }: Cited, n: number, id: string): number[] {
  const named = (reading.namings[n - 1] ?? []).filter(({ actors }) => actors.includes(id));
  const as = claim.actors.find((actor) => actor.id === id)?.as;
  const called = as === undefined ? [] : spansOf(as, reading.paragraphs[n - 1] ?? "");
  const words = reading.words[n - 1] ?? [];
  return [...named, ...called].map(({ start }) => words.findIndex(({ end }) => end > start)).filter((at) => at >= 0);
}

function writtenAs({ numbers, reading }: Cited, id: string): string {
  const written = numbers.flatMap((n) =>
    (reading.namings[n - 1] ?? [])
      .filter(({ actors }) => actors.includes(id))
      .map(({ start, end }) => reading.paragraphs[n - 1]?.slice(start, end) ?? ""),
  );
  return written[0] ?? id;
}
