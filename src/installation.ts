import { browser } from "./browser.ts";

/** What of an installation is to be done once: the reader is told what this is, and tabs that are open already are read. */
export async function onInstalled(reason: string): Promise<void> {
  if (reason !== "install") return;
  await browser.tabs.create({ url: browser.runtime.getURL("welcome.html") });
  if (!BRINGS_THEM_ITSELF) await reachOpenTabs();
}

/** Firefox brings content scripts into tabs that are open; it alone tells what browser it is. */
const BRINGS_THEM_ITSELF = browser.runtime.getBrowserInfo !== undefined;

/** Some tabs cannot be reached, such as the browser's own pages; they stay as they are. */
async function reachOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false });
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const target = { tabId: id };
      await browser.scripting.insertCSS({ target, files: ["highlight.css"] });
      await browser.scripting.executeScript({ target, files: ["content.js"] });
    }),
  );
}
