import { button, part, sayAround } from "../card/elements.ts";
import { type Message, say, type Words } from "../card/words.ts";
import { isMarked, scopeOf, whyOf } from "../choices.ts";
import type { Settings } from "../settings-schema.ts";
import type { Shown, Tab } from "../tab.ts";
import { WHY_WORDS } from "../toolbar.ts";
import { type ActorList, actorList, type Listed } from "./actor-list.ts";
import type { HomeState } from "./home-state.ts";
import { hostShown } from "./host-shown.ts";
import { leftOutView } from "./left-out.ts";
import { switchView } from "./switch.ts";

export interface HomeDeeds {
  setSite(isOn: boolean): void;
  setAll(isOn: boolean): void;
  /** The reader wants the page marked, whatever it is. */
  annotate(): void;
  /** The reader wants to see the marks that they have hidden. */
  unhide(): void;
  /** The reader gives back the access that was taken away. */
  grant(): void;
  choose(actor: Listed): void;
}

export interface HomeView {
  readonly element: HTMLElement;
  readonly list: ActorList;
  show(state: HomeState): void;
}

/** Of pages that are marked only where the reader asks. */
const CAN_BE_ASKED = /^(?:front-page|no-article|not-chosen)$/;

/** What a popup shows at once: the switches, why the page is marked or not, and whom it names. */
export function homeView(document: Document, words: Words, deeds: HomeDeeds): HomeView {
  const word = (key: Message) => say(words, key);
  const onAll = switchView(document, "on-all", deeds.setAll);
  const onSite = switchView(document, "on-site", deeds.setSite);
  const site = part(document, "bdi", "site");
  const privately = part(document, "p", "private", word("popup_private"));
  const why = part(document, "p", "why");
  const anyway = button(document, "anyway deed", word("popup_anyway"));
  const grant = button(document, "grant deed", word("popup_grant"));
  const unhide = button(document, "unhide deed", word("popup_unhide"));
  const notice = part(document, "p", "notice");
  const list = actorList(document, words, deeds.choose);
  const leftOut = leftOutView(document, words);
  const digest = part(document, "a", "to-digest", word("chapter_digest"));
  onAll.label.append(word("popup_marking"));
  onSite.label.append(...sayAround(words, "popup_on_site", site));
  digest.href = "digest.html";
  // Said when it changes, wherever the focus is.
  why.role = "status";
  // Gets the focus of a button that has done what it is for.
  why.tabIndex = -1;
  for (const told of [privately, why, notice]) told.dir = "auto";
  anyway.addEventListener("click", deeds.annotate);
  grant.addEventListener("click", deeds.grant);
  unhide.addEventListener("click", deeds.unhide);

  return {
    element: part(
      document,
      "div",
      "home",
      notice,
      part(document, "div", "marking", onAll.element, onSite.element),
      privately,
      part(document, "section", "state", why, anyway, grant, unhide),
      list.element,
      leftOut.element,
      part(document, "p", "foot", digest),
    ),
    list,
    show({ tab, shown, read: { settings, healed, isLater }, usual, actors, leftOut: others }) {
      const { isOn } = settings;
      onAll.show(isOn);
      // What holds here: nothing is on where all is off.
      onSite.show(!/^(?:off|site-off|not-chosen)$/.test(scopeOf(settings, tab.site)), !isOn);
      onSite.element.hidden = !tab.site;
      onSite.box.ariaLabel = say(words, "popup_on_site_label", hostShown(tab.site));
      site.textContent = hostShown(tab.site);
      privately.hidden = !tab.isPrivate;
      notice.textContent = isLater ? word("settings_later") : healed.length ? word("settings_healed") : "";
      const reason = whyShown(settings, tab, shown);
      const isHidden = typeof shown !== "string" && shown.isHidden;
      const text = isHidden ? word("popup_marks_hidden") : reason ? word(WORDS[reason]) : "";
      // Said once, not at every look.
      if (why.textContent !== text) why.textContent = text;
      const isAtDeed = [anyway, grant, unhide].includes(document.activeElement as HTMLButtonElement);
      unhide.hidden = !isHidden;
      anyway.hidden = reason === null || !CAN_BE_ASKED.test(reason);
      grant.hidden = reason !== "no-access";
      if (isAtDeed && anyway.hidden && grant.hidden && unhide.hidden) why.focus();
      const isListed = reason !== null && reason !== "unreachable" && isMarked(reason);
      list.element.hidden = !isListed;
      list.show(actors, others.length);
      leftOut.element.hidden = !isListed;
      leftOut.show(others, settings, usual, tab.site);
    },
  };
}

const WORDS = { ...WHY_WORDS, unreachable: "why_unreachable" } as const;

/** Null while that is not known yet. */
function whyShown(settings: Settings, { site }: Tab, shown: Shown): keyof typeof WORDS | null {
  if (shown === "soon") return null;
  return typeof shown === "string" ? shown : whyOf(scopeOf(settings, site), shown.reason, shown.isAsked);
}
