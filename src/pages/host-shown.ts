import { toUnicode } from "punycode/punycode.es6.js";
import { part } from "../card/elements.ts";

/** Letters that one word mixes with Latin ones in no honest name; those of East Asia stand beside Latin in many. */
const OTHER_LETTER =
  /(?=\p{L})[^\p{Script=Latin}\p{Script=Common}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const LATIN = /\p{Script=Latin}/u;

/** A host as its readers write it, where browsers write xn-- and more; as browsers do where that would be no name of it, or could be made to deceive. */
export function hostShown(host: string): string {
  if (!host.includes("xn--")) return host;
  const shown = decoded(host);
  const isMixed = shown.split(".").some((label) => LATIN.test(label) && OTHER_LETTER.test(label));
  return !isMixed && URL.parse(`https://${shown}/`)?.hostname === host ? shown : host;
}

/** A host's name, always from left to right; where letters of another script stand for it, with those that browsers go by: some look like others. */
export function hostView(document: Document, host: string): HTMLElement {
  const shown = hostShown(host);
  const name = part(document, "bdi", "host-name", shown);
  name.dir = "ltr";
  if (shown !== host) {
    const inAscii = part(document, "bdi", "in-ascii", host);
    inAscii.dir = "ltr";
    return part(document, "span", "host-names", name, " ", inAscii);
  }
  return name;
}

function decoded(host: string): string {
  try {
    return toUnicode(host);
  } catch {
    return host;
  }
}
