import { ALL_SITES } from "./access.ts";
import { browser } from "./browser.ts";
import { copyText } from "./card/copy.ts";
import { button, part, sayAround } from "./card/elements.ts";
import { say } from "./card/words.ts";
import { switched } from "./choices.ts";
import { ask, hear, overhear, tell } from "./messages.ts";
import { sizeText, speakOn, WORDS } from "./own-words.ts";
import type { Listed } from "./pages/actor-list.ts";
import { detailView } from "./pages/detail-view.ts";
import { freshness } from "./pages/freshness.ts";
import { type HomeState, lookAt } from "./pages/home-state.ts";
import { homeView } from "./pages/home-view.ts";
import { isForPage } from "./pages/plain-click.ts";
import type { Patch } from "./settings-changes.ts";
import { findTab, openPage } from "./tab.ts";

/** In a tab of its own this page is told which tab it is about. */
const asked = new URLSearchParams(location.search).get("tab");
const answers = freshness();
let state: HomeState;
/** The page has told nothing of itself yet. */
let isSilent = true;
/** Whom the popup shows; null for the list of all. */
let chosenActor: string | null = null;

const home = homeView(document, WORDS, {
  setSite: (isOn) => void change({ sites: { [state.tab.site]: switched(state.read.settings, state.tab.site, isOn) } }),
  setAll: (isOn) => void change({ isOn }),
  annotate: () => void tell(state.tab.id, "annotate").catch(onError),
  unhide: () =>
    void tell(state.tab.id, "toggleMarks")
      .then(() => refresh())
      .catch(sayNotShown),
  grant: () => void browser.permissions.request(ALL_SITES).catch(onError),
  choose: (actor) => void choose(actor).catch(onError),
});
const detail = detailView(
  document,
  WORDS,
  () => void goBack(),
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
settings.addEventListener("click", () => void goTo(browser.runtime.getURL("options.html")).catch(onError));
document.body.append(
  part(document, "header", "top", part(document, "h1", "title", name), settings),
  part(document, "main", "main", failure, home.element, detail.element),
);
begin().catch(sayNotShown);

async function begin(): Promise<void> {
  const tab = await findTab(asked);
  const refreshed = () => void refresh(tab.id).catch(sayNotShown);
  // A page tells the toolbar whenever it has come to be marked otherwise.
  overhear("report", (sender) => sender.tab?.id === tab.id && refreshed());
  hear({ chosen: refreshed });
  // Where a tab comes to show what no script of ours may be in, nothing tells of it but the browser.
  browser.tabs.onUpdated.addListener((id, { status }) => void (id === tab.id && status === "complete" && refreshed()));
  // Last: what the page tells meanwhile is not to be missed.
  await refresh(tab.id);
}

/** Shows everything as it is now. */
async function refresh(id = state.tab.id): Promise<void> {
  const isFresh = answers.ask();
  const tab = await findTab(String(id)).catch(() => null);
  // It has gone: a popup goes with it, a page about it shows what there was.
  if (!tab) return;
  const looked = await lookAt(tab, (soon) => isSilent && isFresh() && show(soon));
  if (isFresh()) show(looked);
}

function show(now: HomeState): void {
  state = now;
  isSilent = now.shown === "soon";
  // Here as on cards.
  sizeText(document, now.read.settings.textSize);
  home.show(now);
  home.element.hidden = chosenActor !== null;
}

async function change(patch: Patch): Promise<void> {
  failure.textContent = "";
  await answers
    .during(ask("change", patch, state.tab.isPrivate))
    .catch((error: Error) => sayFailure("not_stored", error));
  await refresh().catch(sayNotShown);
}

async function choose({ id }: Listed): Promise<void> {
  chosenActor = id;
  failure.textContent = "";
  home.element.hidden = true;
  detail.element.hidden = false;
  try {
    await visit(0);
    if (chosenActor === id) detail.focus();
  } catch (error) {
    if (chosenActor !== id) throw error;
    sayNotShown(error as Error);
    await goBack();
  }
}

/** Scrolls the page to a mention, and shows the card that it would open there. */
async function visit(by: 1 | 0 | -1): Promise<void> {
  const { tab, shown } = state;
  const actor = chosenActor;
  if (actor === null || typeof shown === "string") return;
  const visited = (await tell(tab.id, "visit", actor, by)) ?? null;
  const present = shown.actors.map(({ id }) => id);
  const entry = await ask("describe", actor, visited?.passage ?? "", shown.page, present);
  if (chosenActor !== actor) return;
  const { site, isPrivate } = tab;
  detail.show(entry, visited, {
    close: () => void goBack(),
    copy: (text) => copyText(document, text),
    ignore: (isIgnored) => ask("ignore", actor, isIgnored, { site, isPrivate }),
    site,
    isPrivate,
  });
}

async function goBack(): Promise<void> {
  if (chosenActor === null) return;
  const actor = chosenActor;
  chosenActor = null;
  detail.element.hidden = true;
  home.element.hidden = false;
  detail.clear();
  // A list that is shown anew leaves the focus where it is.
  home.list.focus(actor);
  await refresh().catch(sayNotShown);
}

async function follow(event: MouseEvent): Promise<void> {
  const link = (event.target as Element).closest("a");
  if (!link || !isForPage(event)) return;
  event.preventDefault();
  await goTo(link.href);
}

/** Shows a page in a tab of its own, over which a popup does not stay. */
async function goTo(url: string): Promise<void> {
  await openPage(url);
  if (asked === null) window.close();
}

function sayNotShown(error: Error): void {
  sayFailure("not_shown", error);
}

function sayFailure(what: "not_shown" | "not_stored", error: Error): void {
  failure.replaceChildren(...sayAround(WORDS, what, part(document, "bdi", "", error.message)));
  onError(error);
}

function onError(error: unknown): void {
  console.warn("Dramatis:", error);
}
