import type { Claim, Digest } from "../../src/digest/schema.ts";
import { swapActors } from "./corrupt-actors.ts";
import { addNegations } from "./corrupt-added-negations.ts";
import { copySentences } from "./corrupt-copies.ts";
import { dropHedges, makeFacts } from "./corrupt-hedges.ts";
import { leaveSignsOut } from "./corrupt-left-out.ts";
import { dropNegations, turnWords } from "./corrupt-negations.ts";
import { changeNumbers } from "./corrupt-numbers.ts";
import { takeOtherNumbers } from "./corrupt-other-numbers.ts";
import { citeWrongly } from "./corrupt-paragraphs.ts";
import type { Candidate, Corrupter, CorruptionKind, Paragraph, Setting } from "./corrupting.ts";
import { Names } from "./names-in-text.ts";
import { Random } from "./random.ts";

export type { CorruptionKind } from "./corrupting.ts";

export interface Corruption {
  readonly kind: CorruptionKind;
  readonly way: string;
  /** The id of the corrupted claim. */
  readonly claim: string;
  /** All of the digest, that one claim replaced. */
  readonly digest: Digest;
  /** What was changed to what. */
  readonly said: string;
}

type Articles = ReadonlyMap<string, readonly string[]>;

/** Each kind, and how many of it are taken at most: fewer than a thousand in all. */
const CORRUPTERS: readonly (readonly [CorruptionKind, Corrupter, number])[] = [
  ["changed number", changeNumbers, 110],
  ["number of another paragraph", takeOtherNumbers, 90],
  ["dropped negation", dropNegations, 80],
  ["added negation", addNegations, 110],
  ["dropped hedge", dropHedges, 80],
  ["sign left out on purpose", leaveSignsOut, 80],
  ["opposite word", turnWords, 40],
  ["told as a fact", makeFacts, 80],
  ["swapped actors", swapActors, 200],
  ["wrong paragraph", citeWrongly, 100],
  ["copied sentence", copySentences, 80],
];

/** What a careless or malicious editor would get wrong; `articles`: source id → its paragraphs, the first at 0. */
export function corruptions(digest: Digest, articles: Articles, seed: number): Corruption[] {
  const names = new Names(digest);
  return CORRUPTERS.flatMap(([kind, corrupt, most]) => {
    const candidates = digest.claims.flatMap((claim) => {
      // A claim's corruptions stay the same whatever becomes of the others.
      const random = new Random(`${seed} ${kind} ${claim.id}`);
      return distinct(corrupt({ digest, claim, articles, names, random, ...paragraphsOf(claim, articles) }), claim);
    });
    const sample = sampleOf(candidates, most, new Random(`${seed} ${kind}`));
    return sample.map(({ way, claim, said }) => {
      const claims = digest.claims.map((other) => (other.id === claim.id ? claim : other));
      return { kind, way, claim: claim.id, digest: { ...digest, claims }, said };
    });
  });
}

function paragraphsOf({ citations }: Claim, articles: Articles): Pick<Setting, "cited" | "others"> {
  const all = [...new Set(citations.map(({ source }) => source))].flatMap((source) =>
    (articles.get(source) ?? []).map((text, i): Paragraph => ({ source, number: i + 1, text })),
  );
  const isCited = ({ source, number }: Paragraph) =>
    citations.some((citation) => citation.source === source && citation.paragraphs.includes(number));
  return { cited: all.filter(isCited), others: all.filter((one) => !isCited(one)) };
}

/** Without those that are the claim itself, or one another. */
function distinct(candidates: readonly Candidate[], original: Claim): Candidate[] {
  const seen = new Set([JSON.stringify(original)]);
  return candidates.filter(({ claim }) => {
    const written = JSON.stringify(claim);
    return !seen.has(written) && seen.add(written);
  });
}

/** Up to `most` candidates, as many of each way as there are to be had, in the order they came in. */
function sampleOf(candidates: readonly Candidate[], most: number, random: Random): Candidate[] {
  const ways = [...new Set(candidates.map(({ way }) => way))];
  const queues = ways.map((way) => random.shuffled(candidates.filter((one) => one.way === way)));
  const rounds = Math.max(0, ...queues.map(({ length }) => length));
  const inTurn = Array.from({ length: rounds }, (_, i) => queues.flatMap((queue) => queue.slice(i, i + 1))).flat();
  const taken = new Set(inTurn.slice(0, most));
  return candidates.filter((one) => taken.has(one));
}
