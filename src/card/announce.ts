import { OWN_ATTRIBUTE } from "../text/own-element.ts";
import { inLanguage, part } from "./elements.ts";

/** A screen reader speaks what comes into a region that it knows already, hence the wait; long enough to be heard, in ms. */
const KNOWN_AFTER_MS = 100;
const HEARD_AFTER_MS = 3000;

/** Has a screen reader say something when it is next silent; nothing of it is seen. */
export function announce(document: Document, text: string, language: string): void {
  const host = document.createElement("div");
  host.setAttribute(OWN_ATTRIBUTE, "");
  host.style.cssText =
    "all: initial !important; position: fixed !important; width: 1px !important; height: 1px !important; overflow: hidden !important; clip-path: inset(50%) !important";
  const region = inLanguage(part(document, "div", "announcement"), language);
  region.role = "status";
  host.attachShadow({ mode: "closed" }).append(region);
  document.documentElement.append(host);
  setTimeout(() => region.append(text), KNOWN_AFTER_MS);
  setTimeout(() => host.remove(), HEARD_AFTER_MS);
}
