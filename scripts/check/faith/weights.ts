import { stemsOf } from "../wording.ts";

/** The stems of each paragraph, and how much each tells: a stem of one paragraph tells more than one of all. */
export interface Weights {
  readonly stems: readonly ReadonlySet<string>[];
  readonly weight: (stem: string) => number;
}

export function weigh(paragraphs: readonly string[]): Weights {
  const stems = paragraphs.map(stemsOf);
  const weight = (stem: string) => {
    const holders = stems.filter((other) => other.has(stem)).length;
    return holders ? Math.log(1 + paragraphs.length / holders) : 0;
  };
  return { stems, weight };
}
