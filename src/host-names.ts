/** Whether this is a host's name as browsers write it, so that a page's own can be the same: in small ASCII letters, without port or path. */
export function isHostName(text: string): boolean {
  // To an address it is a letter like others, and somebody's idea of all hosts.
  return !text.includes("*") && URL.parse(`https://${text}/`)?.hostname === text;
}
