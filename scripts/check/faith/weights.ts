import { stemsOf } from "../wording.ts";

/** The stems of each paragraph, and how much each tells: a stem of one paragraph tells more than one of all. */
export interface Weights {
  readonly stems: readonly ReadonlySet<string>[];
  readonly weight: (stem: string) => number;
}

export function weigh(paragraphs: readonly string[]): Weights {
  const stems = paragraphs.map(stemsOf);
  const holders = new Map<string, number>();
  for (const stem of stems.flatMap((own) => [...own])) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const weight = (stem: string) => {
    const count = holders.get(stem);
    return count ? Math.log(1 + paragraphs.length / count) : 0;
  };
  return { stems, weight };
}
