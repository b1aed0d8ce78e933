import { ALL_SITES } from "./access.ts";
import { checkAsker } from "./asker.ts";
import { browser } from "./browser.ts";
import { describeActor } from "./digest/entry.ts";
import type { Actor, Digest } from "./digest/schema.ts";
import { introduce } from "./digest/who.ts";
import { digestAnswers } from "./digest-answers.ts";
import { greet, reachOpenTabs } from "./installation.ts";
import { actorsIn, findMentions } from "./mentions/find-mentions.ts";
import type { Found } from "./mentions/mention.ts";
import { indexNames, type NameIndex } from "./mentions/name-index.ts";
import { answer, type Handlers, tell } from "./messages.ts";
import { bring, bringToAll, tellAll } from "./open-tabs.ts";
import { pageAnswers } from "./page-answers.ts";
import type { FoundKinds } from "./protocol.ts";
import { forgetPrivate } from "./settings.ts";
import { settingsAnswers } from "./settings-answers.ts";
import { idleTitle } from "./toolbar.ts";

const OWN = { id: browser.runtime.id, pages: browser.runtime.getURL("") };

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

const answers: Handlers = {
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

  bringScripts: (_sender, tab) => bring(tab),

  ...pageAnswers(OWN, followSoon),
  ...settingsAnswers({ nameOf, onChanged: followSoon }),
  ...digestAnswers(async () => (await known()).digest),
};

answer(answers, (name, sender) => checkAsker(name, sender, OWN));
browser.runtime.onInstalled.addListener(({ reason }) => void greet(reason).catch(onError));
browser.permissions.onAdded.addListener(onAccessChanged);
browser.permissions.onRemoved.addListener(onAccessChanged);
showAccess().catch(onError);
reachOpenTabs().catch(onError);

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
  if (tab?.id !== undefined) COMMANDS[command]?.(tab.id).catch(onError);
});

/** Nobody waits for a tab: a busy one hears of it late. */
function followSoon(): void {
  tellAll().catch(onError);
}

/** Open tabs are marked as far as they may be read now; the button of those that no script of ours is in says why. */
function onAccessChanged(): void {
  followSoon();
  bringToAll().catch(onError);
  showAccess().catch(onError);
}

/** No browser remembers it from one start to the next. */
async function showAccess(): Promise<void> {
  const hasAccess = await browser.permissions.contains(ALL_SITES);
  await browser.action.setTitle({ title: idleTitle(hasAccess, browser.i18n.getMessage) });
}

// Firefox for Android has no windows.
browser.windows?.onRemoved.addListener(() => void forgetPrivate(hasNoPrivateWindow).catch(onError));

async function hasNoPrivateWindow(): Promise<boolean> {
  return (await browser.windows.getAll()).every(({ incognito }) => !incognito);
}

function kindsOf({ mentions, revised }: Found, actors: Known["actors"]): FoundKinds["kinds"] {
  const found = [mentions, revised].flatMap((byBlock) => Object.values(byBlock).flat());
  const ids = [...new Set(found.map(({ actor }) => actor))];
  return Object.fromEntries(ids.flatMap((id) => [[id, actors.get(id)?.kind]].filter(([, kind]) => kind)));
}

function onError(error: unknown): void {
  console.warn("Dramatis:", error);
}
