import type { Runtime } from "webextension-polyfill";
import { isOwnPage, placeAsked, siteOf } from "./asker.ts";
import { browser } from "./browser.ts";
import { describeActor } from "./digest/entry.ts";
import type { Digest } from "./digest/schema.ts";
import { actorsIn, findMentions } from "./mentions/find-mentions.ts";
import { indexNames, type NameIndex } from "./mentions/name-index.ts";
import { answer, tell } from "./messages.ts";
import { ignoredEverywhere, ignoredOn, setIgnored } from "./settings.ts";
import type { Reason } from "./text/article.ts";

/** The quiet blue-grey behind the number on the toolbar. */
const BADGE_COLOUR = "#5b6b7d";
const OWN_PAGES = browser.runtime.getURL("");

interface Known {
  readonly digest: Digest;
  readonly index: NameIndex;
}

let loading: Promise<Known> | undefined;

/** The bundled digest, loaded once; it was validated when it was built. */
function known(): Promise<Known> {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Known> {
  const response = await fetch(browser.runtime.getURL("digest.json"));
  const digest: Digest = await response.json();
  return { digest, index: indexNames(digest) };
}

answer({
  async findMentions(_sender, passages, page, evidence) {
    const { index } = await known();
    return findMentions(passages, page, evidence, index);
  },

  async describe(_sender, actor, passage, page, present) {
    const { digest, index } = await known();
    const { title, published, language } = page;
    const actors = actorsIn(passage, page, index);
    const dated = { ...(published && { published }), ...(language && { language }) };
    return describeActor(digest, actor, { passage, title, actors, present, ...dated });
  },

  async choices(sender) {
    const { site, isPrivate } = placeAsked(sender, OWN_PAGES);
    return { ignored: await ignoredOn(site, isPrivate) };
  },

  async ignoredEverywhere(sender) {
    if (!isOwnPage(sender, OWN_PAGES)) throw new Error("only a page of the extension can ask this");
    const { digest } = await known();
    const names = new Map(digest.actors.map(({ id, name }) => [id, name]));
    return ignoredEverywhere((actor) => names.get(actor) ?? actor);
  },

  async ignore(sender, actor, isIgnored, named) {
    const { site, isPrivate } = placeAsked(sender, OWN_PAGES, named);
    await setIgnored(site, actor, isIgnored, isPrivate);
    // Nobody waits for a tab: a busy one hears of it late.
    tellTabs(site).catch((error) => console.warn("Dramatis:", error));
  },

  async report(sender, reason, actors) {
    const tabId = tabOf(sender);
    await Promise.all([
      browser.action.setTitle({ tabId, title: toolbarTitle(reason, actors) }),
      browser.action.setBadgeText({ tabId, text: actors ? String(actors) : "" }),
      browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR }),
    ]);
  },

  async loadCard(sender) {
    const target = { tabId: tabOf(sender), frameIds: [sender.frameId ?? 0] };
    await browser.scripting.executeScript({ target, files: ["card.js"] });
  },
});

/** Tells the tabs that show a site who is not marked there. */
async function tellTabs(site: string): Promise<void> {
  const shown = (await browser.tabs.query({})).filter(({ url }) => siteOf(url) === site);
  await Promise.all(
    shown.map(async ({ id, incognito }) => {
      if (id !== undefined) await tell(id, "choices", { ignored: await ignoredOn(site, incognito) });
    }),
  );
}

/** The commands of the manifest, and what the page is told. */
const COMMANDS: Readonly<Record<string, (tab: number) => Promise<void>>> = {
  "next-name": (tab) => tell(tab, "step", 1),
  "previous-name": (tab) => tell(tab, "step", -1),
  "open-card": (tab) => tell(tab, "openAtCursor"),
  "toggle-marks": (tab) => tell(tab, "toggleMarks"),
};

browser.commands.onCommand.addListener((command, tab) => {
  if (tab?.id !== undefined) COMMANDS[command]?.(tab.id).catch((error) => console.warn("Dramatis:", error));
});

function toolbarTitle(reason: Reason, actors: number): string {
  const words = {
    "article-data": "marked",
    readable: "marked",
    "not-html": "notHtml",
    "front-page": "frontPage",
    "no-article": "noArticle",
  };
  const name = `toolbar_${words[reason]}`;
  const plural = new Intl.PluralRules(browser.i18n.getMessage("language_tag")).select(actors);
  const [exact, other] = [plural, "other"].map((form) => browser.i18n.getMessage(`${name}_${form}`, String(actors)));
  return exact || other || browser.i18n.getMessage(name);
}

function tabOf(sender: Runtime.MessageSender): number {
  const id = sender.tab?.id;
  if (id === undefined) throw new Error("only a tab can ask this");
  return id;
}
