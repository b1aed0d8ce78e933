import type { Runtime } from "webextension-polyfill";
import { canRead } from "./access.ts";
import { type Own, placeAsked } from "./asker.ts";
import { browser } from "./browser.ts";
import { choicesFor, scopeOf, whyOf, withoutMarks } from "./choices.ts";
import { isSamePage, siteOf } from "./host-names.ts";
import type { Handlers } from "./messages.ts";
import { setIgnored, settingsIn } from "./settings.ts";
import { type Button, buttonFor } from "./toolbar.ts";

/** The quiet blue-grey behind the number on the toolbar. */
const BADGE_COLOUR = "#5b6b7d";

/** Answers to our scripts in web pages about what they are, and what holds for them. @param onChanged called once something is stored */
export function pageAnswers(
  own: Own,
  onChanged: () => void,
): Pick<Handlers, "choices" | "report" | "loadCard" | "ignore"> {
  const settingsOf = async (sender: Runtime.MessageSender) => {
    const { site, isPrivate } = placeAsked(sender, own);
    // A script outlives the access that brought it.
    const [{ settings }, isAllowed] = await Promise.all([settingsIn(isPrivate), canRead(sender.url as string)]);
    return { site, settings, isAllowed };
  };
  return {
    async choices(sender) {
      const { site, settings, isAllowed } = await settingsOf(sender);
      const choices = choicesFor(settings, site);
      return isAllowed ? choices : withoutMarks(choices);
    },

    async report(sender, reason, isAsked, actors) {
      const tab = tabOf(sender);
      const { site, settings, isAllowed } = await settingsOf(sender);
      const why = isAllowed ? whyOf(scopeOf(settings, site), reason, isAsked) : "no-access";
      const { url } = await browser.tabs.get(tab);
      // The next page's button is its own. Of the page that asks, the browsers tell the address it was loaded from.
      if (isAllowed && !(siteOf(url) === site && isSamePage(url, sender.tab?.url))) return false;
      await show(tab, buttonFor(why, actors, settings.badge, browser.i18n.getMessage));
      return true;
    },

    async loadCard(sender) {
      const target = { tabId: tabOf(sender), frameIds: [sender.frameId ?? 0] };
      await browser.scripting.executeScript({ target, files: ["card.js"] });
    },

    async ignore(sender, actor, isIgnored, named) {
      const { site, isPrivate } = placeAsked(sender, own, named);
      await setIgnored(site, actor, isIgnored, isPrivate);
      onChanged();
    },
  };
}

async function show(tabId: number, { title, badge, icon }: Button): Promise<void> {
  await Promise.all([
    browser.action.setTitle({ tabId, title }),
    setIcon(tabId, icon),
    browser.action.setBadgeText({ tabId, text: badge }),
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR }),
  ]);
}

/** By callback: where its tab has gone, Chromium's promise does not fail, but puts a complaint among the extension's errors. */
function setIcon(tabId: number, path: Button["icon"]): Promise<void> {
  const action = browser.action as { setIcon(details: object, done: () => void): unknown };
  return new Promise((resolve, reject) =>
    action.setIcon({ tabId, path }, () => {
      const { lastError } = browser.runtime;
      // It is no error itself.
      if (lastError) reject(new Error(lastError.message));
      else resolve();
    }),
  );
}

function tabOf(sender: Runtime.MessageSender): number {
  const id = sender.tab?.id;
  if (id === undefined) throw new Error("only a tab can ask this");
  return id;
}
