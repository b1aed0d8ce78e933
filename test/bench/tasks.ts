import type { Actor } from "../../src/digest/schema.ts";

/** How long one contestant took, in ms; its longest stretch without a break, where it has any; how many names it marked, and whether it was ended before the last. */
export interface Sample {
  readonly ms: number;
  readonly longest?: number;
  readonly marks?: number;
  readonly isCut?: boolean;
}

/** What the bench asks its content script: name → function. Arguments and results go as JSON. */
export interface Tasks {
  /** One turn on a page that no script has looked at before. */
  cold(turn: Contestant | "hitTest" | "roundTrip" | "entry"): Promise<Sample>;
  /** How fine the page's clock is, in ms, and how many characters of text its body has. */
  prepare(actors: Actor[]): { clockStep: number; chars: number };
  /** One contestant's turn: the mean of so many times in a row. */
  sample(contestant: Contestant, times: number): Promise<Sample>;
}

/** `bare` and `floor` are measures, `gate`, `walk`, `mark` and `worker` are ours, all others are peers. */
export const CONTESTANTS = [
  "mark",
  "worker",
  "bare",
  "floor",
  "gate",
  "walk",
  "ahoPaint",
  "regexPaint",
  "regexWrap",
  "markJs",
] as const;
export type Contestant = (typeof CONTESTANTS)[number];

/** Events by which both talk: a content script lives in a world of its own beside the page's. */
export const ASK = "dramatis-bench-ask";
export const ANSWER = "dramatis-bench-answer";
