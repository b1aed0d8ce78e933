import type { Page } from "puppeteer-core";
import { type Driver, type Mark, marks, textOf, until } from "../drive.ts";

/** A card opens at once where it is pressed; one that has not by then will not, in ms. */
const PRESSED_MS = 1500;

/** One tab, and what a reader does in it; a name is given by its text on the page. */
export interface Desk {
  readonly driver: Driver;
  readonly page: Page;
  /** Rests the mouse on a name until its card is there. @param line which of its lines, the last by -1 */
  rest(name: string, line?: number): Promise<void>;
  click(name: string): Promise<void>;
  tap(name: string): Promise<void>;
  /** Runs a keyboard command and waits for the card of `actor`. */
  command(command: string, actor: string): Promise<void>;
  /** Clicks a part of the card. */
  press(part: string, index?: number): Promise<void>;
  /** Presses Tab until the focus is on a part of the card. */
  tabTo(part: string): Promise<void>;
  /** Scrolls within the card until the nth part stands in the middle. */
  scrollTo(part: string, index?: number): Promise<void>;
  /** The mark of the name that the reader came to last. */
  mark(): Promise<Mark | undefined>;
}

export function deskOf(driver: Driver, page: Page): Desk {
  let last = "";

  async function find(name: string) {
    last = name;
    const index = await until(`the name ${name}`, async () => {
      const at = (await marks(page)).findIndex(({ text, boxes }) => text === name && boxes.length > 0);
      return at >= 0 && String(at);
    });
    const boxes = (await marks(page))[Number(index)]?.boxes ?? [];
    const middle = (line: number) => {
      const box = boxes.at(line);
      if (!box) throw new Error(`${name} has no line ${line}`);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    return { index: Number(index), middle };
  }

  /** A press that comes before the card's script is there is lost: then once more. */
  async function pressed(name: string, press: (x: number, y: number) => Promise<void>): Promise<void> {
    const { middle } = await find(name);
    const { x, y } = middle(0);
    await press(x, y);
    const isOpen = await driver.waitForCard(page, PRESSED_MS).catch(() => false);
    if (!isOpen) await press(x, y);
    await driver.waitForCard(page);
  }

  return {
    driver,
    page,
    rest: async (name, line = 0) => {
      const { index, middle } = await find(name);
      if (line === 0) await driver.hover(page, index);
      else await page.mouse.move(middle(line).x, middle(line).y, { steps: 6 });
      await driver.waitForCard(page);
    },
    click: (name) => pressed(name, (x, y) => page.mouse.click(x, y)),
    tap: (name) => pressed(name, (x, y) => driver.tap(page, x, y)),
    command: async (command, actor) => {
      await driver.command(page, command);
      await until(`the card of ${actor}`, async () => {
        const card = await driver.readCard(page);
        return card && textOf(card, "name") === actor;
      });
    },
    press: (part, index) => driver.press(page, part, index),
    tabTo: async (part) => {
      for (let steps = 0; steps < 40; steps++) {
        await page.keyboard.press("Tab");
        if ((await driver.inCard(page, (root) => root.activeElement?.className)) === part) return;
      }
      throw new Error(`Tab does not reach ${part}`);
    },
    scrollTo: async (part, index = 0) => {
      const isThere = await driver.inCard(
        page,
        (root, part, index) => {
          const element = root.querySelectorAll(`.${part}`)[index];
          element?.scrollIntoView({ block: "center" });
          return element !== undefined;
        },
        part,
        index,
      );
      if (!isThere) throw new Error(`the card shows no ${part} ${index}`);
    },
    mark: async () => {
      const seen = (await marks(page)).filter(({ boxes }) => boxes.length > 0);
      return seen.find(({ highlight }) => highlight === "dramatis-current") ?? seen.find(({ text }) => text === last);
    },
  };
}
