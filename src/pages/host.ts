/** Why what is typed names no site. */
export type HostFault = "empty" | "scheme" | "email" | "letters" | "word" | "part" | "number" | "star";

/** Whose addresses can be marked. */
const SCHEME = /^https?:\/\//i;
/** Also those without slashes, as of an e-mail address; what a port may follow is no scheme. */
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d|$)/i;
/** As people paste them: quoted, in angle brackets, or without a scheme as within a page. */
const AROUND = /^["'“„«<]+|["'”“»>]+$/g;
/** As browsers write hosts. */
const NUMBER = /^\d+(?:\.\d+){3}$/;
const SIX = /^\[[0-9a-f:.]+\]$/;
const LETTERS = /^[a-z0-9._-]+$/;
/** Between two dots. Underscores stand in no domain that can be bought, but below some. */
const PART = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/;
/** This network, many at once, or kept for later: no site has such a number. */
const NOBODY = /^(?:0|22[4-9]|2[3-5]\d)\.|^\[(?:::|ff[0-9a-f:]+)\]$/;

/** A host's name as it is typed, or the address of one of its pages → the name as browsers write it, or why there is none. */
export function readHost(typed: string): { readonly host: string } | { readonly fault: HostFault } {
  const text = typed.trim().replace(AROUND, "").replace(/^\/\//, "").trim();
  if (!text) return { fault: "empty" };
  if (!SCHEME.test(text) && OTHER_SCHEME.test(text)) return { fault: /^mailto:/i.test(text) ? "email" : "scheme" };
  const address = text.replace(SCHEME, "");
  const asTyped = address.replace(/[/?#\\].*$/s, "");
  if (!asTyped) return { fault: "empty" };
  if (!SCHEME.test(text) && asTyped.includes("@")) return { fault: "email" };
  // Somebody's idea of many sites at once.
  if (asTyped.includes("*")) return { fault: "star" };
  // Who asks and through which port is no part of the name, whatever port that is.
  const name = asTyped.replace(/^.*@|:\d*$/g, "").replace(/\.$/, "");
  const host = URL.parse(`https://${name}/`)?.hostname.replace(/\.$/, "") ?? "";
  const fault = faultOf(name, host);
  return fault ? { fault } : { host };
}

/** @param host what the browser makes of what is typed, empty where nothing */
function faultOf(typed: string, host: string): HostFault | undefined {
  if (NUMBER.test(host) || SIX.test(host)) {
    // Browsers take a lone number for an address, too.
    if (/^\d+$/.test(typed)) return "word";
    return NOBODY.test(host) || (NUMBER.test(host) && host !== typed) ? "number" : undefined;
  }
  if (NUMBER.test(typed)) return "number";
  if (host === "localhost") return undefined;
  if (/^\.|\.\.|\.$/.test(typed)) return "part";
  if (!LETTERS.test(host)) return "letters";
  if (!host.includes(".")) return "word";
  return host.length <= 253 && host.split(".").every((part) => PART.test(part)) ? undefined : "part";
}
