/** Whose addresses can be marked. */
const SCHEME = /^https?:\/\//i;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
/** As browsers write it: in ASCII letters, with at least one dot but for this computer's own. */
const HOST = /^(?:localhost|[a-z0-9_-]+(?:\.[a-z0-9_-]+)+|\[[0-9a-f:.]+\])$/;

/** A host's name as it is typed, or the address of one of its pages → the name as browsers write it; null where it is neither. */
export function hostIn(typed: string): string | null {
  const text = typed.trim();
  if (OTHER_SCHEME.test(text) && !SCHEME.test(text)) return null;
  const url = URL.parse(SCHEME.test(text) ? text : `https://${text}`);
  // Who types an e-mail address means no site.
  if (!url || url.username) return null;
  const host = url.hostname.replace(/\.$/, "");
  return HOST.test(host) ? host : null;
}
