import { browser } from "./browser.ts";
import { type Message, say } from "./card/words.ts";
import { liveExample } from "./live-example.ts";
import { ask, hear } from "./messages.ts";
import { sizeText, speakOn, WORDS } from "./own-words.ts";
import { EXAMPLE_DAY } from "./pages/example.ts";
import { fileReport } from "./pages/file-report.ts";
import { freshness } from "./pages/freshness.ts";
import { hostView } from "./pages/host-shown.ts";
import { sayApart } from "./pages/say-apart.ts";
import { settingsView } from "./pages/settings-view.ts";
import { type Said, statusView } from "./pages/status-view.ts";
import type { Replaced } from "./settings-changes.ts";

/** In the order in which a reader needs them; browsers sort them by name. */
const COMMANDS = ["next-name", "previous-name", "open-card", "toggle-marks"];
/** In a private window, which Firefox shows this page in as well. */
const isPrivate = browser.extension.inIncognitoContext ?? false;
const status = statusView(document, WORDS);
const view = settingsView(document, WORDS, isPrivate, {
  change: (patch) => saving(ask("change", patch, isPrivate), say(WORDS, "saved")),
  // What is taken off a list says so itself.
  setSite: (site, choice) =>
    saving(
      ask("change", { sites: { [site]: choice } }, isPrivate),
      choice && sayApart(document, WORDS, "sites_kept", hostView(document, site)),
    ),
  refuse: status.begin,
  ignore: ({ site, actor, name }, isIgnored) =>
    saving(
      ask("ignore", actor, isIgnored, { site, isPrivate: false }),
      isIgnored ? sayApart(document, WORDS, "ignored", name, hostView(document, site)) : null,
    ),
  openShortcuts: () => void openShortcuts().catch(onError),
  export: () => void doing(exportFile, "transfer_not_exported"),
  import: (file) => void doing(() => importFile(file)),
  reset: () => void doing(reset),
});
const showExample = liveExample(document, EXAMPLE_DAY, onError);
const answers = freshness();
/** The last reset or import, as long as what holds `since` does: only that can be undone. */
let undoable: { readonly replaced: Replaced; readonly since: string } | undefined;

speakOn(document);
document.title = say(WORDS, "settings_title");
document.body.append(...view.elements, status.element);
// Whoever changes them: a card, a popup, another page of settings, this one.
hear({ chosen: refreshed });
// Keys are changed on a page of the browser's own.
document.addEventListener("visibilitychange", () => void showShortcuts().catch(onError));
refreshed();
showShortcuts().catch(onError);
ask("summary").then(view.showSummary, sayNotShown);

function refreshed(): void {
  refresh().catch(sayNotShown);
}

/** Shows everything as it is now. */
async function refresh(): Promise<void> {
  const isFresh = answers.ask();
  const asked = [ask("settings", isPrivate), ask("settings", false), ask("ignoredEverywhere")] as const;
  const [read, usual, ignored] = await Promise.all(asked);
  if (!isFresh()) return;
  view.show(read, usual.settings.sites);
  view.ignored.show(ignored);
  sizeText(document, read.settings.textSize);
  showExample(read.settings);
  const offered = undoable;
  if (!offered || (await usualNow()) === offered.since || undoable !== offered) return;
  undoable = undefined;
  status.forget();
}

/** Says that something is kept, where there is something to say, or why not; then all stands as it was. */
async function saving(kept: Promise<void>, said: Said | null): Promise<boolean> {
  const isKept = await doing(async () => {
    await answers.during(kept);
    if (said) status.tell(said);
  });
  await refresh().catch(onError);
  return isKept;
}

/** Does something that the reader asks for, and says where it fails. @returns whether it is done */
async function doing(deed: () => Promise<void>, failure: Message = "not_stored"): Promise<boolean> {
  status.begin();
  try {
    await deed();
    return true;
  } catch (error) {
    status.fail(say(WORDS, failure, (error as Error).message));
    return false;
  }
}

function sayNotShown(error: Error): void {
  status.fail(say(WORDS, "not_shown", error.message));
  onError(error);
}

async function exportFile(): Promise<void> {
  view.transfer.save(await ask("exportSettings"));
}

async function reset(): Promise<void> {
  view.transfer.tell([], false);
  await offerUndo(await ask("reset"), say(WORDS, "transfer_was_reset"));
}

async function importFile(file: File): Promise<void> {
  // One that has gone since it was chosen is as little to be read as one that is none.
  const imported = await ask("importSettings", await file.text().catch(() => ""));
  const isRefused = typeof imported === "string";
  if (!isRefused && imported.taken.length) await offerUndo(imported, say(WORDS, "saved"));
  view.transfer.tell(fileReport(document, WORDS, file.name, imported), isRefused);
}

/** What replaces nothing, as a second press does, leaves the way back to what was there before the first. */
async function offerUndo(replaced: Replaced, done: string): Promise<void> {
  const since = await usualNow();
  const isNothing = JSON.stringify(replaced.before) === since;
  const undone = isNothing && undoable?.since === since ? undoable.replaced : replaced;
  undoable = { replaced: undone, since };
  status.tell(done, () => void doing(() => putBack(undone)));
}

/** What holds outside private windows, as a text to compare. */
async function usualNow(): Promise<string> {
  return JSON.stringify((await ask("settings", false)).settings);
}

async function putBack(replaced: Replaced): Promise<void> {
  const isBack = await ask("putBack", replaced);
  view.transfer.tell([], false);
  if (isBack) status.tell(say(WORDS, "transfer_put_back"));
  else status.fail(say(WORDS, "transfer_too_late"));
}

async function showShortcuts(): Promise<void> {
  const commands = await browser.commands.getAll();
  const known = COMMANDS.flatMap((name) => commands.find((command) => command.name === name) ?? []);
  view.shortcuts.show(known.map(({ description = "", shortcut = "" }) => ({ description, keys: shortcut })));
}

/** The browsers' own pages for it; Firefox opens its by a call alone. */
async function openShortcuts(): Promise<void> {
  const { commands } = browser as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}

function onError(error: unknown): void {
  console.warn("Dramatis:", error);
}
