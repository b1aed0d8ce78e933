import { button, disclose, part } from "./elements.ts";
import { type Counted, count, say, type Words } from "./words.ts";

/** The button that unfolds what does not stand on a card at first, in its place; `what` says how many there are. */
export function moreView(
  document: Document,
  words: Words,
  what: Counted,
  amount: number,
  fill: () => HTMLElement[],
): HTMLElement[] {
  const label = () => (panel.hidden ? count(words, what, amount) : say(words, "fewer"));
  const panel = part(document, "div", "rest");
  const more = button(document, "more");
  disclose(panel, fill, more);
  more.addEventListener("click", () => more.replaceChildren(label()));
  more.append(label());
  return [more, panel];
}
