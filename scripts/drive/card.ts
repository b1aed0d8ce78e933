import type { Page } from "puppeteer-core";
import { CARD_HOST, type Engine } from "./engine.ts";
import type { Box } from "./marks.ts";

/** An element of the open card, copied out of its closed shadow root. */
export interface CardNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (CardNode | string)[];
}

/** How many card hosts stand in the page: 1 while a card is open, else 0. */
export function hostCount(page: Page): Promise<number> {
  return page.evaluate((host) => document.querySelectorAll(host).length, CARD_HOST);
}

/**
 * Runs `read` in the page with the open card's shadow root; undefined where no card is open.
 * `read` sees its arguments only, and its answer must be plain data.
 */
export async function inCard<T, A extends unknown[]>(
  engine: Engine,
  page: Page,
  read: (root: ShadowRoot, ...args: A) => T,
  ...args: A
): Promise<Awaited<T> | undefined> {
  // tsx names inner functions through a helper that the page does not have.
  const text = `(root, ...args) => { const __name = (f) => f; return root.host.isConnected ? (${read})(root, ...args) : undefined; }`;
  try {
    return (await engine.callInCard(page, text, args)) as Awaited<T> | undefined;
  } catch (error) {
    // The card can close between two of the driver's steps.
    if ((await hostCount(page)) === 0) return undefined;
    throw error;
  }
}

/** The content of the open card under one node with tag `#card`. */
export function readCard(engine: Engine, page: Page): Promise<CardNode | undefined> {
  return inCard(engine, page, (root): CardNode => {
    const copy = (element: Element): CardNode => ({
      tag: element.localName,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      children: copyAll(element.childNodes),
    });
    const copyAll = (nodes: NodeListOf<ChildNode>) =>
      [...nodes].flatMap((node): (CardNode | string)[] =>
        node instanceof Element ? [copy(node)] : node instanceof Text ? [node.data] : [],
      );
    return { tag: "#card", attributes: {}, children: copyAll(root.childNodes) };
  });
}

/** Where the open card's box stands in the viewport; undefined while nothing of it shows. */
export function cardBox(engine: Engine, page: Page): Promise<Box | undefined> {
  return inCard(engine, page, (root): Box | undefined => {
    const { x, y, width, height } = (root.querySelector(".card") ?? root.host).getBoundingClientRect();
    return width > 0 && height > 0 ? { x, y, width, height } : undefined;
  });
}

/** Clicks the middle of the nth part of this class with the real mouse. */
export async function press(engine: Engine, page: Page, part: string, index = 0): Promise<void> {
  const place = await inCard(
    engine,
    page,
    (root, part, index) => {
      const element = root.querySelectorAll(`.${part}`)[index];
      element?.scrollIntoView({ block: "nearest" });
      const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
      return width ? { x: x + width / 2, y: y + height / 2 } : null;
    },
    part,
    index,
  );
  if (!place) throw new Error(`the card shows no ${part} ${index}`);
  await page.mouse.move(place.x, place.y, { steps: 4 });
  await page.mouse.click(place.x, place.y);
}

/** The elements within `tree` of the class `part`, in document order. */
export function all(tree: CardNode, part: string): CardNode[] {
  const own = tree.attributes["class"] === part ? [tree] : [];
  return [...own, ...tree.children.flatMap((child) => (typeof child === "string" ? [] : all(child, part)))];
}

/** The text of the first element of the class `part`, or of the whole tree; undefined where there is none. */
export function textOf(tree: CardNode, part?: string): string | undefined {
  const node = part === undefined ? tree : all(tree, part)[0];
  return node && rawText(node).replace(/\s+/g, " ").trim();
}

const INLINE = /^(?:a|abbr|b|bdi|button|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u)$/;

function rawText({ tag, children }: CardNode): string {
  const text = children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");
  return INLINE.test(tag) ? text : ` ${text} `;
}
