import * as v from "valibot";

/** What is stored without a version, or with an earlier one, has fewer fields, each of the form that it has now. */
export const VERSION = 2;
/** The longest rest that a reader can ask for, in ms. */
const MAX_REST_MS = 1000;

/** Every field stands by itself: what is wrong with one spoils no other. */
const FIELDS = {
  /** Anywhere at all. */
  isOn: v.boolean(),
  /** News articles, every page, or those of chosen sites. */
  pages: v.picklist(["articles", "every", "chosen"]),
  /** By host name; `on` is every page of the site, whatever `pages` says. */
  sites: v.record(v.string(), v.picklist(["on", "off"])),
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
  ignored: v.record(v.string(), v.array(v.string())),
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
  /** Fields of which something could not be read, and is as it was before; `settings` where nothing could be. */
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
    const { value, isWhole } = readField(key, stored[key], base[key]);
    read[key] = value;
    if (!isWhole) healed.push(key);
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
): { value: unknown; isWhole: boolean } {
  if (stored === undefined) return { value: fallback, isWhole: true };
  const whole = v.safeParse(FIELDS[key], stored);
  if (whole.success)
    return { value: isRecord(fallback) ? { ...fallback, ...(whole.output as object) } : whole.output, isWhole: true };
  if (!isRecord(fallback) || !isRecord(stored)) return { value: fallback, isWhole: false };
  const isGood = ([name, value]: [string, unknown]) => v.is(FIELDS[key], { ...fallback, [name]: value });
  const good = Object.fromEntries(Object.entries(stored).filter(isGood));
  return { value: v.parse(FIELDS[key], { ...fallback, ...good }), isWhole: false };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
