/** What crosses the border between page and worker when names are asked for: plain data only. */

/** A paragraph of the page as the worker sees it; ids from 0 grow in reading order, those below zero came later and tell none. */
export interface Passage {
  readonly id: number;
  readonly text: string;
}

/** What is known of the article as a whole. */
export interface Page {
  readonly title: string;
  /** Language tag of the page, where it says one. */
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

/** A hit whose actor depends on the rest of the article, and whom it stands for so far. */
export interface OpenHit {
  readonly start: number;
  readonly end: number;
  /** Key of the name in the index. */
  readonly name: string;
  /** Bearers whom a title beside the name tells to be meant. */
  readonly titled?: readonly string[];
  /** As well an ordinary word where it stands: it needs another mention, whatever its strength. */
  readonly isDoubtful?: true;
  readonly actor: string | null;
}

/** What one block establishes. Kinds that it tells nothing of are left out, as all this goes along with every later question. */
export interface BlockEvidence {
  /** By actor, where they are first named so that nobody else can be meant, or by a word that anchors them. */
  readonly strong?: Readonly<Record<string, number>>;
  /** Words that tell an actor from namesakes, or, `against`, that a namesake is meant. */
  readonly context?: readonly { readonly actor: string; readonly against?: true }[];
  /** Names borne by somebody the digest does not know; a guess gives way to a bearer whom the article has introduced. */
  readonly rivals?: readonly { readonly start: number; readonly name: string; readonly isGuess?: true }[];
  /** The date at the head of the article, where the page itself tells none. */
  readonly date?: string;
  readonly open?: readonly OpenHit[];
}

/** What an article has established so far, by block. The page keeps it, without those of its blocks that have gone. */
export type Evidence = Readonly<Record<number, BlockEvidence>>;

/** Before anything has been read. */
export const NO_EVIDENCE: Evidence = {};

export interface Found {
  /** Every mention of each passage asked about, in order of start. */
  readonly mentions: Readonly<Record<number, readonly Mention[]>>;
  /** What those passages establish, and what is new of others: it takes the place of what was known of these blocks. */
  readonly evidence: Evidence;
  /** Guessed where the page tells none; from there on it counts as told. */
  readonly language?: string;
  /** Earlier blocks whose conditional mentions are no longer what they were: the conditional ones as they are now. */
  readonly revised: Readonly<Record<number, readonly Mention[]>>;
}
