import type { Who } from "../digest/who.ts";
import { ask } from "../messages.ts";
import type { ReadSettings, Settings } from "../settings-schema.ts";
import { type Shown, shownIn, type Tab } from "../tab.ts";
import type { Listed } from "./actor-list.ts";

/** What a popup shows at once of its tab. */
export interface HomeState {
  readonly tab: Tab;
  readonly shown: Shown;
  readonly read: ReadSettings;
  /** The settings as they are outside private windows. */
  readonly usual: Settings;
  readonly actors: readonly Listed[];
  /** Whom the page names who are not marked. */
  readonly leftOut: readonly Who[];
}

/**
 * Looks at a tab.
 * @param onChoices is told before what the reader has chosen for it: who wants to change that does not wait for a page that is busy
 */
export async function lookAt(tab: Tab, onChoices: (soon: HomeState) => void): Promise<HomeState> {
  const [soon, shown] = await Promise.all([choicesIn(tab, onChoices), shownIn(tab)]);
  const [actors, leftOut] = await Promise.all([listed(shown), left(shown)]);
  return { ...soon, shown, actors, leftOut };
}

async function choicesIn(tab: Tab, onChoices: (soon: HomeState) => void): Promise<HomeState> {
  const [read, usual] = await Promise.all([ask("settings", tab.isPrivate), ask("settings", false)]);
  const soon: HomeState = { tab, shown: "soon", read, usual: usual.settings, actors: [], leftOut: [] };
  onChoices(soon);
  return soon;
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
