import type { Runtime } from "webextension-polyfill";
import { isOwnPage, placeAsked, siteOf } from "./asker.ts";
import { browser } from "./browser.ts";
import { choicesFor, scopeOf, whyOf } from "./choices.ts";
import { describeActor } from "./digest/entry.ts";
import type { Actor, Digest } from "./digest/schema.ts";
import { introduce } from "./digest/who.ts";
import { digestAnswers } from "./digest-answers.ts";
import { onInstalled } from "./installation.ts";
import { actorsIn, findMentions } from "./mentions/find-mentions.ts";
import type { Found } from "./mentions/mention.ts";
import { indexNames, type NameIndex } from "./mentions/name-index.ts";
import { answer, tell } from "./messages.ts";
import type { FoundKinds } from "./protocol.ts";
import { forgetPrivate, setIgnored, settingsIn } from "./settings.ts";
import { settingsAnswers } from "./settings-answers.ts";
import { buttonFor } from "./toolbar.ts";

/** The quiet blue-grey behind the number on the toolbar. */
const BADGE_COLOUR = "#5b6b7d";
const OWN_PAGES = browser.runtime.getURL("");

interface Known {
  readonly digest: Digest;
  readonly actors: ReadonlyMap<string, Actor>;
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
  return { digest, actors: new Map(digest.actors.map((actor) => [actor.id, actor])), index: indexNames(digest) };
}

answer({
  async findMentions(_sender, passages, page, evidence) {
    const { actors, index } = await known();
    const found = findMentions(passages, page, evidence, index);
    return { ...found, kinds: kindsOf(found, actors) };
  },

  async describe(_sender, actor, passage, page, present) {
    const { digest, index } = await known();
    const { title, published, language } = page;
    const actors = actorsIn(passage, page, index);
    const dated = { ...(published && { published }), ...(language && { language }) };
    return describeActor(digest, actor, { passage, title, actors, present, ...dated });
  },

  async introduce(_sender, actors, { published }) {
    return introduce((await known()).digest, actors, published);
  },

  async choices(sender) {
    const { site, isPrivate } = placeAsked(sender, OWN_PAGES);
    return choicesFor((await settingsIn(isPrivate)).settings, site);
  },

  async report(sender, reason, isAsked, actors) {
    const tabId = tabOf(sender);
    const { site, isPrivate } = placeAsked(sender, OWN_PAGES);
    const { settings } = await settingsIn(isPrivate);
    const why = whyOf(scopeOf(settings, site), reason, isAsked);
    const { title, badge, icon } = buttonFor(why, actors, settings.badge, browser.i18n.getMessage);
    await Promise.all([
      browser.action.setTitle({ tabId, title }),
      browser.action.setIcon({ tabId, path: icon }),
      browser.action.setBadgeText({ tabId, text: badge }),
      browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR }),
    ]);
  },

  async loadCard(sender) {
    const target = { tabId: tabOf(sender), frameIds: [sender.frameId ?? 0] };
    await browser.scripting.executeScript({ target, files: ["card.js"] });
  },

  async ignore(sender, actor, isIgnored, named) {
    const { site, isPrivate } = placeAsked(sender, OWN_PAGES, named);
    await setIgnored(site, actor, isIgnored, isPrivate);
    followSoon();
  },

  ...settingsAnswers({ nameOf, check: ownPagesOnly, onChanged: followSoon }),
  ...digestAnswers(async () => (await known()).digest, ownPagesOnly),
});

browser.runtime.onInstalled.addListener(({ reason }) => {
  onInstalled(reason).catch((error) => console.warn("Dramatis:", error));
});

async function nameOf(): Promise<(actor: string) => string> {
  const { actors } = await known();
  return (actor) => actors.get(actor)?.name ?? actor;
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

/** Nobody waits for a tab: a busy one hears of it late. */
function followSoon(): void {
  tellTabs().catch((error) => console.warn("Dramatis:", error));
}

/** Every open page follows at once what has been chosen. */
async function tellTabs(): Promise<void> {
  const [usual, inPrivate] = await Promise.all([settingsIn(false), settingsIn(true)]);
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(async ({ id, url, incognito }) => {
      const { settings } = incognito ? inPrivate : usual;
      // Whose site we may not see, whoever it is would get the choices of another.
      if (id !== undefined && url) await tell(id, "choices", choicesFor(settings, siteOf(url)));
    }),
  );
}

// Firefox for Android has no windows.
browser.windows?.onRemoved.addListener(async () => {
  const windows = await browser.windows.getAll();
  if (windows.every(({ incognito }) => !incognito)) await forgetPrivate();
});

function kindsOf({ mentions, revised }: Found, actors: Known["actors"]): FoundKinds["kinds"] {
  const found = [mentions, revised].flatMap((byBlock) => Object.values(byBlock).flat());
  const ids = [...new Set(found.map(({ actor }) => actor))];
  return Object.fromEntries(ids.flatMap((id) => [[id, actors.get(id)?.kind]].filter(([, kind]) => kind)));
}

function ownPagesOnly(sender: Runtime.MessageSender): void {
  if (!isOwnPage(sender, OWN_PAGES)) throw new Error("only a page of the extension can ask this");
}

function tabOf(sender: Runtime.MessageSender): number {
  const id = sender.tab?.id;
  if (id === undefined) throw new Error("only a tab can ask this");
  return id;
}
