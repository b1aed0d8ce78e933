import { frameAround } from "../text/frames.ts";

/** What of the page lies over all else and holds our card: outside a modal one all is inert, and a press closes a popover. */
const OVER_ALL = ':modal:not(iframe), :popover-open, [aria-modal="true"]';

/** The node itself, or the outermost of the frames that it stands in. */
export function inPage(node: Node): Node {
  const frame = frameAround(node.ownerDocument as Document);
  return frame ? inPage(frame) : node;
}

/**
 * The innermost modal dialog, full-screen element or popover of the page that holds a node, over the borders of open shadow roots. A frame on the full
 * screen can hold nothing of ours: there the card is to be read only.
 */
export function overlayAround(node: Node): Element | null {
  let at: Node | null = inPage(node);
  while (at) {
    if (at.nodeType === Node.ELEMENT_NODE && (at as Element).matches(OVER_ALL)) return at as Element;
    const isRoot: boolean = at.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
    at = isRoot ? ((at as ShadowRoot).host ?? null) : ((at as Element).assignedSlot ?? at.parentNode);
  }
  return null;
}
