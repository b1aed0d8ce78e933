import type { Page } from "puppeteer-core";
import { until } from "../../scripts/drive.ts";
import type { Stage } from "../stage.ts";

/** The popup for the tab of a page, in a tab of its own. */
export async function openPopup({ driver }: Stage, page: Page): Promise<Page> {
  const popup = await driver.openExtensionPage(`popup.html?tab=${await driver.tabId(page)}`);
  await until("the popup", () => popup.$eval(".label", (label) => label.textContent !== "").catch(() => false));
  return popup;
}
