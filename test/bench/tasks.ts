import type { Actor } from "../../src/digest/schema.ts";
import type { Sample } from "./contestants.ts";

/** What the bench asks its content script: name → function. Arguments and results go as JSON. */
export interface Tasks {
  /** How fine the page's clock is, in ms, and how many characters of text its body has. */
  prepare(actors: Actor[]): { clockStep: number; chars: number };
  /** One contestant's turn: the mean of so many times in a row. */
  sample(contestant: Contestant, times: number): Promise<Sample>;
}

export type Contestant = "bare" | "walk" | "mark" | "worker" | "markJs";

/** Events by which both talk: a content script lives in a world of its own beside the page's. */
export const ASK = "dramatis-bench-ask";
export const ANSWER = "dramatis-bench-answer";
