import { type Container, ELEMENT, isSkipped, parentOf } from "./elements.ts";

/** New elements that are themselves, or stand in, what nobody reads. */
export function skippedAmong(fresh: ReadonlySet<Node>): Set<Node> {
  const known = new Map<Node, boolean>();
  const isHidden = (node: Node | null): boolean => {
    if (!node) return false;
    const hidden =
      known.get(node) ?? ((node.nodeType === ELEMENT && isSkipped(node as Element)) || isHidden(parentOf(node)));
    known.set(node, hidden);
    return hidden;
  };
  return new Set([...fresh].filter(isHidden));
}

/** What has left the page, or gone into one of `skipped`. */
export function goneFrom(skipped: ReadonlySet<Node>): (container: Container) => boolean {
  return (container) => {
    if (!container.isConnected) return true;
    if (skipped.size) for (let at: Node | null = container; at; at = parentOf(at)) if (skipped.has(at)) return true;
    return false;
  };
}

/** Whether a node is itself, or stands in, what nobody reads. */
export function isInSkipped(node: Node): boolean {
  for (let at: Node | null = node; at; at = parentOf(at)) {
    if (at.nodeType === ELEMENT && isSkipped(at as Element)) return true;
  }
  return false;
}
