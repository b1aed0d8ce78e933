import { browser } from "./browser.ts";
import { say } from "./card/words.ts";
import { choicesFor } from "./choices.ts";
import { readHere } from "./live-example.ts";
import { ask } from "./messages.ts";
import { sizeText, speakOn, WORDS } from "./own-words.ts";
import { EXAMPLE_DAY } from "./pages/example.ts";
import { fileReport } from "./pages/file-report.ts";
import { settingsView } from "./pages/settings-view.ts";
import { statusView } from "./pages/status-view.ts";
import type { Reading } from "./reading.ts";
import type { Settings } from "./settings-schema.ts";

/** In the order in which a reader needs them; browsers sort them by name. */
const COMMANDS = ["next-name", "previous-name", "open-card", "toggle-marks"];
/** In a private window, which Firefox shows this page in as well. */
const isPrivate = browser.extension.inIncognitoContext ?? false;
const status = statusView(document, WORDS);
const view = settingsView(document, WORDS, isPrivate, {
  change: (patch) => saving(ask("change", patch, isPrivate), say(WORDS, "saved")),
  setSite: (site, choice) =>
    saving(
      ask("change", { sites: { [site]: choice } }, isPrivate),
      say(WORDS, choice === null ? "sites_removed" : "sites_kept", site),
    ),
  markAgain: ({ site, actor, name }) =>
    void saving(ask("ignore", actor, false, { site, isPrivate: false }), say(WORDS, "marked_again", name, site)),
  openShortcuts: () => void openShortcuts().catch(onError),
  export: () => ask("exportSettings"),
  import: (text) => void importFile(text).catch(status.fail),
  reset: () => void reset().catch(status.fail),
});
let example: Reading | undefined;
let turn = 0;
/** What holds since the last reset or import: only that can be undone. */
let undoable: string | undefined;

speakOn(document);
document.title = say(WORDS, "settings_title");
document.body.append(...view.elements, status.element);
// Whoever changes them: a card, a popup, another page of settings, this one.
for (const area of [browser.storage.local, browser.storage.session]) area.onChanged.addListener(refreshed);
// Keys are changed on a page of the browser's own.
document.addEventListener("visibilitychange", () => void showShortcuts().catch(onError));
refreshed();
showShortcuts().catch(onError);
ask("summary").then(view.showSummary, onError);

function refreshed(): void {
  refresh().catch(onError);
}

/** Shows everything as it is now; an answer that another question has overtaken is out of date. */
async function refresh(): Promise<void> {
  const own = ++turn;
  const [read, ignored] = await Promise.all([ask("settings", isPrivate), ask("ignoredEverywhere")]);
  if (own !== turn) return;
  view.show(read);
  view.ignored.show(ignored);
  showExample(read.settings);
  if (undoable !== undefined && JSON.stringify(read.settings) !== undoable) status.forget();
}

/** The example follows the choices as open pages do. */
function showExample(settings: Settings): void {
  sizeText(document, settings.textSize);
  const choices = { ...choicesFor(settings, ""), furniture: false };
  if (example) example.choices = choices;
  else example = readHere(document, EXAMPLE_DAY, choices, onError);
}

/** Says that something is kept, or why not; then all stands as it was. */
async function saving(kept: Promise<void>, said: string): Promise<boolean> {
  status.forget();
  try {
    await kept;
    status.tell(said);
    return true;
  } catch (error) {
    status.fail(error as Error);
    return false;
  } finally {
    await refresh();
  }
}

async function reset(): Promise<void> {
  await offerUndo(await ask("replace", null), say(WORDS, "transfer_was_reset"));
}

async function importFile(text: string): Promise<void> {
  const imported = await ask("importSettings", text);
  const isRefused = typeof imported === "string";
  view.transfer.tell(fileReport(imported, WORDS), isRefused);
  if (isRefused) status.forget();
  else await offerUndo(imported.before, say(WORDS, "saved"));
}

async function offerUndo(before: Settings, done: string): Promise<void> {
  undoable = JSON.stringify((await ask("settings", isPrivate)).settings);
  status.tell(done, () => void putBack(before).catch(status.fail));
}

async function putBack(before: Settings): Promise<void> {
  await ask("replace", before);
  view.transfer.tell([], false);
  status.tell(say(WORDS, "transfer_put_back"));
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
