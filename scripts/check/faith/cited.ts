import type { Fault } from "../../../src/digest/references.ts";
import type { Claim, Source } from "../../../src/digest/schema.ts";
import { fault, type Path } from "../fault.ts";
import type { Naming } from "../naming.ts";
import type { WordPlace } from "../wording.ts";
import type { Weights } from "./weights.ts";

/** An article as the checks read it. */
export interface Reading {
  readonly source: Source;
  /** Index 0 is paragraph 1; with one kind of apostrophe and quote marks. */
  readonly paragraphs: readonly string[];
  readonly namings: readonly (readonly Naming[])[];
  readonly weights: Weights;
  /** The words of each paragraph. */
  readonly words: readonly (readonly WordPlace[])[];
  /** Runs of words that are the article's own, and the paragraph where each stands. */
  readonly runs: ReadonlyMap<string, string>;
}

/** A claim beside the paragraphs that it cites. */
export interface Cited {
  readonly claim: Claim;
  readonly reading: Reading;
  /** Their numbers, from 1, in order. */
  readonly numbers: readonly number[];
  readonly text: string;
}

/** A fault of a claim, with the paragraphs that it cites. */
export function unfaithful({ claim, numbers }: Cited, path: Path, rule: string, expected: string): Fault {
  const where = `paragraph${numbers.length > 1 ? "s" : ""} ${numbers.join(", ")}`;
  return fault(path, claim.id, rule, `${expected}, in ${where}`);
}
