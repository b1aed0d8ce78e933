import { browser } from "./browser.ts";
import { bringToAll } from "./open-tabs.ts";

/** Stands in the session's storage, which ends with each life of the extension. */
const KEY = "tabs-reached";
/** Firefox brings content scripts into tabs that are open; it alone tells what browser it is. */
const BRINGS_THEM_ITSELF = browser.runtime.getBrowserInfo !== undefined;

/** Tells whoever has installed the extension what it is; an update tells nothing. */
export async function greet(reason: string): Promise<void> {
  if (reason === "install") await browser.tabs.create({ url: browser.runtime.getURL("welcome.html") });
}

/**
 * Reads tabs that are open already, once in each life of the extension: after it was installed, updated or switched on again, or the
 * browser started. A worker that only wakes up finds it done.
 */
export async function reachOpenTabs(): Promise<void> {
  if (BRINGS_THEM_ITSELF) return;
  const { [KEY]: isDone } = await browser.storage.session.get(KEY);
  if (isDone) return;
  await browser.storage.session.set({ [KEY]: true });
  await bringToAll();
}
