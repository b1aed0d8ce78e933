import DOMPurify from "dompurify";

/** Digest texts may hold this much markup and nothing else. `null`: our own policy would be reported on pages that forbid all of them. */
const ALLOWED = {
  ALLOWED_TAGS: ["em", "strong", "q", "a"],
  ALLOWED_ATTR: ["href"],
  ALLOWED_URI_REGEXP: /^https:/i,
  RETURN_DOM_FRAGMENT: true,
  TRUSTED_TYPES_POLICY: null,
} as const;

/** A text of a digest → nodes that are safe to show. */
export function sanitise(text: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(text, {
    ...ALLOWED,
    ALLOWED_TAGS: [...ALLOWED.ALLOWED_TAGS],
    ALLOWED_ATTR: [...ALLOWED.ALLOWED_ATTR],
  });
  for (const link of fragment.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  return fragment;
}
