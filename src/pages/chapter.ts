import { part } from "../card/elements.ts";

export interface Chapter {
  readonly element: HTMLElement;
  readonly heading: HTMLHeadingElement;
}

/** A part of a page under a heading of its own, which an address leads to. */
export function chapter(document: Document, id: string, title: string, ...content: (Node | string)[]): Chapter {
  const heading = part(document, "h2", "heading", title);
  heading.id = id;
  // Takes the focus where what had it has gone.
  heading.tabIndex = -1;
  const element = part(document, "section", `chapter ${id}`, heading, ...content);
  element.setAttribute("aria-labelledby", id);
  return { element, heading };
}

/** The ways to the chapters of a page. */
export function contents(document: Document, label: string, chapters: readonly Chapter[]): HTMLElement {
  const items = chapters.map(({ heading }) => {
    const link = part(document, "a", "to-chapter", heading.textContent ?? "");
    link.href = `#${heading.id}`;
    return part(document, "li", "contents-item", link);
  });
  const nav = part(document, "nav", "contents", part(document, "ul", "contents-list", ...items));
  nav.ariaLabel = label;
  return nav;
}
