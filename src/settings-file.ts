import { DEFAULTS, isRecord, type ReadSettings, readSettings, type Settings } from "./settings-schema.ts";

/** What a file brings, over what held before. `healed` is what of it could not be read. */
export interface Imported extends ReadSettings {
  /** What of the file holds now: fields, be it in part, and of lists each entry by itself (`sites.a.test`). */
  readonly taken: readonly string[];
  /** What is no setting that this version knows: a field, or an entry of one (`kinds.a`). */
  readonly unknown: readonly string[];
}

/** A file that brings nothing: it is no JSON, or nothing in it is a setting. */
export type NoImport = "no-json" | "no-settings";

/** What is in a file beside settings. */
const ABOUT = ["dramatis", "version"];
/** Fields whose entries are of the reader's making; those of a file come to those of before. */
const LISTS = ["sites", "ignored"];

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
  const places = known.flatMap((key) => placesIn(key, file[key]));
  const strange = places.filter((place) => !isKnown(place));
  const held = places.filter((place) => !read.healed.includes(place) && !strange.includes(place));
  const taken = held.map((place) => (LISTS.includes(fieldOf(place)) ? place : fieldOf(place)));
  return {
    ...read,
    taken: [...new Set(taken)],
    unknown: [...strange, ...own.filter((key) => !known.includes(key))],
  };
}

/** What a file says of a field: the field itself, or each of its entries where it has some. */
function placesIn(key: string, value: unknown): string[] {
  const hasEntries = isRecord(DEFAULTS[key as keyof Settings]) && isRecord(value);
  return hasEntries ? Object.keys(value).map((entry) => `${key}.${entry}`) : [key];
}

function isKnown(place: string): boolean {
  const field = fieldOf(place);
  const entries = DEFAULTS[field as keyof Settings];
  return place === field || LISTS.includes(field) || Object.hasOwn(entries as object, place.slice(field.length + 1));
}

function fieldOf(place: string): string {
  return place.split(".", 1)[0] as string;
}
