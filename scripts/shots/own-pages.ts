import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { type Driver, until, waitForMarks } from "../drive.ts";
import { SCHEMES } from "./looks.ts";
import type { Shot } from "./sheet.ts";

/** A page of the extension in a window. */
export interface OwnPose {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  /** What stands there once it is whole. */
  readonly whole: string;
  /** What is clicked first, of the popup. */
  readonly opening?: string;
  /** It tells of a page in another tab. */
  readonly isAbout?: boolean;
  readonly width: number;
  readonly direction: "ltr" | "rtl";
}

const PAGES = [
  { name: "settings", title: "Settings", path: "options.html", whole: ".facts" },
  { name: "digest", title: "Digest", path: "digest.html", whole: ".actors .item" },
  {
    name: "actor",
    title: "Digest: an actor",
    path: "digest.html#actor=yevgeny-prigozhin",
    whole: ".one:not([hidden])",
  },
  {
    name: "source",
    title: "Digest: a source",
    path: "digest.html#source=daily-express-2024-06-unholy-alliance",
    whole: ".one:not([hidden])",
  },
  { name: "welcome", title: "First page", path: "welcome.html", whole: ".example" },
];
/** As wide as its window, and on a phone. */
const POPUPS = [
  { name: "popup", title: "Popup", path: "popup.html", whole: ".actor", isAbout: true },
  {
    name: "popup-entry",
    title: "Popup: an actor",
    path: "popup.html",
    whole: ".entry",
    opening: ".actor",
    isAbout: true,
  },
];
const NARROW = { name: "-narrow", title: " · 360 px wide", width: 360, direction: "ltr" } as const;
const POPUP_WINDOWS = [NARROW, { name: "-rtl", title: " · from right to left", width: 400, direction: "rtl" }] as const;
const WINDOWS = [
  { name: "", title: "", width: 1280, direction: "ltr" },
  NARROW,
  { name: "-rtl", title: " · from right to left", width: 720, direction: "rtl" },
] as const;

export const OWN_POSES: readonly OwnPose[] = [...across(PAGES, WINDOWS), ...across(POPUPS, POPUP_WINDOWS)];

function across(
  pages: readonly Omit<OwnPose, "width" | "direction">[],
  windows: readonly Pick<OwnPose, "name" | "title" | "width" | "direction">[],
): OwnPose[] {
  return pages.flatMap(({ name, title, ...page }) =>
    windows.map((window) => ({ ...page, ...window, name: `page-${name}${window.name}`, title: title + window.title })),
  );
}

/** Longer pages are not looked at to their end, in px. */
const MOST_PX = 3600;

/**
 * Writes pictures of a page of the extension, one in each colour scheme.
 * @param article an address with marks, which the popup is about
 * @throws where it does not become whole
 */
export async function picturesOfOwn(
  driver: Driver,
  pose: OwnPose,
  article: string,
  browser: string,
  out: string,
): Promise<Shot[]> {
  const { name, title, path, whole, opening, isAbout, width, direction } = pose;
  const about = isAbout ? await driver.open(article) : undefined;
  if (about) await waitForMarks(about);
  const page = await driver.openExtensionPage(about ? `${path}?tab=${await driver.tabId(about)}` : path);
  try {
    if (opening) await (await page.waitForSelector(opening, { visible: true }))?.click();
    await until(title, () => page.$(whole).then((found) => found !== null));
    await page.evaluate((direction) => {
      document.documentElement.dir = direction;
    }, direction);
    const shots: Shot[] = [];
    for (const scheme of SCHEMES) {
      const file = `${name}-${scheme}-${browser}.png` as const;
      await driver.setMedia(page, { scheme, viewport: { width, height: 900 } });
      await page.setViewport({ width, height: await heightOf(page) });
      await page.screenshot({ path: join(out, file) as `${string}.png` });
      shots.push({ group: "Pages of the extension", title, scheme, browser, file, width });
    }
    return shots;
  } finally {
    await page.close();
    await about?.close();
  }
}

function heightOf(page: Page): Promise<number> {
  return page.evaluate((most) => Math.min(most, document.documentElement.scrollHeight), MOST_PX);
}
