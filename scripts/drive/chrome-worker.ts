import type { Browser as Puppet, Target, WebWorker } from "puppeteer-core";
import { type Command, type Toolbar, until } from "./engine.ts";

/** The service worker of the extension at `origin`, and what only the extension can ask of Chromium. */
export function extensionWorker(puppet: Puppet, origin: string) {
  const isWorker = (target: Target) => target.type() === "service_worker" && target.url().startsWith(origin);
  const started = () => puppet.waitForTarget(isWorker, { timeout: 5000 });

  async function wake(): Promise<WebWorker> {
    if (!puppet.targets().some(isWorker)) {
      const page = (await puppet.pages())[0] ?? (await puppet.newPage());
      const session = await page.createCDPSession();
      await session.send("ServiceWorker.enable");
      await session.send("ServiceWorker.startWorker", { scopeURL: origin });
      await session.detach();
    }
    const worker = await (await started()).worker();
    if (!worker) throw new Error("The extension's service worker cannot be reached");
    // One that has just been started has none yet.
    await until("the worker to have its API", () => worker.evaluate(() => "chrome" in globalThis));
    return worker;
  }

  async function stop(): Promise<void> {
    for (const target of puppet.targets().filter(isWorker)) {
      await (await target.worker())?.close();
      await until("the service worker to stop", () => !puppet.targets().includes(target));
    }
  }

  return { started, wake, stop, isRunning: () => puppet.targets().some(isWorker) };
}

export function readToolbar(worker: WebWorker, tabId: number): Promise<Toolbar> {
  return worker.evaluate(
    async (tabId) => ({
      badge: await chrome.action.getBadgeText({ tabId }),
      title: await chrome.action.getTitle({ tabId }),
    }),
    tabId,
  );
}

/** The tab that shows `url`, as far as the extension may know; of several the one in front. */
export function tabAt(worker: WebWorker, url: string): Promise<number | undefined> {
  return worker.evaluate(async (url) => {
    const tabs = (await chrome.tabs.query({})).filter((tab) => tab.url === url);
    return (tabs.find((tab) => tab.active) ?? tabs[0])?.id;
  }, url);
}

export function frontTab(worker: WebWorker): Promise<number> {
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) throw new Error("No tab is in front");
    return tab.id;
  });
}

export function readCommands(worker: WebWorker): Promise<Command[]> {
  return worker.evaluate(async () => (await chrome.commands?.getAll()) ?? []);
}

/** No synthetic key gets as far as Chromium's shortcuts: the event is sent to the listeners, with the tab in front. */
export async function sendCommand(worker: WebWorker, name: string): Promise<void> {
  await until("a listener for commands", () => worker.evaluate(() => chrome.commands?.onCommand.hasListeners()));
  await worker.evaluate(async (name) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands?.onCommand.dispatch(name, tab);
  }, name);
}

/** Zooms the tab in front until it leaves its page, and gives the factor that it had. */
export function zoomTab(worker: WebWorker, factor: number): Promise<number> {
  return worker.evaluate(async (factor) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    if (tab?.id === undefined) throw new Error("No tab is in front");
    const before = await chrome.tabs.getZoom(tab.id);
    await chrome.tabs.setZoomSettings(tab.id, { scope: "per-tab" });
    await chrome.tabs.setZoom(tab.id, factor);
    return before;
  }, factor);
}

interface Tab {
  readonly id?: number;
  readonly url?: string;
  readonly active: boolean;
}

/** The little of the extension API that runs in the worker above. */
declare const chrome: {
  tabs: {
    query(filter: object): Promise<Tab[]>;
    getZoom(tab: number): Promise<number>;
    setZoom(tab: number, factor: number): Promise<void>;
    setZoomSettings(tab: number, settings: { scope: "per-tab" }): Promise<void>;
  };
  action: { getBadgeText(tab: { tabId: number }): Promise<string>; getTitle(tab: { tabId: number }): Promise<string> };
  /** Missing where the manifest declares no commands. */
  commands?: {
    getAll(): Promise<Command[]>;
    onCommand: { hasListeners(): boolean; dispatch(name: string, tab?: Tab): void };
  };
};
