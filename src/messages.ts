import type { Runtime } from "webextension-polyfill";
import { browser } from "./browser.ts";
import { onAbort } from "./on-abort.ts";
import type { Messages, Signals } from "./protocol.ts";

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
export class OrphanedError extends Error {}

/** A worker that is just starting may not listen yet. */
const MAX_TRIES = 3;
const RETRY_AFTER_MS = 50;
const NOBODY_LISTENS = /Receiving end does not exist|message (?:channel|port) closed/;
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
      const answer: Answer | undefined = await browser.runtime.sendMessage(question);
      // Other pages of the extension, such as the popup, hear it as well.
      if (!answer) throw new Error("message port closed");
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

/** Throws where a question is not for the sender to ask. */
export type Check = (name: MessageName, sender: Runtime.MessageSender) => void;

/** Answers questions with `handlers`; a question that does not pass `check`, or a handler that fails, is answered with the error. */
export function answer(handlers: Handlers, check: Check): void {
  const listen: Runtime.OnMessageListenerCallback = (question, sender, sendResponse) => {
    void reply(handlers, check, sender, question as Question).then(sendResponse);
    // The answer comes later; Chrome would not wait for a promise.
    return true;
  };
  browser.runtime.onMessage.addListener(listen);
}

/** Says something to a tab, and gives its answer; undefined where none of our scripts hears it. */
export function tell<N extends keyof Signals>(
  tab: number,
  name: N,
  ...args: Parameters<Signals[N]>
): Promise<ReturnType<Signals[N]> | undefined> {
  return answerTo(browser.tabs.sendMessage(tab, { name, args }));
}

/** Says something to the pages of the extension that are open. */
export async function tellOwnPages<N extends keyof Signals>(name: N, ...args: Parameters<Signals[N]>): Promise<void> {
  await answerTo(browser.runtime.sendMessage({ name, args }));
}

async function answerTo<T>(said: Promise<{ value: T } | undefined>): Promise<T | undefined> {
  try {
    return (await said)?.value;
  } catch (error) {
    if (!NOBODY_LISTENS.test((error as Error).message)) throw error;
    return undefined;
  }
}

/** Hears what is said to this page, as far as there are handlers for it, and answers with what they give. */
export function hear(handlers: Partial<Signals>, signal?: AbortSignal): void {
  const listen = (said: unknown, _: unknown, sendResponse: (answer: unknown) => void): undefined => {
    const { name, args } = said as { name: keyof Signals; args: never[] };
    if (Object.hasOwn(handlers, name))
      sendResponse({ value: (handlers[name] as (...args: never[]) => unknown)(...args) });
  };
  browser.runtime.onMessage.addListener(listen as Runtime.OnMessageListenerNoResponse);
  onAbort(signal, () => browser.runtime.onMessage.removeListener(listen as Runtime.OnMessageListenerNoResponse));
}

/** Hears in a page of the extension what pages ask of the worker, which answers. */
export function overhear(name: MessageName, listener: (sender: Runtime.MessageSender) => void): void {
  const listen = (question: unknown, sender: Runtime.MessageSender): undefined => {
    if ((question as Question).name === name) listener(sender);
  };
  browser.runtime.onMessage.addListener(listen);
}

async function reply(
  handlers: Handlers,
  check: Check,
  sender: Runtime.MessageSender,
  { name, args }: Question,
): Promise<Answer> {
  try {
    check(name, sender);
    if (!Object.hasOwn(handlers, name)) throw new Error(`no handler is called ${name}`);
    const handler = handlers[name] as (sender: Runtime.MessageSender, ...args: unknown[]) => unknown;
    return { value: await handler(sender, ...args) };
  } catch (error) {
    return { error: `${name}: ${error instanceof Error ? error.message : String(error)}` };
  }
}
