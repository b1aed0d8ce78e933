import type { Page } from "puppeteer-core";
import { type Driver, marks, until } from "../../scripts/drive.ts";
import type { Patch } from "../../src/settings-changes.ts";
import type { Stage } from "../stage.ts";

/** The popup for the tab of a page, in a tab of its own, once it has something to say. */
export async function openPopup({ driver }: Stage, page: Page): Promise<Page> {
  const popup = await driver.openExtensionPage(`popup.html?tab=${await driver.tabId(page)}`);
  await until("the popup", async () => (await texts(popup, ".why")).join() !== "");
  return popup;
}

/** What all that matches and is to be seen says. */
export function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (all) =>
    all.filter((one) => one.checkVisibility()).map((one) => (one.textContent ?? "").trim()),
  );
}

/** Waits until what matches says this; else tells what it says. */
export async function expectTexts(page: Page, selector: string, expected: readonly string[]): Promise<void> {
  await same(`${selector} to say ${expected}`, () => texts(page, selector), expected);
}

/** Waits until the marks of the page are these; else tells what they are. */
export async function expectMarks(page: Page, expected: readonly string[]): Promise<void> {
  await same("the marks", async () => (await marks(page)).map(({ text }) => text), expected);
}

async function same(what: string, read: () => Promise<string[]>, expected: readonly string[]): Promise<void> {
  let last: string[] = [];
  const isSame = async () => {
    last = await read();
    return JSON.stringify(last) === JSON.stringify(expected);
  };
  await until(what, isSame).catch((error: Error) => {
    throw new Error(`${error.message}, not ${JSON.stringify(last)}`);
  });
}

/** Clicks what matches with the real mouse. */
export async function click(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.click(selector);
}

/** Changes settings as a page of the extension does. @returns the error, if any */
export function change(own: Page, patch: Patch, isPrivate = false): Promise<string | undefined> {
  return own.evaluate(
    async (...args) => {
      const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      return (await api.runtime.sendMessage({ name: "change", args })).error;
    },
    patch as never,
    isPrivate,
  );
}

/** Has a page of the extension be told from now on that the worker failed at a question, or no longer so. */
export function failAt(own: Page, question: string, isFailing = true): Promise<void> {
  return own.evaluate(
    (question, isFailing) => {
      const { runtime } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
      const kept = globalThis as { send?: typeof runtime.sendMessage };
      kept.send ??= runtime.sendMessage.bind(runtime);
      const { send } = kept;
      runtime.sendMessage = (asked) =>
        isFailing && "name" in asked && asked.name === question
          ? Promise.resolve({ error: `${question}: no memory` })
          : send(asked);
    },
    question,
    isFailing,
  );
}

export interface Held {
  /** How often it has been asked. */
  asked(): Promise<number>;
  /** Lets the question go on its way, and waits until the page has its answers. */
  letGo(): Promise<void>;
}

/** Keeps a question of a page of the extension on its way to the worker. */
export async function hold(own: Page, question: string): Promise<Held> {
  const held = await own.evaluateHandle((question) => {
    const { runtime } = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    const send = runtime.sendMessage.bind(runtime);
    const answers: Promise<unknown>[] = [];
    let letGo = () => {};
    const free = new Promise<void>((resolve) => (letGo = resolve));
    runtime.sendMessage = (asked) => {
      if (!("name" in asked) || asked.name !== question) return send(asked);
      const answer = free.then(() => send(asked));
      answers.push(answer);
      return answer;
    };
    return { answers, letGo };
  }, question);
  return {
    asked: () => held.evaluate(({ answers }) => answers.length),
    letGo: () =>
      held.evaluate(async ({ answers, letGo }) => {
        letGo();
        await Promise.all(answers);
        // And has done with them what it does at once.
        await new Promise((resolve) => setTimeout(resolve));
      }),
  };
}

/** Presses the real mouse on what matches, has something happen meanwhile, and lets it go there. */
export async function pressDuring(page: Page, selector: string, meanwhile: () => Promise<void>): Promise<void> {
  await page.bringToFront();
  const pressed = await page.waitForSelector(selector);
  await pressed?.scrollIntoView();
  await pressed?.hover();
  await page.mouse.down();
  await meanwhile();
  await page.mouse.up();
}

/** What lies in the extension's storage, and puts something there as another version would. */
export function stored(own: Page, area: "local" | "session" = "local"): Promise<Record<string, unknown>> {
  return own.evaluate((area) => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    return api.storage[area].get(null);
  }, area);
}

export function store(own: Page, values: Record<string, unknown>): Promise<void> {
  return own.evaluate(async (values) => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    await api.storage.local.clear();
    await api.storage.local.set(values);
  }, values as never);
}

/** Counts from now on how often a script of ours begins in a page. */
export function countStarts(page: Page): Promise<void> {
  return page.evaluate(() => {
    const counted = Object.assign(globalThis, { starts: 0 });
    document.addEventListener("dramatis-replaced", () => counted.starts++);
  });
}

export function starts(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { starts: number }).starts);
}

/** Has the browser unload the page of a tab, as it does where memory is short. */
export async function discard(driver: Driver, page: Page): Promise<void> {
  const id = await driver.tabId(page);
  const own = await driver.openExtensionPage("options.html");
  await own.evaluate(async (id) => {
    const api = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
    await api.tabs.discard(id);
  }, id);
  await own.close();
}

declare const chrome: {
  tabs: { discard(tab: number): Promise<unknown> };
  runtime: { sendMessage(question: object): Promise<{ error?: string }> };
  storage: Record<
    "local" | "session",
    {
      get(keys: null): Promise<Record<string, unknown>>;
      set(values: object): Promise<void>;
      clear(): Promise<void>;
    }
  >;
};
