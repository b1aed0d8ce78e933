import type { Page } from "puppeteer-core";

/** Of English texts that are to be seen, those whose letters do not stand from left to right in each line, as the page has laid them out. */
export function outOfOrder(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (all) => {
    const lettersOf = (element: Element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const letters: { x: number; line: number }[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { index } of (node.textContent ?? "").matchAll(/\S/g)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          const { left, top, height } = range.getBoundingClientRect();
          letters.push({ x: left, line: Math.round(top + height / 2) });
        }
      }
      return letters;
    };
    const isInOrder = (element: Element) =>
      lettersOf(element).every(({ x, line }, i, letters) => {
        const before = letters[i - 1];
        return !before || Math.abs(before.line - line) > 3 || before.x < x;
      });
    return all
      .filter((one) => one.checkVisibility() && one.textContent && !isInOrder(one))
      .map(({ textContent }) => textContent ?? "");
  });
}
