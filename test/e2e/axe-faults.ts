import axe from "axe-core";
import type { Page } from "puppeteer-core";

/** What axe finds on a page of the extension, or could not tell: each is a fault until somebody has looked at it. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations, incomplete } = await axe.run({ rules: { "target-size": { enabled: true } } });
    return [...violations, ...incomplete].map(({ id, nodes }) => `${id}: ${nodes[0]?.target.flat().at(-1)}`);
  });
}

/** How far the page is wider than its window, in CSS px. */
export function sticksOut(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
