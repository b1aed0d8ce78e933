import { browser } from "./browser.ts";
import { tell } from "./messages.ts";
import type { Overview } from "./protocol.ts";

/** All that the extension ever asks for. */
export const ALL_SITES = { origins: ["http://*/*", "https://*/*"] };

/** A tab as far as a page of the extension can see it. */
export interface Tab {
  readonly id: number;
  /** Its host's name; empty where the browser does not tell, or where there is none. */
  readonly site: string;
  readonly isPrivate: boolean;
}

/** What a tab shows: a page that our script is in, whose overview may be yet to come, or one that it may not be in. */
export type Shown = Overview | "soon" | "no-access" | "unreachable";

/** The tab in front, or the one with this id. */
export async function findTab(id: string | null): Promise<Tab> {
  const tab = id
    ? await browser.tabs.get(Number(id))
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) throw new Error("there is no tab");
  const url = tab.url ? new URL(tab.url) : undefined;
  return { id: tab.id, site: url && /^https?:$/.test(url.protocol) ? url.hostname : "", isPrivate: tab.incognito };
}

/** Brings our scripts where they are not yet: into tabs from before the installation, or before access was given. */
export async function shownIn({ id, site }: Tab): Promise<Shown> {
  // Asked first: Chromium would let a script wait until the reader gives access. A site that the browser tells can be read, if
  // perhaps by one scheme alone.
  if (!site && !(await browser.permissions.contains(ALL_SITES))) return "no-access";
  const target = { tabId: id };
  try {
    await browser.scripting.executeScript({ target, files: ["overview.js"] });
    const overview = await tell(id, "overview");
    if (overview) return overview;
    await browser.scripting.insertCSS({ target, files: ["highlight.css"] });
    await browser.scripting.executeScript({ target, files: ["content.js"] });
    return "soon";
  } catch {
    return "unreachable";
  }
}
