import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Page } from "puppeteer-core";
import { all, type CardNode, type Driver, hostCount, marks, textOf, until } from "./drive.ts";

export interface Visit {
  readonly name: string;
  readonly card: CardNode;
}

export interface Tour {
  /** How many different texts are marked. */
  readonly texts: number;
  /** The marked texts on which no card opened. */
  readonly failed: readonly string[];
  readonly screenshot?: string;
}

/**
 * Rests the pointer on each marked text once, in the order of the page, and tells `onActor` of every actor when its card first opens.
 * The first person's card, else the first of all, is written to `screenshot` as a picture.
 */
export async function tour(
  driver: Driver,
  page: Page,
  screenshot: string,
  onActor: (visit: Visit) => void,
): Promise<Tour> {
  const texts = await settledTexts(page);
  const failed: string[] = [];
  const met = new Set<string>();
  let hasPerson = false;
  for (const text of texts) {
    const card = await openCard(driver, page, text).catch(() => undefined);
    const name = card && textOf(card, "name");
    if (!card || !name) {
      failed.push(text);
      continue;
    }
    const isPerson = textOf(card, "kind") === "Person";
    if (met.size === 0 || (isPerson && !hasPerson)) {
      mkdirSync(dirname(screenshot), { recursive: true });
      await page.screenshot({ path: screenshot as `${string}.png` });
    }
    hasPerson ||= isPerson;
    if (!met.has(name)) onActor({ name, card });
    met.add(name);
  }
  return { texts: texts.length, failed, ...(met.size > 0 ? { screenshot } : {}) };
}

/** The marked texts, each once, when for half a second no mark has been added; none after ten seconds means none. */
async function settledTexts(page: Page): Promise<string[]> {
  let last = "";
  let since = performance.now();
  const settled = until(
    "marks to settle",
    async () => {
      const seen = (await marks(page)).filter(({ boxes }) => boxes.length > 0).map(({ text }) => text);
      if (seen.join("\n") !== last) {
        last = seen.join("\n");
        since = performance.now();
      }
      return seen.length > 0 && performance.now() - since > 500 && [...new Set(seen)];
    },
    10_000,
  );
  return settled.catch(() => []);
}

async function openCard(driver: Driver, page: Page, text: string): Promise<CardNode> {
  await page.mouse.move(1, 1, { steps: 3 });
  await until("the last card to close", async () => (await hostCount(page)) === 0);
  const index = (await marks(page)).findIndex((mark) => mark.text === text && mark.boxes.length > 0);
  await driver.hover(page, index);
  return driver.waitForCard(page);
}

/** A card as lines of plain text, none wider than `width` where words allow. */
export function cardLines({ name, card }: Visit, width: number, bold: (text: string) => string): string[] {
  const kind = textOf(card, "kind");
  const head = ["role", "outside", "description"].flatMap((part) => textOf(card, part) ?? []);
  return [
    bold(name) + (kind ? ` · ${kind}` : ""),
    ...head.flatMap((line) => wrap(line, "  ", width)),
    ...all(card, "statement").flatMap((statement) => [
      ...wrap(textOf(statement, "text") ?? textOf(statement) ?? "", "  – ", width),
      ...all(statement, "citation").flatMap((citation) => wrap(textOf(citation) ?? "", "      ", width)),
    ]),
    ...all(card, "none").flatMap((none) => wrap(textOf(none) ?? "", "  ", width)),
    ...all(card, "facts").flatMap((facts) => [
      ...wrap(`${textOf(facts, "facts-title") ?? ""}:`, "  ", width),
      ...all(facts, "fact").flatMap((fact) => wrap(textOf(fact) ?? "", "  – ", width)),
    ]),
  ];
}

/** `indent` opens the first line; the others stand below its end. */
function wrap(text: string, indent: string, width: number): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(" ")) {
    const fits = line.length + word.length + 1 <= width || line.trim() === indent.trim();
    if (!fits) {
      lines.push(line);
      line = " ".repeat(indent.length);
    }
    line += (line.length > indent.length ? " " : "") + word;
  }
  return [...lines, line];
}
