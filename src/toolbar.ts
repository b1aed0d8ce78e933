import type { Message } from "./card/words.ts";
import { isMarked, type Why } from "./choices.ts";

/** The toolbar button of one tab. */
export interface Button {
  readonly title: string;
  readonly badge: string;
  /** By size in px. */
  readonly icon: Readonly<Record<string, string>>;
}

/** Grey where nothing is marked; that is also how the button stands before a page says otherwise, and where none can. */
const ICONS = {
  on: { 16: "/icons/16.png", 32: "/icons/32.png" },
  off: { 16: "/icons/off-16.png", 32: "/icons/off-32.png" },
};

/** Names of the messages that say so. */
export const WHY_WORDS: Readonly<Record<Why, Message>> = {
  "article-data": "why_article",
  readable: "why_article",
  asked: "why_asked",
  "site-on": "why_site_on",
  every: "why_every",
  off: "why_off",
  "site-off": "why_site_off",
  "not-chosen": "why_not_chosen",
  "not-html": "why_not_html",
  "front-page": "why_front_page",
  "no-article": "why_no_article",
  "no-access": "why_no_access",
};

type Speak = (name: string, amount?: string) => string;

/** What the button says of tabs of which nothing is known: no script of ours is there, or none yet. */
export function idleTitle(hasAccess: boolean, message: Speak): string {
  return hasAccess ? message("toolbar_idle") : titleOf("no-access", message);
}

/**
 * @param actors how many the page names
 * @param message the message of this name, with the number filled in; empty where there is none
 */
export function buttonFor(why: Why, actors: number, hasBadge: boolean, message: Speak): Button {
  if (!isMarked(why)) return { title: titleOf(why, message), badge: "", icon: ICONS.off };
  const name = "toolbar_marked";
  const form = new Intl.PluralRules(message("language_tag")).select(actors);
  const [exact, other] = [form, "other"].map((form) => message(`${name}_${form}`, String(actors)));
  return { title: exact || other || "", badge: hasBadge && actors ? String(actors) : "", icon: ICONS.on };
}

function titleOf(why: Why, message: Speak): string {
  return `${message("extension_name")} – ${message(WHY_WORDS[why])}`;
}
