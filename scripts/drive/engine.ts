import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Page, Browser as Puppet } from "puppeteer-core";
import type { Point } from "./view.ts";

export interface LaunchOptions {
  /** Folder of the unpacked extension; left out, the browser runs without it, for comparison. */
  readonly extension?: string | undefined;
  readonly headless?: boolean;
  /** Leaves the page open that the extension greets its reader with; else it is closed before anything else is opened. */
  readonly keepWelcome?: boolean;
  /**
   * `closed` (default): pages reach 127.0.0.1 only, and every `*.test` host is 127.0.0.1.
   * A proxy, by its port on 127.0.0.1, gets every request, those to this computer too.
   */
  readonly network?: "closed" | "open" | { readonly proxy: number };
  readonly viewport?: { readonly width: number; readonly height: number; readonly deviceScaleFactor?: number };
}

/** Whether an extension opens a page when it is installed that is not wanted. */
export function hasWelcome({ extension, keepWelcome }: LaunchOptions): boolean {
  return extension !== undefined && !keepWelcome && existsSync(join(extension, "welcome.html"));
}

/** What the reader's system asks of pages; what is left out is taken from the system. */
export interface Media {
  readonly scheme?: "light" | "dark";
  readonly reducedMotion?: boolean;
  readonly forcedColours?: boolean;
  /** The pointer is a finger: `pointer: coarse`, and touch events in documents loaded from then on. */
  readonly touch?: boolean;
  /** In CSS pixels; left out, it stays as it is. */
  readonly viewport?: { readonly width: number; readonly height: number; readonly deviceScaleFactor?: number };
}

/** A phone's screen under a finger; pages are laid out as in a narrow window, without a phone's viewport rules. */
export const PHONE: Media = { touch: true, viewport: { width: 360, height: 740 } };

/** The toolbar button as it stands for one tab. */
export interface Toolbar {
  readonly badge: string;
  readonly title: string;
}

/** A keyboard command of the extension's manifest, and the keys that the browser gave it; empty where it gave none. */
export interface Command {
  readonly name: string;
  readonly shortcut: string;
}

/** Every website, none, or those of a host alone. */
export type SiteAccess = boolean | { readonly host: string };

/** What has to be done differently in Chromium and in Firefox. */
export interface Engine {
  readonly puppet: Puppet;
  readonly extensionId: string;
  /** Calls a function, given as source text, with the closed shadow root of the open card; undefined where none is open. */
  callInCard(page: Page, functionText: string, args: readonly unknown[]): Promise<unknown>;
  setMedia(page: Page, media: Media): Promise<void>;
  /** Where Puppeteer's mouse and touchscreen have to be sent for it. */
  pointerPlace(page: Page, place: Point): Promise<Point>;
  penTap(page: Page, place: Point): Promise<void>;
  /** Sends the gesture; the page may follow later. */
  pinch(page: Page, scale: number): Promise<void>;
  /** Asks for the zoom, and gives the factor before; the page may follow later. */
  zoom(page: Page, factor: number): Promise<number>;
  textSize(px: number): Promise<void>;
  clipboard(): Promise<string>;
  saveDownloadsIn(folder: string): Promise<void>;
  toolbar(page: Page): Promise<Toolbar>;
  tabId(page: Page): Promise<number>;
  commands(): Promise<Command[]>;
  sendCommand(page: Page, name: string): Promise<void>;
  /** What the browser complained of when it loaded the extension, and errors of its background script since. */
  warnings(): Promise<string[]>;
  reloadExtension(): Promise<void>;
  setEnabled(isEnabled: boolean): Promise<void>;
  stopBackground(): Promise<void>;
  isBackgroundRunning(): Promise<boolean>;
  addresses(): Promise<string[]>;
  openExtensionPage(path: string): Promise<Page>;
  openPrivate(url: string): Promise<Page>;
  setSiteAccess(access: SiteAccess): Promise<void>;
  acceptPermissions(): Promise<void>;
}

/** Of the one element that stands in the page while a card is open. */
export const CARD_HOST = "[data-dramatis-host]";

/**
 * Asks `read` again and again until it gives something.
 * @throws Error naming `what` after `timeout` milliseconds
 */
export async function until<T>(
  what: string,
  read: () => Promise<T | undefined | false> | T | undefined | false,
  timeout = 5000,
): Promise<T> {
  const end = performance.now() + timeout;
  for (;;) {
    const value = await read();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > end) throw new Error(`Waited ${timeout} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
