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

/** Choices of a private window are forgotten with it. */
function areaOf(isPrivate: boolean) {
  return isPrivate ? browser.storage.session : browser.storage.local;
}

/** In a private window, what was chosen in it beside what was chosen elsewhere. */
export async function ignoredOn(site: string, isPrivate: boolean): Promise<string[]> {
  const areas = isPrivate ? [false, true] : [false];
  const all = await Promise.all(areas.map(read));
  return [...new Set(all.flatMap(({ ignored }) => ignored[site] ?? []))];
}

let changes: Promise<void> = Promise.resolve();

/** One change follows the other, so that none is lost. */
export function setIgnored(site: string, actor: string, isIgnored: boolean, isPrivate: boolean): Promise<void> {
  const done = changes.then(async () => {
    const settings = await read(isPrivate);
    const others = (settings.ignored[site] ?? []).filter((id) => id !== actor);
    const own = isIgnored ? [...others, actor] : others;
    const { [site]: _, ...elsewhere } = settings.ignored;
    await write({ ...settings, ignored: own.length ? { ...elsewhere, [site]: own } : elsewhere }, isPrivate);
  });
  changes = done.catch(() => {});
  return done;
}

async function read(isPrivate: boolean): Promise<Settings> {
  const { [KEY]: stored } = await areaOf(isPrivate).get(KEY);
  if (stored === undefined) return DEFAULTS;
  const read = v.safeParse(settingsSchema, stored);
  if (read.success) return read.output;
  await areaOf(isPrivate).set({ [UNREADABLE_KEY]: stored });
  return DEFAULTS;
}

async function write(settings: Settings, isPrivate: boolean): Promise<void> {
  await areaOf(isPrivate).set({ [KEY]: settings });
}
