import { ELEMENT, isLeftOut, parentOf } from "./elements.ts";

/** Whether a node, or one around it, fulfils a condition; it remembers the answers, so that siblings cost one look each. */
export function within(fulfils: (node: Node) => boolean): (node: Node | null) => boolean {
  const known = new Map<Node, boolean>();
  const isWithin = (node: Node | null): boolean => {
    if (!node) return false;
    const answer = known.get(node) ?? (fulfils(node) || isWithin(parentOf(node)));
    known.set(node, answer);
    return answer;
  };
  return isWithin;
}

/** Whether a node is itself, or stands in, what is not read. */
export function withinLeftOut(wantsFurniture: boolean): (node: Node | null) => boolean {
  return within((node) => node.nodeType === ELEMENT && isLeftOut(node as Element, wantsFurniture));
}
