import { browser } from "./browser.ts";

/** All that the extension ever asks for. */
export const ALL_SITES = { origins: ["http://*/*", "https://*/*"] };

/** Whether the browser lets the extension read pages of this site: readers can take that away, for all sites or for some. */
export function canRead(address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
}
