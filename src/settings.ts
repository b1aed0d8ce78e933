import { browser } from "./browser.ts";
import { type Patch, type PrivateChoices, patched, readPrivate, withIgnored, withPrivate } from "./settings-changes.ts";
import { type Imported, type NoImport, readSettingsFile } from "./settings-file.ts";
import { isLater, type ReadSettings, readSettings, type Settings, VERSION } from "./settings-schema.ts";

/** In the local area; in that of the session, the choices of private windows. */
const KEY = "settings";
/** Where settings are kept as they were, of which something could not be read, once new ones have taken their place. */
const UNREADABLE_KEY = "settings-unreadable";
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

/**
 * Puts other settings in the place of all.
 * @returns those of before
 * @throws Error where they are impossible or storage full; then all is as it was
 */
export function replace(settings: Settings): Promise<Settings> {
  return inTurn(async () => {
    const { settings: before } = (await readLocal()).read;
    await writeLocal(() => patched(settings, {}));
    return before;
  });
}

/** Takes over what can be read of a file. @throws Error where storage is full; then all is as it was */
export function importFile(text: string): Promise<(Imported & { before: Settings }) | NoImport> {
  return inTurn(async () => {
    const { settings: before } = (await readLocal()).read;
    const imported = readSettingsFile(text, before);
    if (typeof imported === "string") return imported;
    await writeLocal(() => imported.settings);
    return { ...imported, before };
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

/** What is stored, where new settings go, and what goes with them. */
async function readLocal(): Promise<{ read: ReadSettings; key: string; kept: Record<string, unknown> }> {
  const { [KEY]: stored, [OWN_KEY]: own } = await browser.storage.local.get([KEY, OWN_KEY]);
  if (isLater(stored)) return { read: { ...readSettings(own ?? stored), isLater: true }, key: OWN_KEY, kept: {} };
  const read = readSettings(stored);
  return { read, key: KEY, kept: read.healed.length ? { [UNREADABLE_KEY]: stored } : {} };
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
