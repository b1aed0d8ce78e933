import { part } from "../card/elements.ts";
import { type Message, say, type Words } from "../card/words.ts";
import type { Summary } from "../digest/browse.ts";
import type { Ignored } from "../protocol.ts";
import type { Patch } from "../settings-changes.ts";
import type { ReadSettings, Settings, Site } from "../settings-schema.ts";
import { chapter, contents } from "./chapter.ts";
import { exampleView } from "./example.ts";
import { type IgnoredList, ignoredList } from "./ignored-list.ts";
import { looksFields, marksFields, pagesFields } from "./marking-fields.ts";
import { sayApart } from "./say-apart.ts";
import { placesSaid } from "./settings-fields-said.ts";
import { type ShortcutsView, shortcutsView } from "./shortcuts-view.ts";
import { sitesView } from "./sites-view.ts";
import { summaryView } from "./summary-view.ts";
import { type TransferDeeds, type TransferView, transferView } from "./transfer-view.ts";

export interface SettingsDeeds extends TransferDeeds {
  /** Resolves to whether it is kept. */
  change(patch: Patch): Promise<boolean>;
  setSite(site: string, choice: Site | null): Promise<boolean>;
  /** What the reader would have is impossible, and said to be where they ask for it. */
  refuse(): void;
  /** Resolves to whether it is kept. */
  ignore(one: Ignored, isIgnored: boolean): Promise<boolean>;
  openShortcuts(): void;
}

export interface SettingsView {
  /** The page's own header, with its one heading, and what it is about. */
  readonly elements: readonly HTMLElement[];
  readonly ignored: IgnoredList;
  readonly shortcuts: ShortcutsView;
  readonly transfer: TransferView;
  /** @param usual the sites as they are outside private windows */
  show(read: ReadSettings, usual: Settings["sites"]): void;
  showSummary(summary: Summary): void;
}

export function settingsView(document: Document, words: Words, isPrivate: boolean, deeds: SettingsDeeds): SettingsView {
  const word = (key: Message) => say(words, key);
  const change = (patch: Patch) => void deeds.change(patch);
  const pages = pagesFields(document, words, change);
  const marks = marksFields(document, words, change);
  const looks = looksFields(document, words, change);
  const sites = sitesView(document, words, deeds.setSite, deeds.refuse);
  const ignored = ignoredList(document, words, () => leftOut.heading, deeds.ignore);
  const shortcuts = shortcutsView(document, words, deeds.openShortcuts);
  const transfer = transferView(document, words, deeds);
  const summary = part(document, "div", "summary");
  // What stands in a form is not taken for an article: the example alone is read.
  const form = (...content: (Node | string)[]) => part(document, "form", "fields", ...content);
  const hint = (key: Message, ...values: string[]) => part(document, "p", "how", say(words, key, ...values));
  const example = part(document, "div", "try", hint("example_how"), exampleView(document, words));

  const where = chapter(document, "pages", word("chapter_pages"), form(...pages.elements), sites.element);
  const leftOut = chapter(
    document,
    "ignored",
    word("settings_ignored"),
    form(hint("settings_ignored_how", word("not_person"), word("not_here")), ignored.element),
  );
  const chapters = [
    where,
    chapter(document, "marks", word("chapter_marks"), form(...marks.elements)),
    chapter(document, "looks", word("chapter_looks"), example, form(...looks.elements)),
    leftOut,
    chapter(document, "shortcuts", word("chapter_shortcuts"), form(shortcuts.element)),
    chapter(document, "digest", word("chapter_digest"), form(summary)),
    chapter(document, "transfer", word("chapter_transfer"), transfer.element),
  ];
  const notice = part(document, "p", "notice");
  notice.role = "status";
  const privately = part(document, "p", "private", word("popup_private"));
  privately.hidden = !isPrivate;
  const title = part(document, "h1", "title", word("settings_title"));
  return {
    elements: [
      part(document, "header", "top", title, contents(document, word("contents"), chapters)),
      part(document, "main", "main", notice, privately, ...chapters.map(({ element }) => element)),
    ],
    ignored,
    shortcuts,
    transfer,
    show({ settings, healed, isLater }, usual) {
      for (const fields of [pages, marks, looks]) fields.show(settings);
      sites.show(settings, usual);
      const said = document.createDocumentFragment();
      if (isLater) said.append(word("settings_later"), " ");
      if (healed.length) {
        const which = placesSaid(document, words, healed);
        said.append(word("settings_healed"), " ", ...sayApart(document, words, "settings_healed_which", which));
      }
      // Said once, not at every change.
      if (notice.textContent !== said.textContent) notice.replaceChildren(said);
    },
    showSummary(known) {
      summary.replaceChildren(...summaryView(document, words, known));
    },
  };
}
