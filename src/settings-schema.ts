import * as v from "valibot";
import { isHostName } from "./host-names.ts";

/** What is stored without a version, or with an earlier one, has fewer fields, each of the form that it has now. */
export const VERSION = 2;
/** The longest rest that a reader can ask for, in ms. */
const MAX_REST_MS = 1000;

const hostName = v.pipe(v.string(), v.check(isHostName, "no host name"));

/** Every field stands by itself: what is wrong with one spoils no other. */
const FIELDS = {
  /** Anywhere at all. */
  isOn: v.boolean(),
  /** News articles, every page, or those of chosen sites. */
  pages: v.picklist(["articles", "every", "chosen"]),
  /** By host name; `on` is every page of the site, whatever `pages` says, `paused` is off until it is switched on, which makes it `on` again. */
  sites: v.record(hostName, v.picklist(["on", "off", "paused"])),
  /** Which mentions get a line: every one, or of each actor the first in each paragraph or on the page. */
  mentions: v.picklist(["every", "paragraph", "article"]),
  furniture: v.boolean(),
  kinds: v.object({ person: v.boolean(), state: v.boolean(), organisation: v.boolean(), agreement: v.boolean() }),
  style: v.picklist(["underline", "tint", "hover"]),
  opening: v.object({
    by: v.picklist(["rest", "modifier", "click"]),
    restMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_REST_MS)),
  }),
  /** Of cards and of the extension's pages; 1 is as large as the browser's own. */
  textSize: v.picklist([0.85, 1, 1.15, 1.3, 1.5]),
  /** Whether the toolbar button counts. */
  badge: v.boolean(),
  /** By host name, the actors whose names mean somebody else there. */
  ignored: v.record(hostName, v.array(v.string())),
};
export const settingsSchema = v.strictObject({ version: v.literal(VERSION), ...v.object(FIELDS).entries });

/** The reader's choices. */
export type Settings = v.InferOutput<typeof settingsSchema>;
export type Site = Settings["sites"][string];

export const DEFAULTS: Settings = {
  version: VERSION,
  isOn: true,
  pages: "articles",
  sites: {},
  mentions: "every",
  furniture: false,
  kinds: { person: true, state: true, organisation: true, agreement: true },
  style: "underline",
  opening: { by: "rest", restMs: 300 },
  textSize: 1,
  badge: true,
  ignored: {},
};

export interface ReadSettings {
  readonly settings: Settings;
  /** What could not be read and is as it was before: a field, an entry of one (`sites.a.test`), or `settings` where nothing could be. */
  readonly healed: readonly string[];
  /** They were written by a later version of the extension. */
  readonly isLater: boolean;
}

/** Whatever is stored, of any version → settings, as far as it can be understood; of what cannot, as they are in `base`. */
export function readSettings(stored: unknown, base = DEFAULTS): ReadSettings {
  if (stored === undefined) return { settings: base, healed: [], isLater: false };
  if (!isRecord(stored)) return { settings: base, healed: ["settings"], isLater: false };
  const { version = 0 } = stored;
  const healed = typeof version === "number" ? [] : ["version"];
  const read: Record<string, unknown> = { version: VERSION };
  for (const key of Object.keys(FIELDS) as (keyof typeof FIELDS)[]) {
    const { value, lost } = readField(key, stored[key], base[key]);
    read[key] = value;
    healed.push(...lost);
  }
  return { settings: read as Settings, healed, isLater: isLater(stored) };
}

export function isLater(stored: unknown): boolean {
  return isRecord(stored) && typeof stored["version"] === "number" && stored["version"] > VERSION;
}

/** Of what has entries, those that can be read are added to what is there, be it all or some. */
function readField(
  key: keyof typeof FIELDS,
  stored: unknown,
  fallback: Settings[typeof key],
): { value: unknown; lost: string[] } {
  if (stored === undefined) return { value: fallback, lost: [] };
  if (!isRecord(fallback)) {
    const { success, output } = v.safeParse(FIELDS[key], stored);
    return success ? { value: output, lost: [] } : { value: fallback, lost: [key] };
  }
  if (!isRecord(stored)) return { value: fallback, lost: [key] };
  // Each by itself: those of before, which may be many, are sound.
  const isGood = ([name, value]: [string, unknown]) =>
    v.is(FIELDS[key], { ...(DEFAULTS[key] as object), [name]: value });
  const entries = Object.entries(stored).map((entry) => ({ entry, good: isGood(entry) }));
  const good = Object.fromEntries(entries.flatMap(({ entry, good }) => (good ? [entry] : [])));
  return {
    value: v.parse(FIELDS[key], { ...fallback, ...good }),
    lost: entries.flatMap(({ entry: [name], good }) => (good ? [] : [`${key}.${name}`])),
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
