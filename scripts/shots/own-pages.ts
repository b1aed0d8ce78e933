import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { type Driver, until } from "../drive.ts";
import { SCHEMES } from "./looks.ts";
import type { Shot } from "./sheet.ts";

/** A page of the extension in a window. */
export interface OwnPose {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  /** What stands there once it is whole. */
  readonly whole: string;
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
const WINDOWS = [
  { name: "", title: "", width: 1280, direction: "ltr" },
  { name: "-narrow", title: " · 360 px wide", width: 360, direction: "ltr" },
  { name: "-rtl", title: " · from right to left", width: 720, direction: "rtl" },
] as const;

export const OWN_POSES: readonly OwnPose[] = PAGES.flatMap(({ name, title, ...page }) =>
  WINDOWS.map((window) => ({ ...page, ...window, name: `page-${name}${window.name}`, title: title + window.title })),
);

/** Longer pages are not looked at to their end, in px. */
const MOST_PX = 3600;

/** Writes pictures of a page of the extension, one in each colour scheme. @throws where it does not become whole */
export async function picturesOfOwn(driver: Driver, pose: OwnPose, browser: string, out: string): Promise<Shot[]> {
  const { name, title, path, whole, width, direction } = pose;
  const page = await driver.openExtensionPage(path);
  try {
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
  }
}

function heightOf(page: Page): Promise<number> {
  return page.evaluate((most) => Math.min(most, document.documentElement.scrollHeight), MOST_PX);
}
