/** Fills a list anew and leaves a focus in it where it was: on the control of the same `data-key`, else on what stands there now, else on the heading. */
export function keepingFocus(list: HTMLElement, heading: HTMLElement, fill: () => void): void {
  const controls = () => [...list.querySelectorAll<HTMLElement>("[data-key]")];
  const before = controls();
  // Not by `:focus`, which nothing is in a tab at the back.
  const focused = () => before.indexOf(list.ownerDocument.activeElement as HTMLElement);
  const at = focused();
  const key = before[at]?.dataset["key"];
  // One that a click has put there is not shown, now as little as before.
  const focusVisible = before[at]?.matches(":focus-visible") ?? false;
  fill();
  if (at < 0 || focused() === at) return;
  const after = controls();
  const same = after.find((control) => control.dataset["key"] === key);
  (same ?? after[Math.min(at, after.length - 1)] ?? heading).focus({ focusVisible });
}

/** Has a list hold these items; one that shows the same as before stays itself: a press on it, or a list that it has open, goes on. */
export function renew(list: HTMLElement, items: readonly HTMLElement[]): void {
  const before = [...list.children];
  const now = items.map((item) => before.find((old) => showsSame(old, item)) ?? item);
  for (const old of before) if (!now.includes(old)) old.remove();
  for (const [at, item] of now.entries()) {
    const there = list.children[at] ?? null;
    if (there !== item) list.insertBefore(item, there);
  }
}

function showsSame(a: Element, b: Element): boolean {
  // What is chosen stands in no attribute.
  const chosen = (item: Element) => [...item.querySelectorAll("select")].map(({ value }) => value).join();
  return a === b || (a.isEqualNode(b) && chosen(a) === chosen(b));
}
