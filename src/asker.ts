import type { Runtime } from "webextension-polyfill";
import { siteOf } from "./host-names.ts";
import { ASKERS, type Asker, type Messages, type Place } from "./protocol.ts";

/** Chromium and Firefox tell the origin, too. */
type Sender = Pick<Runtime.MessageSender, "id" | "tab" | "url"> & { readonly origin?: string };

/** What the extension itself is known by. */
export interface Own {
  readonly id: string;
  /** What the addresses of its own pages begin with, `runtime.getURL("")`. */
  readonly pages: string;
}

/** Null where it is nobody who may ask anything. */
export function askerOf({ id, url = "", origin, tab }: Sender, own: Own): Asker | null {
  if (id !== own.id) return null;
  if (url.startsWith(own.pages)) return origin === undefined || `${origin}/` === own.pages ? "own" : null;
  return tab && /^https?:/.test(url) ? "web" : null;
}

/** @throws Error where this is not for the sender to ask */
export function checkAsker(name: keyof Messages, sender: Sender, own: Own): void {
  const allowed: readonly Asker[] = Object.hasOwn(ASKERS, name) ? ASKERS[name] : [];
  const asker = askerOf(sender, own);
  if (asker === null || !allowed.includes(asker)) throw new Error(`not for ${asker ?? "anybody"} to ask`);
}

/**
 * A web page asks about its own site alone; a page of the extension about any.
 * @throws Error where a web page names a place, or a page of the extension none
 */
export function placeAsked(sender: Sender, own: Own, place?: Place): Place {
  if (askerOf(sender, own) === "own") {
    if (place === undefined) throw new Error("a page of the extension has to name a site");
    return place;
  }
  if (place !== undefined) throw new Error("a web page can ask about its own site alone");
  // The tab may show another page by now.
  return { site: siteOf(sender.url), isPrivate: sender.tab?.incognito ?? false };
}
