import { say, type Words } from "../card/words.ts";
import type { Imported, NoImport } from "../settings-file.ts";
import { fieldNames } from "./settings-view.ts";

/** What became of a file of settings, line by line. */
export function fileReport(imported: Imported | NoImport, words: Words): string[] {
  if (imported === "no-json") return [say(words, "import_no_json")];
  if (imported === "no-settings") return [say(words, "import_no_settings")];
  const { taken, healed, unknown, isLater } = imported;
  const line = (key: "import_taken" | "import_healed" | "import_unknown", fields: readonly string[]) =>
    fields.length ? [say(words, key, fieldNames(words, fields))] : [];
  return [
    ...(isLater ? [say(words, "import_later")] : []),
    ...line("import_taken", taken),
    ...line("import_healed", healed),
    ...line("import_unknown", unknown),
  ];
}
