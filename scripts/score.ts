import type { Spotted } from "./spot.ts";
import type { SpotCase } from "./spot-cases.ts";

/** What was found against what is there. A mention is right where it overlaps a labelled one of the same actor. */
export interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  /** Of the right ones, those with the very offsets of the label. */
  readonly exact: number;
}

export interface Judged {
  readonly article: SpotCase;
  readonly right: readonly Spotted[];
  readonly wrong: readonly Spotted[];
  readonly missed: readonly Spotted[];
  readonly exact: readonly Spotted[];
}

/** Finds and labels are paired one to one, in order: a mention over two labels leaves one missed, two on one label leave one wrong. */
export function judge(article: SpotCase, found: readonly Spotted[]): Judged {
  const open = new Set(article.mentions);
  const labels = new Map<Spotted, Spotted>();
  for (const one of found) {
    for (const label of open) {
      if (label.actor !== one.actor || label.end <= one.start || one.end <= label.start) continue;
      labels.set(one, label);
      open.delete(label);
      break;
    }
  }
  const right = [...labels.keys()];
  return {
    article,
    right,
    wrong: found.filter((one) => !labels.has(one)),
    missed: [...open],
    exact: right.filter((one) => labels.get(one)?.start === one.start && labels.get(one)?.end === one.end),
  };
}

/** The sum over articles, of the mentions that `counts` lets pass. */
export function sum(judged: readonly Judged[], counts: (mention: Spotted, article: SpotCase) => boolean): Score {
  const count = (list: "right" | "wrong" | "missed" | "exact") =>
    judged.reduce((all, one) => all + one[list].filter((mention) => counts(mention, one.article)).length, 0);
  return { right: count("right"), wrong: count("wrong"), missed: count("missed"), exact: count("exact") };
}

export const precision = ({ right, wrong }: Score): number => (right + wrong ? right / (right + wrong) : 1);
export const recall = ({ right, missed }: Score): number => (right + missed ? right / (right + missed) : 1);
export const f1 = (score: Score): number => {
  const p = precision(score);
  const r = recall(score);
  return p + r ? (2 * p * r) / (p + r) : 0;
};
