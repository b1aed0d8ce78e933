import type { Page, Browser as Puppet } from "puppeteer-core";

/** Chromium collects what it complains of in developer mode only, from the installation on. */
export function collectComplaints(puppet: Puppet): Promise<void> {
  return onExtensionsPage(puppet, (page) =>
    page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })),
  );
}

export function readWarnings(puppet: Puppet, id: string): Promise<string[]> {
  return onExtensionsPage(puppet, (page) =>
    page.evaluate(async (id) => {
      const info = await chrome.developerPrivate.getExtensionInfo(id);
      const errors = [...info.manifestErrors, ...info.runtimeErrors].map(({ message }) => message);
      return [...(info.installWarnings ?? []), ...errors];
    }, id),
  );
}

/** The only page that has the calls for this. */
async function onExtensionsPage<T>(puppet: Puppet, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await puppet.newPage();
  try {
    await page.goto("chrome://extensions");
    return await use(page);
  } finally {
    await page.close();
  }
}

/** The little of the browser's own API that runs on the page above. */
declare const chrome: {
  developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    getExtensionInfo(id: string): Promise<{
      installWarnings?: string[];
      manifestErrors: { message: string }[];
      runtimeErrors: { message: string }[];
    }>;
  };
};
