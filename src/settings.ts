import * as v from "valibot";
import { browser } from "./browser.ts";

const settingsSchema = v.object({
  version: v.literal(1),
  /** By site, the actors whose names mean somebody else there. */
  ignored: v.record(v.string(), v.array(v.string())),
});

/** The reader's choices. */
export type Settings = v.InferOutput<typeof settingsSchema>;

const KEY = "settings";
/** Where settings that cannot be read are kept when new ones take their place. */
const UNREADABLE_KEY = "settings-unreadable";
const DEFAULTS: Settings = { version: 1, ignored: {} };

/** Choices of private windows are never written down, and forgotten when the browser ends. */
function areaOf(isPrivate: boolean) {
  return isPrivate ? browser.storage.session : browser.storage.local;
}

/** In a private window, what was chosen in it beside what was chosen elsewhere. */
export async function ignoredOn(site: string, isPrivate: boolean): Promise<string[]> {
  const areas = isPrivate ? [false, true] : [false];
  const all = await Promise.all(areas.map(read));
  return [...new Set(all.flatMap(({ settings }) => ownOf(settings, site)))];
}

/** Everybody of everywhere by site and name, but for what was chosen in private windows. */
export async function ignoredEverywhere(
  nameOf: (actor: string) => string,
): Promise<{ site: string; actor: string; name: string }[]> {
  const { settings } = await read(false);
  return Object.entries(settings.ignored)
    .flatMap(([site, actors]) => actors.map((actor) => ({ site, actor, name: nameOf(actor) })))
    .sort((a, b) => a.site.localeCompare(b.site) || a.name.localeCompare(b.name));
}

/** A host may be called as what every object has: constructor, say. */
function ownOf({ ignored }: Settings, site: string): readonly string[] {
  return (Object.hasOwn(ignored, site) && ignored[site]) || [];
}

let changes: Promise<void> = Promise.resolve();

/** One change follows the other, so that none is lost. */
export function setIgnored(site: string, actor: string, isIgnored: boolean, isPrivate: boolean): Promise<void> {
  const done = changes.then(async () => {
    const { settings, kept } = await read(isPrivate);
    const others = ownOf(settings, site).filter((id) => id !== actor);
    const own = isIgnored ? [...others, actor] : others;
    const { [site]: _, ...elsewhere } = settings.ignored;
    const changed = { ...settings, ignored: own.length ? { ...elsewhere, [site]: own } : elsewhere };
    await areaOf(isPrivate).set({ [KEY]: changed, ...kept });
  });
  changes = done.catch(() => {});
  return done;
}

/** What is stored; where it cannot be read, the defaults, and what new ones have to keep. */
async function read(isPrivate: boolean): Promise<{ settings: Settings; kept: Record<string, unknown> }> {
  const { [KEY]: stored } = await areaOf(isPrivate).get(KEY);
  const { success, output } = v.safeParse(settingsSchema, stored ?? DEFAULTS);
  return success ? { settings: output, kept: {} } : { settings: DEFAULTS, kept: { [UNREADABLE_KEY]: stored } };
}
