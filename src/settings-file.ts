import { DEFAULTS, isRecord, type ReadSettings, readSettings, type Settings } from "./settings-schema.ts";

/** What a file brings, over what held before. `healed` is what of it could not be read. */
export interface Imported extends ReadSettings {
  /** Fields of which all that the file says holds now. */
  readonly taken: readonly string[];
  /** What is no setting that this version knows. */
  readonly unknown: readonly string[];
}

/** A file that brings nothing: it is no JSON, or nothing in it is a setting. */
export type NoImport = "no-json" | "no-settings";

/** What is in a file beside settings. */
const ABOUT = ["dramatis", "version"];

export function settingsFile(settings: Settings): string {
  return `${JSON.stringify({ dramatis: "settings", ...settings }, null, 2)}\n`;
}

/** What a file says nothing of, or nothing that can be read, stays as it was before. */
export function readSettingsFile(text: string, before: Settings): Imported | NoImport {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return "no-json";
  }
  if (!isRecord(file)) return "no-settings";
  const own = Object.keys(file).filter((key) => !ABOUT.includes(key));
  const known = own.filter((key) => Object.hasOwn(DEFAULTS, key));
  if (!known.length) return "no-settings";
  const read = readSettings(file, before);
  const healed = read.healed.map((place) => place.replace(/\..*/, ""));
  return {
    ...read,
    taken: known.filter((key) => !healed.includes(key)),
    unknown: own.filter((key) => !known.includes(key)),
  };
}
