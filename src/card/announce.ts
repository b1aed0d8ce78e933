import { OWN_ATTRIBUTE } from "../text/own-element.ts";
import { inLanguage, part, speak } from "./elements.ts";

/** Long enough to be heard, in ms. */
const HEARD_AFTER_MS = 3000;

/** Has a screen reader say something when it is next silent; nothing of it is seen. */
export function announce(document: Document, text: string, language: string): void {
  const host = document.createElement("div");
  host.setAttribute(OWN_ATTRIBUTE, "");
  host.style.cssText =
    "all: initial !important; position: fixed !important; width: 1px !important; height: 1px !important; overflow: hidden !important; clip-path: inset(50%) !important";
  const region = inLanguage(part(document, "div", "announcement"), language);
  host.attachShadow({ mode: "closed" }).append(region);
  // All outside a modal dialog is inert; of several, the one with the focus lies on top.
  const dialogs = [...document.querySelectorAll('dialog:modal, [aria-modal="true"]')];
  const top = dialogs.findLast((dialog) => dialog.contains(document.activeElement)) ?? dialogs.at(-1);
  (top ?? document.documentElement).append(host);
  speak(region, text);
  setTimeout(() => host.remove(), HEARD_AFTER_MS);
}
