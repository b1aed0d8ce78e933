/** What crosses the border between page and worker when names are asked for: plain data only. */

/** A paragraph of the page as the worker sees it; ids from 0 grow in reading order, those below zero came later and tell none. */
export interface Passage {
  readonly id: number;
  readonly text: string;
}

/** What is known of the article as a whole. */
export interface Page {
  readonly title: string;
  /** Language tag of the page, where it says one, or else what has been guessed of it. */
  readonly language?: string;
  /** Publication date, YYYY-MM-DD. */
  readonly published?: string;
  /** Id of the article's first block; 0 where it is not said. */
  readonly firstBlock?: number;
}

/** An actor at start–end (UTF-16 units) of a passage. */
export interface Mention {
  readonly actor: string;
  readonly start: number;
  readonly end: number;
  /** Rests on what the rest of the article says, and may change with it. */
  readonly conditional?: true;
}

/**
 * What an article has established so far, by block. The page keeps it, without those of its blocks that have gone, and sends all of it along with every
 * question: so each is JSON that the worker alone reads, as a string crosses the border several times as fast as what it tells.
 */
export type Evidence = Readonly<Record<number, string>>;

/** Before anything has been read. */
export const NO_EVIDENCE: Evidence = {};

export interface Found {
  /** Every mention of each passage asked about that has any, in order of start. */
  readonly mentions: Readonly<Record<number, readonly Mention[]>>;
  /** What those passages establish, and what is new of others: it takes the place of what was known of these blocks. */
  readonly evidence: Evidence;
  /** Guessed where the page tells none; from there on it counts as told. */
  readonly language?: string;
  /** Earlier blocks whose conditional mentions are no longer what they were: the conditional ones as they are now. */
  readonly revised: Readonly<Record<number, readonly Mention[]>>;
}
