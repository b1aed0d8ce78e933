import type { Browser } from "webextension-polyfill";

/**
 * The browser's extension API. Both browsers answer with promises by themselves, so no polyfill is loaded into every tab;
 * Chrome's older name for it is `chrome`.
 */
export const browser = ((globalThis as { browser?: unknown }).browser ??
  (globalThis as { chrome?: unknown }).chrome) as Browser;
