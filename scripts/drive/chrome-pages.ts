import type { Page, Browser as Puppet } from "puppeteer-core";

/** Chromium collects what it complains of in developer mode only, from the installation on. */
export function collectComplaints(puppet: Puppet): Promise<void> {
  return onPage(puppet, "extensions", (page) =>
    page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })),
  );
}

export function readWarnings(puppet: Puppet, id: string): Promise<string[]> {
  return onPage(puppet, "extensions", (page) =>
    page.evaluate(async (id) => {
      const info = await chrome.developerPrivate.getExtensionInfo(id);
      const errors = [...info.manifestErrors, ...info.runtimeErrors].map(({ message }) => message);
      return [...(info.installWarnings ?? []), ...errors];
    }, id),
  );
}

/** The size of text in px that the reader's settings ask for. */
export function setTextSize(puppet: Puppet, px: number): Promise<boolean> {
  return onPage(puppet, "settings", (page) =>
    page.evaluate(
      (px) =>
        new Promise<boolean>((done) => {
          chrome.settingsPrivate.setPref("webkit.webprefs.default_font_size", px, "", done);
        }),
      px,
    ),
  );
}

/** Chromium's own pages are the only ones that have the calls for this. */
async function onPage<T>(puppet: Puppet, name: string, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await puppet.newPage();
  try {
    await page.goto(`chrome://${name}`);
    return await use(page);
  } finally {
    await page.close();
  }
}

/** The little of the browser's own API that runs on the pages above. */
declare const chrome: {
  developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    getExtensionInfo(id: string): Promise<{
      installWarnings?: string[];
      manifestErrors: { message: string }[];
      runtimeErrors: { message: string }[];
    }>;
  };
  settingsPrivate: { setPref(name: string, value: number, page: "", done: (isSet: boolean) => void): void };
};
