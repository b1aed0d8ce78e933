/** Links go only to addresses that are written out, and not in the clear. */
const SECURE = /^https:\/\//i;
/** What stands in these is not written for readers. */
const UNREAD = "style template title textarea select noscript noembed noframes xmp plaintext video audio canvas";
const SANITIZER: SanitizerConfig = {
  removeElements: [
    ...UNREAD.split(" "),
    { name: "svg", namespace: "http://www.w3.org/2000/svg" },
    { name: "math", namespace: "http://www.w3.org/1998/Math/MathML" },
  ],
  attributes: ["href"],
  comments: false,
};

/** The browser's own sanitiser; TypeScript has no types for it yet. */
interface Sanitising {
  setHTML?(html: string, options: { readonly sanitizer: SanitizerConfig }): void;
}

/** A text of a digest → nodes that are safe to show: it may hold `em`, `strong`, `q` and links, and nothing else. */
export function sanitise(text: string): DocumentFragment {
  // A document without scripts, styles and network.
  const { body } = document.implementation.createHTMLDocument("") as { body: HTMLElement & Sanitising };
  // Chromium before 146 has no sanitiser: there the text stands without its markup, but for its quotation marks.
  if (body.setHTML) body.setHTML(text, { sanitizer: SANITIZER });
  else body.textContent = new DOMParser().parseFromString(quoted(text), "text/html").body.textContent;
  for (const element of body.querySelectorAll("*")) narrow(element);
  const fragment = document.createDocumentFragment();
  fragment.append(...body.childNodes);
  return fragment;
}

function quoted(text: string): string {
  return text.replaceAll("<q>", "“").replaceAll("</q>", "”");
}

/** Leaves what may be kept as we show it, and of everything else only what stands in it. */
function narrow(element: Element): void {
  const { localName } = element;
  const href = element.getAttribute("href");
  element.removeAttribute("href");
  if (localName === "a" && SECURE.test(href ?? "")) {
    element.setAttribute("href", href as string);
    element.setAttribute("target", "_blank");
    element.setAttribute("rel", "noopener noreferrer");
  } else if (localName === "q") {
    // As text: marks that a stylesheet makes are lost when they are copied.
    element.prepend("“");
    element.append("”");
  } else if (localName !== "em" && localName !== "strong") element.replaceWith(...element.childNodes);
}
