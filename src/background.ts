import { ALL_SITES } from "./access.ts";
import { checkAsker } from "./asker.ts";
import { browser } from "./browser.ts";
import { describeActor } from "./digest/entry.ts";
import type { Digest } from "./digest/schema.ts";
import { introduce } from "./digest/who.ts";
import { digestAnswers } from "./digest-answers.ts";
import { greet, reachOpenTabs } from "./installation.ts";
import { openDictionary } from "./mentions/dictionary.ts";
import { actorsIn, findMentions } from "./mentions/find-mentions.ts";
import type { Found } from "./mentions/mention.ts";
import type { NameIndex } from "./mentions/name-index.ts";
import { answer, type Handlers, tell } from "./messages.ts";
import { bring, bringToAll, tellAll } from "./open-tabs.ts";
import { pageAnswers } from "./page-answers.ts";
import type { FoundKinds } from "./protocol.ts";
import { forgetPrivate } from "./settings.ts";
import { settingsAnswers } from "./settings-answers.ts";
import { idleTitle } from "./toolbar.ts";

const OWN = { id: browser.runtime.id, pages: browser.runtime.getURL("") };

/** What every page is searched with. */
const names = loadedOnce(async () => openDictionary(await (await bundled("names.txt")).bytes()));
/** What only cards and our own pages need; it was validated when it was built. */
const digest = loadedOnce(async (): Promise<Digest> => (await bundled("digest.json")).json());

function bundled(file: string): Promise<Response> {
  return fetch(browser.runtime.getURL(file));
}

function loadedOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

const answers: Handlers = {
  async findMentions(_sender, passages, page, evidence) {
    const index = await names();
    const found = findMentions(passages, page, evidence, index);
    const kinds = kindsOf(found, index);
    // A card may be wanted soon, and is to be there in time; who wants it hears what goes wrong.
    if (Object.keys(kinds).length) digest().catch(() => {});
    return { ...found, kinds };
  },

  async describe(_sender, actor, passage, page, present) {
    const [index, known] = await Promise.all([names(), digest()]);
    const { title, published, language } = page;
    const actors = actorsIn(passage, page, index);
    const dated = { ...(published && { published }), ...(language && { language }) };
    return describeActor(known, actor, { passage, title, actors, present, ...dated });
  },

  async prepare() {
    await Promise.all([names(), digest()]);
  },

  async introduce(_sender, actors, { published }) {
    return introduce(await digest(), actors, published);
  },

  bringScripts: (_sender, tab) => bring(tab),

  ...pageAnswers(OWN, followSoon),
  ...settingsAnswers({ nameOf, onChanged: followSoon }),
  ...digestAnswers(digest),
};

answer(answers, (name, sender) => checkAsker(name, sender, OWN));
browser.runtime.onInstalled.addListener(({ reason }) => void greet(reason).catch(onError));
browser.permissions.onAdded.addListener(onAccessChanged);
browser.permissions.onRemoved.addListener(onAccessChanged);
showAccess().catch(onError);
reachOpenTabs().catch(onError);

async function nameOf(): Promise<(actor: string) => string> {
  const names = new Map((await digest()).actors.map(({ id, name }) => [id, name]));
  return (actor) => names.get(actor) ?? actor;
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

function kindsOf({ mentions, revised }: Found, { bearer }: NameIndex): FoundKinds["kinds"] {
  const found = [mentions, revised].flatMap((byBlock) => Object.values(byBlock).flat());
  return Object.fromEntries(found.map(({ actor }) => [actor, bearer(actor).kind]));
}

function onError(error: unknown): void {
  console.warn("Dramatis:", error);
}
