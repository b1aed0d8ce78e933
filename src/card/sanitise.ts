import DOMPurify from "dompurify";

/** A text of a digest → nodes that are safe to show: it may hold this much markup and nothing else. */
export function sanitise(text: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(text, {
    ALLOWED_TAGS: ["em", "strong", "q", "a"],
    ALLOWED_ATTR: ["href"],
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ALLOWED_URI_REGEXP: /^https:\/\//i,
    RETURN_DOM_FRAGMENT: true,
    // Our own policy would be reported on pages that forbid all of them.
    TRUSTED_TYPES_POLICY: null,
  });
  for (const link of fragment.querySelectorAll("a")) {
    if (!link.hasAttribute("href")) {
      link.replaceWith(...link.childNodes);
      continue;
    }
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  // As text: marks that a stylesheet makes are lost when they are copied.
  for (const quote of fragment.querySelectorAll("q")) {
    quote.prepend("“");
    quote.append("”");
  }
  return fragment;
}
