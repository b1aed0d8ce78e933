import type { Runtime } from "webextension-polyfill";
import { browser } from "./browser.ts";
import type { Entry } from "./digest/entry.ts";
import type { Evidence, Found, Page, Passage } from "./mentions/mention.ts";
import type { Reason } from "./text/article.ts";

/** Everything that is asked of the worker, by web pages and by pages of the extension: name → function. Arguments and results are plain data. */
export interface Messages {
  findMentions(passages: Passage[], page: Page, evidence: Evidence): Found;
  /** `passage` is the paragraph around the mention, `present` whom the page names in all. */
  describe(actor: string, passage: string, page: Page, present: readonly string[]): Entry;
  /** What the reader has chosen for the asking site. */
  choices(): Choices;
  /** Whether an actor's names mean somebody else on the asking site; a page of the extension says on which. */
  ignore(actor: string, isIgnored: boolean, site?: string): void;
  /** Who is not marked, by site and name; answered to pages of the extension alone. */
  ignoredEverywhere(): Ignored[];
  /** Why the page is read or not, and how many actors are marked on it. */
  report(reason: Reason, actors: number): void;
  /** Wants the card's script in the asking frame. */
  loadCard(): void;
}

/** What the worker says to a page, which answers nothing. */
export interface Signals {
  choices(choices: Choices): void;
  /** The reader's keys; `by` is 1 for the next mark, -1 for the one before. */
  step(by: 1 | -1): void;
  openAtCursor(): void;
  toggleMarks(): void;
}

export interface Choices {
  /** Actors who are not marked. */
  readonly ignored: readonly string[];
}

/** An actor who is not marked on a site. */
export interface Ignored {
  /** The host's name. */
  readonly site: string;
  readonly actor: string;
  /** What the digest calls the actor; the id where it does not know it any more. */
  readonly name: string;
}

export type MessageName = keyof Messages;

export type Handlers = {
  readonly [N in MessageName]: (
    sender: Runtime.MessageSender,
    ...args: Parameters<Messages[N]>
  ) => ReturnType<Messages[N]> | Promise<ReturnType<Messages[N]>>;
};

interface Question {
  readonly name: MessageName;
  readonly args: unknown[];
}

type Answer = { readonly value: unknown } | { readonly error: string };

/** The extension was updated, reloaded or removed while this page's script ran: nobody will answer any more. */
export class OrphanedError extends Error {
  override readonly name = "OrphanedError";
}

/** A worker that is just starting may not listen yet. */
const MAX_TRIES = 3;
const RETRY_AFTER_MS = 50;
const NOBODY_LISTENS = /Receiving end does not exist|message channel closed|message port closed/;
const ORPHANED = /context invalidated|Extension context/i;

/**
 * Asks the worker.
 * @throws OrphanedError where this script has outlived its extension; Error with the handler's message where the handler failed
 */
export async function ask<N extends MessageName>(
  name: N,
  ...args: Parameters<Messages[N]>
): Promise<ReturnType<Messages[N]>> {
  const question: Question = { name, args };
  for (let tries = 1; ; tries++) {
    if (isOrphaned()) throw new OrphanedError(name);
    try {
      const answer: Answer = await browser.runtime.sendMessage(question);
      if ("error" in answer) throw new Error(answer.error);
      return answer.value as ReturnType<Messages[N]>;
    } catch (error) {
      const { message } = error as Error;
      if (ORPHANED.test(message)) throw new OrphanedError(name, { cause: error });
      if (!NOBODY_LISTENS.test(message) || tries === MAX_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS * tries));
    }
  }
}

/** Whether the extension that this script belongs to is gone. */
export function isOrphaned(): boolean {
  return browser.runtime?.id === undefined;
}

/** Answers questions with `handlers`; a handler that fails answers with its error. */
export function answer(handlers: Handlers): void {
  const listen: Runtime.OnMessageListenerCallback = (question, sender, sendResponse) => {
    void reply(handlers, sender, question as Question).then(sendResponse);
    // The answer comes later; Chrome would not wait for a promise.
    return true;
  };
  browser.runtime.onMessage.addListener(listen);
}

/** Says something to a tab; where none of our scripts runs, nobody hears it. */
export async function tell<N extends keyof Signals>(
  tab: number,
  name: N,
  ...args: Parameters<Signals[N]>
): Promise<void> {
  try {
    await browser.tabs.sendMessage(tab, { name, args });
  } catch (error) {
    if (!NOBODY_LISTENS.test((error as Error).message)) throw error;
  }
}

/** Hears what the worker says to this page, as far as there are handlers for it. */
export function hear(handlers: Partial<Signals>, signal: AbortSignal): void {
  const listen = (said: unknown): undefined => {
    const { name, args } = said as { name: keyof Signals; args: never[] };
    if (Object.hasOwn(handlers, name)) (handlers[name] as (...args: never[]) => void)(...args);
  };
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener("abort", () => browser.runtime.onMessage.removeListener(listen));
}

async function reply(handlers: Handlers, sender: Runtime.MessageSender, { name, args }: Question): Promise<Answer> {
  try {
    if (!Object.hasOwn(handlers, name)) throw new Error(`no handler is called ${name}`);
    const handler = handlers[name] as (sender: Runtime.MessageSender, ...args: unknown[]) => unknown;
    return { value: await handler(sender, ...args) };
  } catch (error) {
    return { error: `${name}: ${error instanceof Error ? error.message : String(error)}` };
  }
}
