import { browser } from "./browser.ts";
import { copyText } from "./card/copy.ts";
import { button, part } from "./card/elements.ts";
import { type Message, say } from "./card/words.ts";
import { isMarked, scopeOf, type Why, whyOf } from "./choices.ts";
import { ask, overhear, tell } from "./messages.ts";
import { speakOn, WORDS } from "./own-words.ts";
import { actorList, type Listed } from "./pages/actor-list.ts";
import { entryFrame } from "./pages/entry-frame.ts";
import { stepper } from "./pages/stepper.ts";
import { switchView } from "./pages/switch.ts";
import type { Patch } from "./settings-changes.ts";
import type { ReadSettings, Settings } from "./settings-schema.ts";
import { ALL_SITES, findTab, type Shown, shownIn, type Tab } from "./tab.ts";
import { WHY_WORDS } from "./toolbar.ts";

const word = (key: Message) => say(WORDS, key);
const asked = new URLSearchParams(location.search).get("tab");

let tab: Tab;
let shown: Shown = "soon";
let settings: Settings;
let chosen: Listed | null = null;
let turn = 0;

const onSite = switchView(document, "on-site", (isOn) => void change({ sites: { [tab.site]: siteChoice(isOn) } }));
const onAll = switchView(document, "on-all", (isOn) => void change({ isOn }));
const why = part(document, "p", "why");
const anyway = button(document, "anyway deed", word("popup_anyway"));
const grant = button(document, "grant deed", word("popup_grant"));
const notice = part(document, "p", "notice");
const privately = part(document, "p", "private", word("popup_private"));
const failure = part(document, "p", "failure");
const list = actorList(document, WORDS, (actor) => void choose(actor));
const steps = stepper(document, WORDS, (by) => void visit(by));
const back = button(document, "back", word("back"));
const frame = entryFrame(document, WORDS);
const settingsLink = button(document, "settings", word("popup_settings"));
const marking = part(
  document,
  "fieldset",
  "marking",
  part(document, "legend", "legend", word("popup_marking")),
  onSite.element,
  onAll.element,
);
const state = part(document, "section", "state", why, anyway, grant);
const home = part(document, "div", "home", marking, privately, state, list.element);
const detail = part(document, "section", "detail", part(document, "div", "bar", back, steps.element), frame.element);

speakOn(document);
document.title = word("extension_name");
// What it says is heard when it changes, without the focus.
why.role = "status";
failure.role = "alert";
detail.hidden = true;
document.documentElement.toggleAttribute("data-popup", asked === null);
document.body.append(
  part(document, "header", "top", part(document, "h1", "title", word("extension_name")), settingsLink),
  part(document, "main", "main", notice, failure, home, detail),
);
anyway.addEventListener("click", () => void tell(tab.id, "annotate"));
grant.addEventListener("click", () => void browser.permissions.request(ALL_SITES).then(refresh, onError));
settingsLink.addEventListener("click", () => void browser.runtime.openOptionsPage());
back.addEventListener("click", () => void goBack());

void begin().catch(onError);

async function begin(): Promise<void> {
  tab = await findTab(asked);
  await refresh();
  // A page says so whenever it has come to be marked otherwise.
  overhear("report", (sender) => sender.tab?.id === tab.id && void refresh());
  for (const area of [browser.storage.local, browser.storage.session]) area.onChanged.addListener(() => void refresh());
}

/** Shows everything as it is now; an answer that another question has overtaken is out of date. */
async function refresh(): Promise<void> {
  const own = ++turn;
  tab = await findTab(String(tab.id));
  const [read, page] = await Promise.all([ask("settings", tab.isPrivate), shownIn(tab)]);
  const actors = typeof page === "string" ? [] : await listed(page);
  if (own !== turn) return;
  settings = read.settings;
  shown = page;
  showChoices(read);
  showState();
  list.element.hidden = !isPageMarked();
  list.show(actors);
}

async function listed({ actors, page }: Exclude<Shown, string>): Promise<Listed[]> {
  const counts = new Map(actors.map(({ id, count }) => [id, count]));
  const known = await ask("introduce", [...counts.keys()], page);
  return known.map((who) => ({ ...who, count: counts.get(who.id) ?? 0 }));
}

function showChoices({ settings, healed, isLater }: ReadSettings): void {
  const scope = scopeOf({ ...settings, isOn: true }, tab.site);
  onSite.show(say(WORDS, "popup_on_site", tab.site), !/^(?:site-off|not-chosen)$/.test(scope), !settings.isOn);
  onSite.element.hidden = !tab.site;
  onAll.show(word("popup_on_all"), settings.isOn);
  privately.hidden = !tab.isPrivate;
  notice.textContent = isLater ? word("settings_later") : healed.length ? word("settings_healed") : "";
}

function showState(): void {
  const said = typeof shown === "string" ? STATE_WORDS[shown] : WHY_WORDS[whyShown(shown)];
  const text = said ? word(said) : "";
  // Said once, not at every refresh.
  if (why.textContent !== text) why.textContent = text;
  const isWanted = typeof shown !== "string" && /^(?:front-page|no-article|not-chosen)$/.test(whyShown(shown));
  anyway.hidden = !isWanted;
  grant.hidden = shown !== "no-access";
}

const STATE_WORDS: Readonly<Record<Extract<Shown, string>, Message | null>> = {
  soon: null,
  "no-access": "why_no_access",
  unreachable: "why_unreachable",
};

function whyShown({ reason, isAsked }: Exclude<Shown, string>): Why {
  return whyOf(scopeOf(settings, tab.site), reason, isAsked);
}

function isPageMarked(): boolean {
  return typeof shown !== "string" && isMarked(whyShown(shown));
}

/** Where only chosen sites are marked, a site is off that is not chosen. */
function siteChoice(isOn: boolean): "on" | "off" | null {
  return settings.pages === "chosen" ? (isOn ? "on" : null) : isOn ? null : "off";
}

async function change(patch: Patch): Promise<void> {
  failure.textContent = "";
  await ask("change", patch, tab.isPrivate).catch(({ message }: Error) => {
    failure.textContent = say(WORDS, "not_stored", message);
  });
  await refresh();
}

async function choose(actor: Listed): Promise<void> {
  chosen = actor;
  await visit(0);
  home.hidden = true;
  detail.hidden = false;
  steps.focus();
}

/** Scrolls the page to a mention, and shows the card that it would open there. */
async function visit(by: 1 | 0 | -1): Promise<void> {
  if (!chosen || typeof shown === "string") return;
  const { id } = chosen;
  const { page, actors } = shown;
  const visited = (await tell(tab.id, "visit", id, by)) ?? null;
  const present = actors.map((actor) => actor.id);
  const entry = await ask("describe", id, visited?.passage ?? "", page, present);
  if (chosen?.id !== id) return;
  steps.show(visited);
  const { site, isPrivate } = tab;
  frame.show(entry, {
    close: () => void goBack(),
    copy: (text) => copyText(document, text),
    ignore: (isIgnored) => ask("ignore", id, isIgnored, { site, isPrivate }),
    site,
  });
}

async function goBack(): Promise<void> {
  const id = chosen?.id;
  chosen = null;
  detail.hidden = true;
  home.hidden = false;
  frame.clear();
  await refresh();
  if (id) list.focus(id);
}

function onError(error: unknown): void {
  console.warn("Dramatis:", error);
}
