import { parentOf } from "../text/elements.ts";

/** Further than any page reaches, in CSS px. */
const FAR_PX = 1e7;

/** An element that shows what it holds within its box only. */
export interface Clip {
  readonly box: DOMRect;
  /** What it does not show can be scrolled to. */
  readonly isScroller: boolean;
}

/** What cuts off a node in its own document, from the inside out. */
export function clipsAround(node: Node): Clip[] {
  const clips: Clip[] = [];
  let position = "";
  for (let at = around(node); at; at = around(at)) {
    const style = getComputedStyle(at);
    // What is placed by something further out is not cut off by what lies between.
    if (!isPlacedIn(style, position)) continue;
    ({ position } = style);
    const clip = clipOf(at, style);
    if (clip) clips.push(clip);
    // In the top layer nothing around it counts.
    if (at.matches(":modal, :popover-open")) break;
  }
  return clips;
}

function isPlacedIn(outer: CSSStyleDeclaration, position: string): boolean {
  const isFixed = position === "fixed";
  if (!isFixed && position !== "absolute") return true;
  if (!isFixed && outer.position !== "static") return true;
  const { transform, translate, rotate, scale, perspective, filter, backdropFilter, contain, willChange } = outer;
  return (
    [transform, translate, rotate, scale, perspective, filter, backdropFilter].some(
      (value) => value && value !== "none",
    ) ||
    /paint|layout|strict|content/.test(contain) ||
    /transform|translate|rotate|scale|perspective|filter|contain/.test(willChange)
  );
}

function clipOf(element: Element, { overflowX, overflowY, display }: CSSStyleDeclaration): Clip | undefined {
  const isAcross = overflowX !== "visible";
  const isDown = overflowY !== "visible";
  if (!(isAcross || isDown) || /^(?:inline|contents)$/.test(display) || isOfWindow(element)) return undefined;
  const { x, y, width, height } = element.getBoundingClientRect();
  const [left, across] = isAcross ? [x, width] : [-FAR_PX, 2 * FAR_PX];
  const [top, down] = isDown ? [y, height] : [-FAR_PX, 2 * FAR_PX];
  return { box: new DOMRect(left, top, across, down), isScroller: /auto|scroll/.test(overflowX + overflowY) };
}

/** The overflow of the root, or in its place of the body, is the window's. */
function isOfWindow(element: Element): boolean {
  const { documentElement, body } = element.ownerDocument;
  if (element === documentElement) return true;
  return element === body && getComputedStyle(documentElement).overflow === "visible";
}

/** The element around a node as they are laid out, in the same document. */
export function around(node: Node): Element | null {
  const outer = (node as Partial<Element>).assignedSlot ?? parentOf(node);
  return outer?.ownerDocument === node.ownerDocument ? outer : null;
}

/** Where nothing is left, an edge. */
export function cut(rect: DOMRect, box: DOMRect): DOMRect {
  const x = between(rect.left, box.left, box.right);
  const y = between(rect.top, box.top, box.bottom);
  return new DOMRect(x, y, between(rect.right, box.left, box.right) - x, between(rect.bottom, box.top, box.bottom) - y);
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
