import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { until } from "../../scripts/drive.ts";
import type { Choices } from "../../src/choices.ts";
import type { Stage } from "../stage.ts";
import { inject } from "./inject.ts";
import { readNames } from "./names.ts";

declare global {
  /** In pages that `openCounted` has opened, counted from the first reading or the last change on. */
  var reads: ReturnType<typeof stages.countReads>;
  var visits: ReturnType<typeof stages.countVisits>;
  var tasks: ReturnType<typeof stages.countTasks>;
  var layouts: ReturnType<typeof stages.countLayouts>;
  var ranges: ReturnType<typeof stages.watchRanges>;
  /** What has left the page. */
  var goners: WeakRef<Node>[];
}

export const PARAGRAPHS = 60;
export const paragraphs = (count: number) => Array.from({ length: count }, (_, i) => paragraph(i)).join("\n");
/** What is read of the nth paragraph, which `#p<n>` holds. */
export const textOf = (i: number) =>
  `Paragraph ${i}, where Name said to another Name what had to be said at such a length.`;
/** Where `change` adds what comes last. */
export const LATE = '<section id="late"></section>';
/** With a headline, a caption, a note and a frame of another origin beside the paragraphs, and three blocks around the article. */
export const ARTICLE = `<body><header><ul><li><a href="#x">Home</a></li><li><a href="#x">World</a></li></ul></header>
  <main><h1>What Name said</h1><figure><img alt=""><figcaption>Name, <span>smiling</span></figcaption></figure>
  ${paragraphs(PARAGRAPHS)}<iframe sandbox srcdoc="An ad"></iframe>
  <x-note><template shadowrootmode="open"><p>A note about Name<br>in two lines</p></template></x-note>${LATE}</main>
  <aside><p>More about <em>Name</em></p></aside><script>const unread = "unread";</script>`;

function paragraph(i: number): string {
  return `<p id="p${i}">Paragraph ${i}, where <b>Na<i>me</i></b> said to <a href="#x">another Name</a> what had to be said at such a length.</p>`;
}

/** Opens the article, has everything counted, and reads it. */
export async function openCounted(stage: Stage, choices: Partial<Choices> = {}): Promise<Page> {
  const page = await stage.open(`<!doctype html>${ARTICLE}`);
  await inject(page);
  await page.evaluate(() => {
    // Else how fast the machine is would tell how much is done in one task.
    const now = performance.now();
    performance.now = () => now;
    globalThis.reads = stages.countReads();
    globalThis.visits = stages.countVisits();
    globalThis.tasks = stages.countTasks();
    globalThis.layouts = stages.countLayouts();
    globalThis.ranges = stages.watchRanges();
  });
  await readNames(page, choices);
  return page;
}

/** Changes the page, adds a paragraph `last` in the same task, and waits for the question about that. @returns what was asked since */
export async function change(page: Page, how: () => void, last: string): Promise<string[][]> {
  const before = await page.evaluate(
    (how, last) => {
      const { asked, reads, visits, tasks, layouts } = globalThis;
      const before = asked.length;
      new Function(`(${how})()`)();
      document.querySelector("#late")?.insertAdjacentHTML("beforeend", `<p class="changed">${last}</p>`);
      for (const counts of [reads, visits]) counts?.clear();
      for (const list of [tasks, layouts]) list?.splice(0);
      return before;
    },
    String(how),
    last,
  );
  return until(`the question about ${last}`, async () => {
    const asked = await page.evaluate((before) => globalThis.asked.slice(before), before);
    return asked.flat().includes(last) && asked;
  });
}

/** Every text with letters that was read, how often, and whether it stands outside what is of the class `changed`. */
export function textsRead(page: Page) {
  return page.evaluate(() =>
    [...globalThis.reads].flatMap(([text, times]) => {
      const isElsewhere = !text.parentElement?.closest(".changed");
      return /\p{L}/u.test(text.data) ? { text: text.data.trim(), times, isElsewhere } : [];
    }),
  );
}

/**
 * Every node that was come to, how often, and whether it stands elsewhere than in what is, or has been, of the class `changed`.
 * @param beside of whose children no one counts as elsewhere
 */
export function nodesVisited(page: Page, beside = "#late") {
  return page.evaluate(
    (beside) =>
      [...globalThis.visits].map(([node, times]) => {
        const { nodeName, parentElement } = node;
        const isOwn = node instanceof Element && node.matches(".changed");
        return {
          nodeName,
          times,
          isElsewhere: !isOwn && !parentElement?.closest(".changed") && !parentElement?.matches(beside),
        };
      }),
    beside,
  );
}

/** Has the garbage collected until nothing is left of what a list of the page's points to; in Chromium alone. */
export async function expectGone(page: Page, list: "goners" | "ranges"): Promise<void> {
  const session = await page.createCDPSession();
  const left = async () => {
    await session.send("HeapProfiler.collectGarbage");
    return page.evaluate((list) => globalThis[list].filter((ref) => ref.deref()).length, list);
  };
  await expect.poll(left, { timeout: 5000 }).toBe(0);
}
