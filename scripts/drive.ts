import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Browser as Puppet } from "puppeteer-core";
import type { Browser } from "./browsers.ts";
import { type CardNode, cardBox, inCard, press, readCard, textOf } from "./drive/card.ts";
import { launchChrome } from "./drive/chrome.ts";
import {
  type Command,
  type Engine,
  type LaunchOptions,
  type Media,
  type SiteAccess,
  type Toolbar,
  until,
} from "./drive/engine.ts";
import { launchFirefox } from "./drive/firefox.ts";
import { inputCalls } from "./drive/input.ts";
import { type Box, type Mark, marks } from "./drive/marks.ts";

export { all, type CardNode, hostCount, textOf } from "./drive/card.ts";
export { type Command, type LaunchOptions, type Media, PHONE, type Toolbar, until } from "./drive/engine.ts";
export { type Box, type Mark, marks, reveal } from "./drive/marks.ts";
export { type Noise, noiseOf } from "./drive/noise.ts";

/** A running browser with the extension in it: the same calls in Chromium and in Firefox. */
export interface Driver {
  readonly browser: Browser;
  readonly puppet: Puppet;
  readonly extensionId: string;
  /** A new tab, shown with `media`, at `url` once it has loaded. */
  open(url: string, media?: Media): Promise<Page>;
  /** A new private window at `url`, in which the extension is allowed from then on. */
  openPrivate(url: string): Promise<Page>;
  /** Says which websites the extension may read, as the browser's own settings do. */
  setSiteAccess(access: SiteAccess): Promise<void>;
  /** Answers the browser's question whether the extension may have what it asks for. @throws in Chromium, which lets only a hand answer */
  acceptPermissions(): Promise<void>;
  /** Of all open tabs, those of the extension too. */
  addresses(): Promise<string[]>;
  /** A page of the extension itself, such as `popup.html`, in a tab. */
  openExtensionPage(path: string): Promise<Page>;
  setMedia(page: Page, media: Media): Promise<void>;
  /** Moves the real pointer over the nth of `marks()`, scrolled into view first. */
  hover(page: Page, index: number): Promise<Mark>;
  /** A finger or a pen that touches the page for a moment, at a place as `getBoundingClientRect` counts it. */
  tap(page: Page, x: number, y: number, pointer?: "touch" | "pen"): Promise<void>;
  /** Spreads two fingers in the middle of the page until it stands at `scale`; 1 is as it was loaded. */
  pinch(page: Page, scale: number): Promise<void>;
  /** Zooms the page as the browser's menu does, until the tab leaves it; needs the extension. @param factor 1 is 100 % */
  zoom(page: Page, factor: number): Promise<void>;
  /** Sets how large the reader wants text where a page leaves it open, for pages loaded from then on. @param px 16 by default */
  textSize(px: number): Promise<void>;
  /** Clicks the nth part of the class `part` on the open card, scrolled into view first. @throws where it shows none */
  press(page: Page, part: string, index?: number): Promise<void>;
  /** The text in the clipboard, which a headless browser has for itself. */
  clipboard(): Promise<string>;
  /** Where files go that pages have the reader save, from now on. */
  saveDownloadsIn(folder: string): Promise<void>;
  /** The extension's own commands by name, with the keys that the browser gave them. */
  commands(): Promise<Command[]>;
  /**
   * Brings the page to the front and runs a command of the extension there, as its keys do.
   * @throws where the browser gave the command no keys
   */
  command(page: Page, name: string): Promise<void>;
  readCard(page: Page): Promise<CardNode | undefined>;
  cardBox(page: Page): Promise<Box | undefined>;
  /** Runs `read` in the page with the open card's closed shadow root; undefined where no card is open. */
  inCard<T, A extends unknown[]>(
    page: Page,
    read: (root: ShadowRoot, ...args: A) => T,
    ...args: A
  ): Promise<Awaited<T> | undefined>;
  /** The open card once it shows its parts. @throws after `timeout` milliseconds */
  waitForCard(page: Page, timeout?: number): Promise<CardNode>;
  toolbar(page: Page): Promise<Toolbar>;
  /** What the extension calls the tab of a page. */
  tabId(page: Page): Promise<number>;
  /** What the browser complained of when it loaded the extension, and errors of its background script since. */
  warnings(): Promise<string[]>;
  /** Loads the extension anew, as its folder is now. */
  reloadExtension(): Promise<void>;
  /** Switches the extension off and on, as the browser's own page does. */
  setEnabled(isEnabled: boolean): Promise<void>;
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}

/** Starts `browser` in a throw-away profile with the unpacked extension installed; it ends with this process, too. */
export async function launch({ browser, ...options }: LaunchOptions & { browser: Browser }): Promise<Driver> {
  const profile = mkdtempSync(join(tmpdir(), "dramatis-profile-"));
  const removeProfile = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  // Puppeteer ends the browser on Ctrl+C, but would leave the profile behind.
  process.on("exit", removeProfile);
  const launchEngine = browser.kind === "firefox" ? launchFirefox : launchChrome;
  const engine = await launchEngine(browser.path, profile, options);
  const close = async () => {
    await engine.puppet.close();
    process.off("exit", removeProfile);
    removeProfile();
  };
  return { browser, ...engine, ...pageCalls(engine), close };
}

function pageCalls(engine: Engine) {
  return {
    open: async (url: string, media?: Media) => {
      const page = await engine.puppet.newPage();
      if (media) await show(engine, page, media);
      try {
        await visit(page, url);
      } catch (error) {
        throw new Error(`Cannot open ${url}: ${(error as Error).message.split("\n")[0]}`);
      }
      return page;
    },
    openPrivate: async (url: string) => {
      const page = await engine.openPrivate(url);
      await visit(page, url);
      return page;
    },
    setMedia: (page: Page, media: Media) => show(engine, page, media),
    ...inputCalls(engine),
    press: (page: Page, part: string, index?: number) => press(engine, page, part, index),
    commands: () => ownCommands(engine),
    command: async (page: Page, name: string) => {
      const command = (await ownCommands(engine)).find((command) => command.name === name);
      if (!command?.shortcut) throw new Error(`The browser gave no keys to a command “${name}”`);
      await engine.sendCommand(page, name);
    },
    readCard: (page: Page) => readCard(engine, page),
    cardBox: (page: Page) => cardBox(engine, page),
    inCard: <T, A extends unknown[]>(page: Page, read: (root: ShadowRoot, ...args: A) => T, ...args: A) =>
      inCard(engine, page, read, ...args),
    waitForCard: (page: Page, timeout?: number) =>
      until("a card", async () => (await cardBox(engine, page)) && named(await readCard(engine, page)), timeout),
  };
}

async function show(engine: Engine, page: Page, media: Media): Promise<void> {
  // First the viewport: Puppeteer switches touch off with it.
  if (media.viewport) await page.setViewport(media.viewport);
  await engine.setMedia(page, media);
}

/** Chromium lists its button's command, too. */
async function ownCommands(engine: Engine): Promise<Command[]> {
  const commands = (await engine.commands()).map(({ name, shortcut }) => ({ name, shortcut }));
  return commands.filter(({ name }) => !name.startsWith("_execute")).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The marks of a page once there are any. @throws after `timeout` milliseconds */
export function waitForMarks(page: Page, timeout?: number): Promise<Mark[]> {
  return until("marks", async () => nonEmpty(await marks(page)), timeout);
}

/** A card that has its content: an empty box can be painted before. */
function named(card: CardNode | undefined): CardNode | undefined {
  return card && textOf(card, "name") ? card : undefined;
}

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Loads `url` in the page, to the end. */
export async function visit(page: Page, url: string): Promise<void> {
  try {
    await page.goto(url);
  } catch (error) {
    // Firefox at times blames a page for a frame in it that a closed network keeps from loading.
    if (!/Address rejected/.test((error as Error).message)) throw error;
    await page.waitForFunction((there) => location.href === there && document.readyState === "complete", {}, url);
  }
}
