import { ALL_SITES } from "./access.ts";
import { browser } from "./browser.ts";
import { tell, tellOwnPages } from "./messages.ts";

/** Brings our scripts into all open tabs that they may be in and are not. Some cannot be reached, such as a tab that shows an error; they stay as they are. */
export async function bringToAll(): Promise<void> {
  // One that the browser has unloaded gets them when it is loaded again.
  const tabs = await browser.tabs.query({ url: ALL_SITES.origins, discarded: false });
  await Promise.allSettled(tabs.map(async ({ id }) => id !== undefined && bring(id)));
}

const onTheirWay = new Map<number, Promise<void>>();

/**
 * Brings our scripts into a tab where they are not, once its page is there; whoever asks meanwhile waits for the same.
 * @throws Error where none may be
 */
export function bring(tab: number): Promise<void> {
  const brought = onTheirWay.get(tab) ?? bringOnce(tab).finally(() => onTheirWay.delete(tab));
  onTheirWay.set(tab, brought);
  return brought;
}

async function bringOnce(tabId: number): Promise<void> {
  const target = { tabId };
  const [answer] = await browser.scripting.executeScript({ target, func: isHere });
  if (answer?.result) return;
  await browser.scripting.insertCSS({ target, files: ["highlight.css"] });
  await browser.scripting.executeScript({ target, files: ["content.js"] });
}

/**
 * Runs in the page, by itself: content.js leaves this sign for scripts of the same life of the extension. It must not wait: the load of
 * the page would wait for it.
 */
function isHere(): boolean {
  const world = (globalThis as { [key: symbol]: unknown })[Symbol.for("dramatis")];
  return (world as { isHere?: true } | undefined)?.isHere === true;
}

/** Every open page, also of the extension, is to ask at once what has been chosen, as only the page itself knows which site's it is by the time it hears of it. */
export async function tellAll(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const told = tabs.map(async ({ id }) => id !== undefined && tell(id, "chosen"));
  await Promise.allSettled([tellOwnPages("chosen"), ...told]);
}
