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

/** What a user can set of an extension on the page of all extensions. */
export interface Configuration {
  readonly hostAccess?: "ON_ALL_SITES" | "ON_SPECIFIC_SITES" | "ON_CLICK";
  readonly incognitoAccess?: boolean;
}

export function configure(puppet: Puppet, extensionId: string, configuration: Configuration): Promise<void> {
  return onPage(puppet, "extensions", (page) =>
    page.evaluate((change) => chrome.developerPrivate.updateExtensionConfiguration(change), {
      extensionId,
      ...configuration,
    }),
  );
}

/** Adds to the specific sites that an extension may read. */
export function allowHost(puppet: Puppet, extensionId: string, host: string): Promise<void> {
  return onPage(puppet, "extensions", (page) =>
    page.evaluate((id, host) => chrome.developerPrivate.addHostPermission(id, `http://${host}/*`), extensionId, host),
  );
}

export function setEnabled(puppet: Puppet, extensionId: string, isEnabled: boolean): Promise<void> {
  return onPage(puppet, "extensions", (page) =>
    page.evaluate((id, isEnabled) => chrome.management.setEnabled(id, isEnabled), extensionId, isEnabled),
  );
}

/** Opens a window from a page of the extension. */
export async function openIncognito(puppet: Puppet, ownPage: string, url: string): Promise<void> {
  const page = await puppet.newPage();
  await page.goto(ownPage);
  await page.evaluate((url) => chrome.windows.create({ incognito: true, url }), url);
  await page.close();
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

/** The little of the browser's own API that runs on the pages above, and on one of the extension. */
declare const chrome: {
  windows: { create(options: { incognito: boolean; url: string }): Promise<object> };
  management: { setEnabled(id: string, isEnabled: boolean): Promise<void> };
  developerPrivate: {
    addHostPermission(id: string, host: string): Promise<void>;
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(change: Configuration & { extensionId: string }): Promise<void>;
    getExtensionInfo(id: string): Promise<{
      installWarnings?: string[];
      manifestErrors: { message: string }[];
      runtimeErrors: { message: string }[];
    }>;
  };
  settingsPrivate: { setPref(name: string, value: number, page: "", done: (isSet: boolean) => void): void };
};
