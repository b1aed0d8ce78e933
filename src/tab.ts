import { ALL_SITES } from "./access.ts";
import { browser } from "./browser.ts";
import { ask, tell } from "./messages.ts";
import type { Overview } from "./protocol.ts";

/** A tab as far as a page of the extension can see it. */
export interface Tab {
  readonly id: number;
  /** Its host's name; empty where the browser does not tell, or where there is none. */
  readonly site: string;
  readonly isPrivate: boolean;
  /** What it will show is not there yet, or not all of it. */
  readonly isLoading: boolean;
}

/**
 * What a tab shows: the overview of a page; `soon`: one that is being loaded or read, and will tell then; `no-access`: one that the
 * browser does not let us read; `unreachable`: one that no extension may be in.
 */
export type Shown = Overview | "soon" | "no-access" | "unreachable";

/** The tab in front, or the one with this id. */
export async function findTab(id: string | null): Promise<Tab> {
  const tab = id
    ? await browser.tabs.get(Number(id))
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) throw new Error("there is no tab");
  const url = tab.url ? new URL(tab.url) : undefined;
  const site = url && /^https?:$/.test(url.protocol) ? url.hostname : "";
  return { id: tab.id, site, isPrivate: tab.incognito, isLoading: tab.status === "loading" };
}

/** Looks at a tab, and has our scripts brought there where they are not and will not come by themselves. */
export async function shownIn({ id, site, isLoading }: Tab): Promise<Shown> {
  // Asked first: Chromium would let a script wait until the reader gives access. A site that the browser tells can be read, if
  // perhaps by one scheme alone.
  if (!site && !(await browser.permissions.contains(ALL_SITES))) return "no-access";
  // Until the site of a new tab answers, an empty page is there, or one of the browser's own.
  const unreached = isLoading ? "soon" : "unreachable";
  try {
    // Whoever opens a popup does not wait for a page that is slow.
    await browser.scripting.executeScript({ target: { tabId: id }, files: ["overview.js"], injectImmediately: true });
    const overview = await tell(id, "overview");
    if (typeof overview === "object") return overview;
    if (overview !== "absent") return "soon";
    await ask("bringScripts", id);
    // On an empty page they do not stay; on any other they report, and it is looked at again.
    return site ? "soon" : unreached;
  } catch {
    return unreached;
  }
}

/** Shows a page in a tab of its own; settings that are open already are gone to, while of the digest a reader may want several. */
export async function openPage(url: string): Promise<void> {
  const incognito = browser.extension.inIncognitoContext ?? false;
  const contexts = await browser.runtime.getContexts({ contextTypes: ["TAB"], incognito });
  const settingsPage = browser.runtime.getURL("options.html");
  const isSettings = (address = "") => address.replace(/#.*/, "") === settingsPage;
  const there = isSettings(url) && contexts.find(({ documentUrl }) => isSettings(documentUrl));
  if (!there) return void (await browser.tabs.create({ url }));
  // The same address again would load the page anew, as would one without a chapter, and lose what is typed there.
  const isElsewhere = url.includes("#") && there.documentUrl !== url;
  await browser.tabs.update(there.tabId, { active: true, ...(isElsewhere && { url }) });
  // Firefox for Android has no windows.
  await browser.windows?.update(there.windowId, { focused: true });
}
