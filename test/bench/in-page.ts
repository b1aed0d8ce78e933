import type { Page } from "puppeteer-core";
import { until } from "../../scripts/drive.ts";
import { ANSWER, ASK, type Tasks } from "./tasks.ts";

/** Asks the bench's content script in a page. @throws Error with what went wrong there */
export async function askPage<N extends keyof Tasks>(
  page: Page,
  name: N,
  ...args: Parameters<Tasks[N]>
): Promise<Awaited<ReturnType<Tasks[N]>>> {
  // The content script may come a little after the page has loaded.
  const question = JSON.stringify([name, ...args]);
  const answer = await until("the bench in the page", () => page.evaluate(askInPage, question, ASK, ANSWER));
  const { value, error } = JSON.parse(answer);
  if (error) throw new Error(error);
  return value;
}

/** How many marks are painted. */
export function markCount(page: Page): Promise<number> {
  return page.evaluate(() => CSS.highlights.get("dramatis-underline")?.size ?? 0);
}

/** Runs in the page; undefined where nobody listens. */
function askInPage(question: string, askEvent: string, answerEvent: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    document.addEventListener(answerEvent, (event) => resolve((event as CustomEvent<string>).detail), { once: true });
    const isUnheard = document.dispatchEvent(new CustomEvent(askEvent, { detail: question, cancelable: true }));
    if (isUnheard) resolve(undefined);
  });
}
