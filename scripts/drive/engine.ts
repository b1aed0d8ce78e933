import type { Page, Browser as Puppet } from "puppeteer-core";

export interface LaunchOptions {
  /** Folder of the unpacked extension; left out, the browser runs without it, for comparison. */
  readonly extension?: string | undefined;
  readonly headless?: boolean;
  /**
   * `closed` (default): pages reach 127.0.0.1 only, and every `*.test` host is 127.0.0.1.
   * A proxy, by its port on 127.0.0.1, gets every request, those to this computer too.
   */
  readonly network?: "closed" | "open" | { readonly proxy: number };
  readonly viewport?: { readonly width: number; readonly height: number; readonly deviceScaleFactor?: number };
}

/** What the reader's system asks of pages; what is left out is taken from the system. */
export interface Media {
  readonly scheme?: "light" | "dark";
  readonly reducedMotion?: boolean;
  readonly forcedColours?: boolean;
}

/** The toolbar button as it stands for one tab. */
export interface Toolbar {
  readonly badge: string;
  readonly title: string;
}

/** What has to be done differently in Chromium and in Firefox. */
export interface Engine {
  readonly puppet: Puppet;
  readonly extensionId: string;
  /** Calls a function, given as source text, with the closed shadow root of the open card; undefined where none is open. */
  callInCard(page: Page, functionText: string, args: readonly unknown[]): Promise<unknown>;
  setMedia(page: Page, media: Media): Promise<void>;
  toolbar(page: Page): Promise<Toolbar>;
  /** What the browser complained of when it loaded the extension, and errors of its background script since. */
  warnings(): Promise<string[]>;
  reloadExtension(): Promise<void>;
  stopBackground(): Promise<void>;
  openExtensionPage(path: string): Promise<Page>;
}

export const CARD_HOST = "dramatis-card";

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
