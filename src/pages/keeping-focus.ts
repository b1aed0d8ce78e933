/** Fills a list anew and leaves a focus in it where it was: on the control of the same `data-key`, else on what stands there now, else on the heading. */
export function keepingFocus(list: HTMLElement, heading: HTMLElement, fill: () => void): void {
  const controls = () => [...list.querySelectorAll<HTMLElement>("[data-key]")];
  const before = controls();
  // Not by `:focus`, which nothing is in a tab at the back.
  const at = before.indexOf(list.ownerDocument.activeElement as HTMLElement);
  const key = before[at]?.dataset["key"];
  // One that a click has put there is not shown, now as little as before.
  const focusVisible = before[at]?.matches(":focus-visible") ?? false;
  fill();
  if (at < 0) return;
  const after = controls();
  const same = after.find((control) => control.dataset["key"] === key);
  (same ?? after[Math.min(at, after.length - 1)] ?? heading).focus({ focusVisible });
}
