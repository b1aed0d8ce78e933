import type { Frame, Page } from "puppeteer-core";

/** In CSS pixels from the viewport's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One painted range; without boxes it is not to be seen. */
export interface Mark {
  readonly highlight: string;
  readonly text: string;
  readonly boxes: readonly Box[];
}

/** Every range of a `dramatis…` highlight that a page or a frame paints, in document order, as it can see them itself. */
export function marks(page: Page | Frame): Promise<Mark[]> {
  return page.evaluate(readMarks);
}

/** Scrolls the nth of `marks()` into view and gives it with its boxes as they are now. */
export async function reveal(page: Page | Frame, index: number): Promise<Mark> {
  const mark = (await page.evaluate(readMarks, index))[index];
  if (!mark) throw new Error(`No mark ${index} on this page`);
  return mark;
}

/** Runs in the page. No inner function has a name: tsx would wrap it in a helper that the page does not have. */
function readMarks(scrollTo?: number): Mark[] {
  const painted = [...CSS.highlights]
    .filter(([name]) => name.startsWith("dramatis"))
    .flatMap(([highlight, ranges]) => [...ranges].map((range) => ({ highlight, range })))
    // A highlight may hold ranges of frames as well; each document paints its own.
    .filter(({ range }) => range.startContainer.ownerDocument === document)
    .sort(({ range: a }, { range: b }) =>
      a.startContainer === b.startContainer
        ? a.startOffset - b.startOffset
        : a.startContainer.compareDocumentPosition(b.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING
          ? -1
          : 1,
    )
    .map(({ highlight, range: { startContainer, startOffset, endContainer, endOffset } }) => {
      const range = document.createRange();
      // A static range can outlive its text.
      range.setStart(startContainer, Math.min(startOffset, startContainer.textContent?.length ?? 0));
      range.setEnd(endContainer, Math.min(endOffset, endContainer.textContent?.length ?? 0));
      return { highlight, range };
    });
  const wanted = painted[scrollTo ?? -1]?.range;
  if (wanted) {
    wanted.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    const { top, bottom } = wanted.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight / 2, behavior: "instant" });
  }
  return painted.map(({ highlight, range }) => ({
    highlight,
    text: range.toString(),
    boxes: [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ x, y, width, height }) => ({ x, y, width, height })),
  }));
}
