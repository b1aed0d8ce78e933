import type { Runtime } from "webextension-polyfill";
import type { Place } from "./protocol.ts";

type Sender = Pick<Runtime.MessageSender, "tab" | "url">;

/** @param ownPages what the addresses of the extension's own pages begin with, `runtime.getURL("")` */
export function isOwnPage({ url = "" }: Sender, ownPages: string): boolean {
  return url.startsWith(ownPages);
}

/**
 * A web page asks about its own site alone; a page of the extension about any.
 * @throws Error where a web page names a place, or a page of the extension none
 */
export function placeAsked(sender: Sender, ownPages: string, place?: Place): Place {
  if (isOwnPage(sender, ownPages)) {
    if (place === undefined) throw new Error("a page of the extension has to name a site");
    return place;
  }
  if (place !== undefined) throw new Error("a web page can ask about its own site alone");
  const { tab, url } = sender;
  return { site: siteOf(tab?.url ?? url), isPrivate: tab?.incognito ?? false };
}

/** A site goes by its host's name. */
export function siteOf(address = ""): string {
  return URL.parse(address)?.hostname ?? "";
}
