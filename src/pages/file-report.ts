import { say, type Words } from "../card/words.ts";
import type { Imported, NoImport } from "../settings-file.ts";
import { sayApart } from "./say-apart.ts";
import { placesSaid } from "./settings-fields-said.ts";
import type { Said } from "./status-view.ts";

/** What became of a file of settings, line by line. */
export function fileReport(document: Document, words: Words, file: string, imported: Imported | NoImport): Said[] {
  const about = (key: "import_no_json" | "import_no_settings" | "import_from") =>
    sayApart(document, words, key, say(words, "quoted_title", file));
  if (imported === "no-json") return [about("import_no_json")];
  if (imported === "no-settings") return [about("import_no_settings")];
  const { taken, healed, unknown, isLater } = imported;
  const line = (key: "import_taken" | "import_healed" | "import_unknown", places: readonly string[]) =>
    places.length ? [sayApart(document, words, key, placesSaid(document, words, places))] : [];
  /** A list keeps what was on it. */
  const added = (list: string) => {
    const entries = taken.filter((place) => place.startsWith(`${list}.`));
    const said = [[list], entries].map((places) => placesSaid(document, words, places));
    return entries.length ? [sayApart(document, words, "import_added", ...said)] : [];
  };
  return [
    about("import_from"),
    ...(isLater ? [say(words, "import_later")] : []),
    ...line(
      "import_taken",
      taken.filter((place) => !place.includes(".")),
    ),
    ...["sites", "ignored"].flatMap(added),
    ...line("import_healed", healed),
    ...line("import_unknown", unknown),
  ];
}
