import { browser } from "./browser.ts";
import {
  isSame,
  type Patch,
  type PrivateChoices,
  patched,
  type Replaced,
  readPrivate,
  withIgnored,
  withPrivate,
} from "./settings-changes.ts";
import { type Imported, type NoImport, readSettingsFile } from "./settings-file.ts";
import { DEFAULTS, isLater, type ReadSettings, readSettings, type Settings, VERSION } from "./settings-schema.ts";

/** In the local area; in that of the session, the choices of private windows. */
const KEY = "settings";
/** Where this version keeps its own, as long as those of a later one stand in their place. */
const OWN_KEY = `settings-${VERSION}`;

/** What holds in private windows, or elsewhere. */
export async function settingsIn(isPrivate: boolean): Promise<ReadSettings> {
  const { read } = await readLocal();
  return isPrivate ? { ...read, settings: withPrivate(read.settings, await readSession()) } : read;
}

/** Everybody of everywhere by site and name, but for what was chosen in private windows. */
export async function ignoredEverywhere(
  nameOf: (actor: string) => string,
): Promise<{ site: string; actor: string; name: string }[]> {
  const { settings } = await settingsIn(false);
  return Object.entries(settings.ignored)
    .flatMap(([site, actors]) => actors.map((actor) => ({ site, actor, name: nameOf(actor) })))
    .sort((a, b) => a.site.localeCompare(b.site) || a.name.localeCompare(b.name));
}

/**
 * What a private window says of sites is forgotten with it; everything else holds everywhere.
 * @throws Error where a value is impossible or storage full; then all is as it was
 */
export function change({ sites, ...patch }: Patch, isPrivate: boolean): Promise<void> {
  return inTurn(async () => {
    const inSession = isPrivate && sites ? await withSites(sites) : null;
    const own = inSession || !sites ? patch : { ...patch, sites };
    // First what is likelier to fail.
    const undo = Object.keys(own).length ? await writeLocal((settings) => patched(settings, own)) : async () => {};
    if (!inSession) return;
    try {
      await writeSession(inSession);
    } catch (error) {
      await undo();
      throw error;
    }
  });
}

/** What private windows have chosen, with these. @throws Error where a value is impossible */
async function withSites(sites: PrivateChoices["sites"]): Promise<PrivateChoices> {
  const before = await readSession();
  // Impossible values are found by trying.
  withPrivate((await readLocal()).read.settings, { ...before, sites });
  return { ...before, sites: { ...before.sites, ...sites } };
}

/** @throws Error where storage is full; then all is as it was */
export function setIgnored(site: string, actor: string, isIgnored: boolean, isPrivate: boolean): Promise<void> {
  const ignoring = ({ ignored }: PrivateChoices | Settings) => withIgnored(ignored, site, actor, isIgnored);
  return inTurn(async () => {
    if (isPrivate) {
      const before = await readSession();
      await writeSession({ ...before, ignored: ignoring(before) });
    } else await writeLocal((settings) => ({ ...settings, ignored: ignoring(settings) }));
  });
}

/** Makes everything as it was at first. @throws Error where storage is full; then all is as it was */
export function reset(): Promise<Replaced> {
  return inTurn(async () => {
    const { settings: before } = (await readLocal()).read;
    await writeLocal(() => DEFAULTS);
    return { settings: DEFAULTS, before };
  });
}

/** Takes over what can be read of a file. @throws Error where storage is full; then all is as it was */
export function importFile(text: string): Promise<(Imported & Replaced) | NoImport> {
  return inTurn(async () => {
    const { settings: before } = (await readLocal()).read;
    const imported = readSettingsFile(text, before);
    if (typeof imported === "string") return imported;
    await writeLocal(() => imported.settings);
    return { ...imported, before };
  });
}

/**
 * Undoes what has replaced all settings, unless something has been changed since.
 * @returns whether it is undone
 * @throws Error where the settings are impossible or storage full; then all is as it was
 */
export function putBack({ settings, before }: Replaced): Promise<boolean> {
  return inTurn(async () => {
    if (!isSame((await readLocal()).read.settings, settings)) return false;
    await writeLocal(() => patched(before, {}));
    return true;
  });
}

/** Forgets what private windows have chosen, once none is left; one may have opened and chosen something meanwhile. */
export function forgetPrivate(isNoneLeft: () => Promise<boolean>): Promise<void> {
  return inTurn(async () => {
    if (await isNoneLeft()) await browser.storage.session.remove(KEY);
  });
}

let changes: Promise<unknown> = Promise.resolve();

/** One change follows the other, so that none is lost. */
function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const done = changes.then(change);
  changes = done.catch(() => {});
  return done;
}

/** What is stored, where new settings go, and with them what was there and could not be read. */
async function readLocal(): Promise<{ read: ReadSettings; key: string; kept: Record<string, unknown> }> {
  const { [KEY]: stored, [OWN_KEY]: own } = await browser.storage.local.get([KEY, OWN_KEY]);
  const isBeside = isLater(stored);
  const key = isBeside ? OWN_KEY : KEY;
  // Until there are own ones beside a later version's, those are read, and stay as they are.
  const isLaters = isBeside && own === undefined;
  const replaced = isBeside ? own : stored;
  const read = readSettings(isLaters ? stored : replaced);
  const isKept = !isLaters && read.healed.length > 0;
  return { read: { ...read, isLater: isBeside }, key, kept: isKept ? { [`${key}-unreadable`]: replaced } : {} };
}

/** @returns what puts everything back */
async function writeLocal(update: (settings: Settings) => Settings): Promise<() => Promise<void>> {
  const { local } = browser.storage;
  const { read, key, kept } = await readLocal();
  const written = { [key]: update(read.settings), ...kept };
  const before = await local.get(Object.keys(written));
  await local.set(written);
  return async () => {
    await local.set(before);
    await local.remove(Object.keys(written).filter((key) => !(key in before)));
  };
}

async function readSession(): Promise<PrivateChoices> {
  return readPrivate((await browser.storage.session.get(KEY))[KEY]);
}

function writeSession(choices: PrivateChoices): Promise<void> {
  return browser.storage.session.set({ [KEY]: choices });
}
