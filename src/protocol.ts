import type { Choices } from "./choices.ts";
import type { ActorLine, SourceEntry, Summary } from "./digest/browse.ts";
import type { Entry } from "./digest/entry.ts";
import type { ActorKind } from "./digest/schema.ts";
import type { Role } from "./digest/tenure.ts";
import type { Who } from "./digest/who.ts";
import type { Evidence, Found, Page, Passage } from "./mentions/mention.ts";
import type { Patch, Replaced } from "./settings-changes.ts";
import type { Imported, NoImport } from "./settings-file.ts";
import type { ReadSettings } from "./settings-schema.ts";
import type { Reason } from "./text/article.ts";

/** Everything that is asked of the worker, by web pages and by pages of the extension: name → function. Arguments and results are plain data. */
export interface Messages {
  findMentions(passages: Passage[], page: Page, evidence: Evidence): FoundKinds;
  /** `passage` is the paragraph around the mention, `present` whom the page names in all. */
  describe(actor: string, passage: string, page: Page, present: readonly string[]): Entry;
  /** A card may be asked for soon. */
  prepare(): void;
  /** Who these are, on the page's own day. */
  introduce(actors: readonly string[], page: Page): Who[];
  /** What the reader has chosen for the asking site. */
  choices(): Choices;
  /**
   * What the page is, whether the reader asked for it to be marked, and how many actors are marked on it.
   * @returns whether its button shows that: not while the tab shows another page
   */
  report(reason: Reason, isAsked: boolean, actors: number): boolean;
  /** Wants the card's script in the asking frame. */
  loadCard(): void;
  /** Whether an actor's names mean somebody else on the asking site; a page of the extension says where. */
  ignore(actor: string, isIgnored: boolean, place?: Place): void;
  /** Who is not marked, by site and name. */
  ignoredEverywhere(): Ignored[];
  /** What holds in private windows, or elsewhere. */
  settings(isPrivate: boolean): ReadSettings;
  /** New values of some fields; the others stay as they are, whoever changes them meanwhile. Open pages follow at once. */
  change(patch: Patch, isPrivate: boolean): void;
  /** Makes all settings as they were at first. */
  reset(): Replaced;
  /** Undoes that, or an import, unless something has been changed since. @returns whether it is undone */
  putBack(replaced: Replaced): boolean;
  /** The settings as the text of a file. */
  exportSettings(): string;
  /** Takes what can be read of such a file over. */
  importSettings(text: string): (Imported & Replaced) | NoImport;
  summary(): Summary;
  /** Actors with these words, or words that begin so, in their names and roles, best first. */
  findActors(query: string): FoundActor[];
  /** Ids of the sources that have words beginning so in title or outlet. */
  findSources(query: string): string[];
  /** Null for somebody whom the digest does not know, as the next for a source. */
  wholeEntry(actor: string): Entry | null;
  sourceEntry(source: string): SourceEntry | null;
  /** Has our scripts brought into a tab where they are not. */
  bringScripts(tab: number): void;
}

/** Who asks the worker: our script in a web page, or a page of the extension itself. */
export type Asker = "web" | "own";

const WEB: readonly Asker[] = ["web"];
const OWN: readonly Asker[] = ["own"];
const BOTH: readonly Asker[] = ["web", "own"];

/** Pages of the extension hear messages and signals by one channel: nothing may be called as one of the other. */
type NoSignal = Readonly<Partial<Record<keyof Signals, never>>>;

/** Who may ask what; anybody else is refused. */
export const ASKERS: Readonly<Record<keyof Messages, readonly Asker[]>> & NoSignal = {
  findMentions: BOTH,
  describe: BOTH,
  prepare: BOTH,
  introduce: OWN,
  choices: WEB,
  report: WEB,
  loadCard: WEB,
  ignore: BOTH,
  ignoredEverywhere: OWN,
  settings: OWN,
  change: OWN,
  reset: OWN,
  putBack: OWN,
  exportSettings: OWN,
  importSettings: OWN,
  summary: OWN,
  findActors: OWN,
  findSources: OWN,
  wholeEntry: OWN,
  sourceEntry: OWN,
  bringScripts: OWN,
};

/** What is said to a page, by the worker or by a page of the extension, and what it answers. */
export interface Signals {
  /**
   * Something has been chosen, or may be read no more: the page is to ask what holds for it now. The storage's own events would not do:
   * Firefox keeps them from every page once one of ours was closed while it began to listen.
   */
  chosen(): void;
  /** The reader's keys; `by` is 1 for the next mark, -1 for the one before. */
  step(by: 1 | -1): void;
  openAtCursor(): void;
  toggleMarks(): void;
  /** The reader wants this page marked, whatever it is. */
  annotate(): void;
  /**
   * What there is to say of the page as it is now; `unread` before that is known, `absent` where no script of ours has come or will come by
   * itself. This and the next are heard once overview.js has been brought.
   */
  overview(): Overview | "unread" | "absent";
  /** Scrolls to a mention of an actor: the next (1), the one before (-1), round the ends, or where the reader is (0). Null where there is none. */
  visit(actor: string, by: 1 | 0 | -1): Visit | null;
}

export interface FoundActor extends ActorLine {
  /** The name that was found, where the chief one does not tell why. */
  readonly form?: string;
  /** The role that was found, where neither names nor description tell why. */
  readonly role?: Role;
}

export interface FoundKinds extends Found {
  /** Of every actor found. */
  readonly kinds: Readonly<Record<string, ActorKind>>;
}

export interface Overview {
  readonly reason: Reason;
  readonly isAsked: boolean;
  readonly page: Page;
  /** The reader has hidden the marks by key. */
  readonly isHidden: boolean;
  /** Whom the page names, most mentioned first, and how often that is to be seen. */
  readonly actors: readonly { readonly id: string; readonly count: number }[];
  /** Whom it names as well, but the reader wants not marked. */
  readonly leftOut: readonly string[];
}

/** A mention that the page has been scrolled to. */
export interface Visit {
  /** From 1. */
  readonly at: number;
  readonly of: number;
  /** The paragraph around it. */
  readonly passage: string;
}

/** Where a choice of the reader holds. */
export interface Place {
  /** The host's name. */
  readonly site: string;
  readonly isPrivate: boolean;
}

/** An actor who is not marked on a site. */
export interface Ignored {
  /** The host's name. */
  readonly site: string;
  readonly actor: string;
  /** What the digest calls the actor; the id where it does not know it any more. */
  readonly name: string;
}
