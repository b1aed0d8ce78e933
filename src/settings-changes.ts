import * as v from "valibot";
import { entryOf } from "./choices.ts";
import { isRecord, type Settings, type Site, settingsSchema } from "./settings-schema.ts";

/** Fields with new values; of `sites`, `kinds` and `opening` the entries with new values, null for none. */
export type Patch = Partial<Omit<Settings, "version" | "sites" | "kinds" | "opening" | "ignored">> & {
  readonly sites?: Readonly<Record<string, Site | null>>;
  readonly kinds?: Partial<Settings["kinds"]>;
  readonly opening?: Partial<Settings["opening"]>;
};

/** What has taken the place of all settings, and what was there before. */
export interface Replaced {
  readonly settings: Settings;
  readonly before: Settings;
}

/** What was chosen in private windows beside, or against, what holds elsewhere. */
const privateSchema = v.object({
  sites: v.optional(v.record(v.string(), v.nullable(v.picklist(["on", "off", "paused"]))), {}),
  ignored: v.optional(v.record(v.string(), v.array(v.string())), {}),
});
export type PrivateChoices = v.InferOutput<typeof privateSchema>;

/** @throws Error naming what cannot be set so */
export function patched(settings: Settings, patch: Patch): Settings {
  const changed: Record<string, unknown> = { ...settings };
  for (const [key, value] of Object.entries(patch)) {
    const before = changed[key];
    changed[key] = isRecord(before) && isRecord(value) ? withEntries(before, value) : value;
  }
  const { success, output, issues } = v.safeParse(settingsSchema, changed);
  if (!success) throw new Error(issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`).join("; "));
  return output;
}

function withEntries(before: object, entries: object): object {
  return Object.fromEntries(Object.entries({ ...before, ...entries }).filter(([, value]) => value !== null));
}

export function withIgnored(
  ignored: Settings["ignored"],
  site: string,
  actor: string,
  isIgnored: boolean,
): Settings["ignored"] {
  const { [site]: _, ...elsewhere } = ignored;
  const others = (entryOf(ignored, site) ?? []).filter((id) => id !== actor);
  const own = isIgnored ? [...others, actor] : others;
  return own.length ? { ...elsewhere, [site]: own } : elsewhere;
}

/** Whatever a private window has left → what can be read of it. */
export function readPrivate(stored: unknown): PrivateChoices {
  const { success, output } = v.safeParse(privateSchema, stored);
  return success ? output : { sites: {}, ignored: {} };
}

/** The settings as they hold in private windows. */
export function withPrivate(settings: Settings, { sites, ignored }: PrivateChoices): Settings {
  const all = { ...settings.ignored };
  for (const [site, actors] of Object.entries(ignored))
    all[site] = [...new Set([...(entryOf(all, site) ?? []), ...actors])];
  return { ...patched(settings, { sites }), ignored: all };
}

/** Whether both say the same, in whatever order: storage has its own. */
export function isSame(a: unknown, b: unknown): boolean {
  if (!isRecord(a) || !isRecord(b)) return JSON.stringify(a) === JSON.stringify(b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
}
