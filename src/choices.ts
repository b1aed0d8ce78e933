import type { ActorKind } from "./digest/schema.ts";
import type { Settings, Site } from "./settings-schema.ts";
import type { Reason } from "./text/article.ts";

/** Which pages of a site are marked: none, for one of three reasons, its articles, or every page that can be. */
export type Scope = "off" | "site-off" | "not-chosen" | "articles" | "site-on" | "every";

/** Why a page is marked or not; `no-access`: the browser does not let us read it. */
export type Why = Exclude<Scope, "articles"> | Reason | "asked" | "no-access";

export type Lines = Settings["mentions"];
/** `hover` shows a mark only under the pointer. */
export type MarkStyle = Settings["style"];
/** How a card opens: by a rest of the mouse (in ms), by one with the Shift key down, or by a click only. */
export type Opening = Readonly<Settings["opening"]>;

/** What a page has to know of the reader's choices: plain data. */
export interface Choices {
  /** What a page has to be for it to be marked, by itself and where the reader asks for it. */
  readonly marked: readonly Reason[];
  readonly markedIfAsked: readonly Reason[];
  /** Actors who are not marked on this site. */
  readonly ignored: readonly string[];
  /** Kinds of actor that are not marked anywhere. */
  readonly ignoredKinds: readonly ActorKind[];
  readonly lines: Lines;
  readonly style: MarkStyle;
  /** Menus, comments and teasers are marked too. */
  readonly furniture: boolean;
  readonly opening: Opening;
  /** Of the card; 1 is as large as the browser's own. */
  readonly textSize: number;
}

const REASONS: readonly Reason[] = ["article-data", "readable", "front-page", "no-article", "not-html"];

export function choicesFor(settings: Settings, site: string): Choices {
  const { ignored, kinds, mentions, style, furniture, opening, textSize } = settings;
  const scope = scopeOf(settings, site);
  const markedWhere = (isAsked: boolean) => REASONS.filter((reason) => isMarked(whyOf(scope, reason, isAsked)));
  const allKinds = Object.keys(kinds) as ActorKind[];
  return {
    marked: markedWhere(false),
    markedIfAsked: markedWhere(true),
    ignored: entryOf(ignored, site) ?? [],
    ignoredKinds: allKinds.filter((kind) => !kinds[kind]),
    lines: mentions,
    style,
    furniture,
    opening,
    textSize,
  };
}

/** For a page that we may read no more. */
export function withoutMarks(choices: Choices): Choices {
  return { ...choices, marked: [], markedIfAsked: [] };
}

/** A host may be called as what every object has: constructor, say. */
export function entryOf<T>(entries: Readonly<Record<string, T>>, host: string): T | undefined {
  return Object.hasOwn(entries, host) ? entries[host] : undefined;
}

export function scopeOf({ isOn, pages, sites }: Settings, site: string): Scope {
  if (!isOn) return "off";
  const own = entryOf(sites, site);
  if (own) return own === "on" ? "site-on" : "site-off";
  return pages === "chosen" ? "not-chosen" : pages;
}

/**
 * What has to be set for a site that the reader switches on or off; null is nothing of its own. Off and on again, a site is as it was
 * before.
 */
export function switched(
  { pages, sites }: Pick<Settings, "pages" | "sites">,
  site: string,
  isOn: boolean,
): Site | null {
  const isEvery = /^(?:on|paused)$/.test(entryOf(sites, site) ?? "");
  if (isOn) return isEvery || pages === "chosen" ? "on" : null;
  if (isEvery) return "paused";
  return pages === "chosen" ? null : "off";
}

/**
 * @param reason what the page itself is
 * @param isAsked the reader wants this page marked, whatever it is
 */
export function whyOf(scope: Scope, reason: Reason, isAsked: boolean): Why {
  if (scope === "off" || scope === "site-off") return scope;
  if (reason === "not-html") return reason;
  if (isAsked) return "asked";
  if (scope === "articles") return reason;
  // What the page is says more than that every page is marked.
  return scope !== "not-chosen" && isMarked(reason) ? reason : scope;
}

export function isMarked(why: Why): boolean {
  return /^(?:article-data|readable|asked|site-on|every)$/.test(why);
}
