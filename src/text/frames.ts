/** Frames of the page's own origin are read as if their text stood in the page; others keep their documents to themselves. */

/** Smaller frames are ads, players and counters, in CSS px; a frame without a size of its own is as large as this. */
const MIN_WIDTH_PX = 300;
const MIN_HEIGHT_PX = 150;
/** How ads in frames of the page's own origin are called. */
const AD = /(?:^|[-_ /])(?:ads?|advert\w*|sponsor\w*)(?=$|[-_ /])/i;

/** The body of a frame's document as it is read, or null: of another origin, small, hidden or an ad. */
export function bodyIn(frame: Element): HTMLElement | null {
  const { contentDocument, id, name, title } = frame as HTMLIFrameElement;
  if (!contentDocument || AD.test(`${id} ${name} ${title}`)) return null;
  // Looked at last: it has the browser lay out the page.
  const { clientWidth, clientHeight } = frame;
  return clientWidth >= MIN_WIDTH_PX && clientHeight >= MIN_HEIGHT_PX ? contentDocument.body : null;
}

/** The frame that shows a document; null for the page's own, and for one that is shown no more. */
export function frameAround(document: Document): HTMLIFrameElement | null {
  const frame = document.defaultView?.frameElement as HTMLIFrameElement | null | undefined;
  return frame?.contentDocument === document ? frame : null;
}

/** A place in the viewport of the document around a frame → the place in the frame's own. */
export function intoFrame(frame: HTMLElement, x: number, y: number): DOMPoint {
  const { left, top, scaleX, scaleY } = contentBox(frame);
  return new DOMPoint((x - left) / scaleX, (y - top) / scaleY);
}

/**
 * A rectangle in the viewport of a frame's document → the same in the viewport of another document around it, by default the
 * page's; what the frames do not show of it is cut off, so that nothing may be left but an edge.
 */
export function outOfFrames(rect: DOMRect, document: Document, outer?: Document): DOMRect {
  const frame = document === outer ? null : frameAround(document);
  if (!frame) return rect;
  const { left, top, scaleX, scaleY } = contentBox(frame);
  const { innerWidth, innerHeight } = document.defaultView as Window;
  const [x, right] = [rect.left, rect.right].map((at) => left + clamp(at, innerWidth) * scaleX) as [number, number];
  const [y, bottom] = [rect.top, rect.bottom].map((at) => top + clamp(at, innerHeight) * scaleY) as [number, number];
  return outOfFrames(new DOMRect(x, y, right - x, bottom - y), frame.ownerDocument, outer);
}

/** Where a frame's viewport begins in the one around it, and how much larger it shows there by zoom and transforms, turns excepted. */
function contentBox(frame: HTMLElement) {
  const { left, top, width, height } = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const scaleX = width / frame.offsetWidth;
  const scaleY = height / frame.offsetHeight;
  return {
    left: left + (frame.clientLeft + Number.parseFloat(paddingLeft)) * scaleX,
    top: top + (frame.clientTop + Number.parseFloat(paddingTop)) * scaleY,
    scaleX,
    scaleY,
  };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
