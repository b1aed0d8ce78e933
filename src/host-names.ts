/** A site goes by its host's name, whatever its port. Empty where an address has none. */
export function siteOf(address = ""): string {
  return URL.parse(address)?.hostname ?? "";
}

/** Whether this is a host's name as browsers write it, so that a page's own can be the same: in small ASCII letters, without port or path. */
export function isHostName(text: string): boolean {
  // To an address it is a letter like others, and somebody's idea of all hosts.
  return !text.includes("*") && URL.parse(`https://${text}/`)?.hostname === text;
}

/** Whether both are addresses of one page, wherever in it. */
export function isSamePage(one = "", other = ""): boolean {
  const [a, b] = [URL.parse(one), URL.parse(other)];
  return a !== null && a.origin + a.pathname + a.search === (b && b.origin + b.pathname + b.search);
}
