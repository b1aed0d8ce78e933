declare module "@mozilla/readability/Readability-readerable.js" {
  /** Told by its own style and attributes alone. */
  export function isNodeVisible(node: Element): boolean;
  /** Whether enough of the document's paragraphs are long enough to be an article's. */
  export function isProbablyReaderable(
    document: Document,
    options?: {
      readonly minContentLength?: number;
      readonly minScore?: number;
      /** Which nodes count at all. */
      readonly visibilityChecker?: (node: Element) => boolean;
    },
  ): boolean;
}
