declare module "@mozilla/readability/Readability-readerable.js" {
  /** Whether enough of the document's paragraphs are long enough to be an article's. */
  export default function isProbablyReaderable(
    document: Document,
    options?: {
      readonly minContentLength?: number;
      readonly minScore?: number;
      /** Which nodes count at all. */
      readonly visibilityChecker?: (node: Element) => boolean;
    },
  ): boolean;
}
