import { ALL_SITES } from "./access.ts";
import { browser } from "./browser.ts";
import { copyText } from "./card/copy.ts";
import { button, part, sayAround } from "./card/elements.ts";
import { say } from "./card/words.ts";
import { switched } from "./choices.ts";
import type { Who } from "./digest/who.ts";
import { ask, hear, overhear, tell } from "./messages.ts";
import { sizeText, speakOn, WORDS } from "./own-words.ts";
import type { Listed } from "./pages/actor-list.ts";
import { detailView } from "./pages/detail-view.ts";
import { type HomeState, homeView } from "./pages/home-view.ts";
import { isForPage } from "./pages/plain-click.ts";
import type { Patch } from "./settings-changes.ts";
import { findTab, openPage, type Shown, shownIn } from "./tab.ts";

/** In a tab of its own this page is told which tab it is about. */
const asked = new URLSearchParams(location.search).get("tab");
let state: HomeState;
let chosen: string | null = null;
let turn = 0;

const home = homeView(document, WORDS, {
  setSite: (isOn) => void change({ sites: { [state.tab.site]: switched(state.read.settings, state.tab.site, isOn) } }),
  setAll: (isOn) => void change({ isOn }),
  annotate: () => void tell(state.tab.id, "annotate").catch(onError),
  unhide: () => void tell(state.tab.id, "toggleMarks").then(() => refresh(), onError),
  grant: () => void browser.permissions.request(ALL_SITES).catch(onError),
  choose: (actor) => void choose(actor).catch(onError),
});
const detail = detailView(
  document,
  WORDS,
  () => void goBack().catch(onError),
  (by) => void visit(by).catch(onError),
);
const failure = part(document, "p", "failure");
const name = say(WORDS, "extension_name");
const settings = button(document, "settings", say(WORDS, "popup_settings"));

speakOn(document);
document.title = name;
document.documentElement.toggleAttribute("data-popup", asked === null);
failure.role = "alert";
// Nothing can be switched before it is known how it stands.
home.element.hidden = true;
detail.element.hidden = true;
document.body.addEventListener("click", (event) => void follow(event).catch(onError));
settings.addEventListener("click", () => void browser.runtime.openOptionsPage().catch(onError));
document.body.append(
  part(document, "header", "top", part(document, "h1", "title", name), settings),
  part(document, "main", "main", failure, home.element, detail.element),
);
begin().catch((error: Error) => {
  failure.textContent = error.message;
  onError(error);
});

async function begin(): Promise<void> {
  const tab = await findTab(asked);
  const refreshed = () => void refresh(tab.id).catch(onError);
  // A page tells the toolbar whenever it has come to be marked otherwise.
  overhear("report", (sender) => sender.tab?.id === tab.id && refreshed());
  hear({ chosen: refreshed });
  // Last: what the page tells meanwhile is not to be missed.
  await refresh(tab.id);
}

/** Shows everything as it is now; an answer that another question has overtaken is out of date. */
async function refresh(id = state.tab.id): Promise<void> {
  const own = ++turn;
  const tab = await findTab(String(id)).catch(() => null);
  // Its tab has gone, and it will go with it.
  if (!tab) return;
  const [read, shown] = await Promise.all([ask("settings", tab.isPrivate), shownIn(tab)]);
  const [actors, leftOut] = await Promise.all([listed(shown), left(shown)]);
  if (own !== turn) return;
  state = { tab, read, shown, actors, leftOut };
  // Here as on cards.
  sizeText(document, read.settings.textSize);
  home.show(state);
  home.element.hidden = chosen !== null;
}

async function listed(shown: Shown): Promise<Listed[]> {
  if (typeof shown === "string") return [];
  const counts = new Map(shown.actors.map(({ id, count }) => [id, count]));
  const known = await ask("introduce", [...counts.keys()], shown.page);
  return known.map((who) => ({ ...who, count: counts.get(who.id) ?? 0 }));
}

async function left(shown: Shown): Promise<Who[]> {
  return typeof shown === "string" ? [] : ask("introduce", shown.leftOut, shown.page);
}

async function change(patch: Patch): Promise<void> {
  failure.textContent = "";
  await ask("change", patch, state.tab.isPrivate).catch(({ message }: Error) => {
    failure.replaceChildren(...sayAround(WORDS, "not_stored", part(document, "bdi", "", message)));
  });
  await refresh();
}

async function choose({ id }: Listed): Promise<void> {
  chosen = id;
  failure.textContent = "";
  home.element.hidden = true;
  detail.element.hidden = false;
  try {
    await visit(0);
    if (chosen === id) detail.focus();
  } catch (error) {
    if (chosen !== id) throw error;
    failure.replaceChildren(...sayAround(WORDS, "not_shown", part(document, "bdi", "", (error as Error).message)));
    onError(error);
    await goBack();
  }
}

/** Scrolls the page to a mention, and shows the card that it would open there. */
async function visit(by: 1 | 0 | -1): Promise<void> {
  const { tab, shown } = state;
  const actor = chosen;
  if (actor === null || typeof shown === "string") return;
  const visited = (await tell(tab.id, "visit", actor, by)) ?? null;
  const present = shown.actors.map(({ id }) => id);
  const entry = await ask("describe", actor, visited?.passage ?? "", shown.page, present);
  if (chosen !== actor) return;
  const { site, isPrivate } = tab;
  detail.show(entry, visited, {
    close: () => void goBack().catch(onError),
    copy: (text) => copyText(document, text),
    ignore: (isIgnored) => ask("ignore", actor, isIgnored, { site, isPrivate }),
    site,
    isPrivate,
  });
}

async function goBack(): Promise<void> {
  const actor = chosen;
  if (actor === null) return;
  chosen = null;
  detail.element.hidden = true;
  home.element.hidden = false;
  detail.clear();
  await refresh();
  home.list.focus(actor);
}

/** A link leads to a tab of its own, and a popup does not stay over it. */
async function follow(event: MouseEvent): Promise<void> {
  const link = (event.target as Element).closest("a");
  if (!link || !isForPage(event)) return;
  event.preventDefault();
  await openPage(link.href);
  if (asked === null) window.close();
}

function onError(error: unknown): void {
  console.warn("Dramatis:", error);
}
