import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes a copy of the built extension that has its words in one language only: to ask for another than its own, a browser would need a language pack. */
export function writeInLanguage(language: string, extension: string, copy: string): void {
  const locales = join(extension, "_locales");
  cpSync(extension, copy, {
    recursive: true,
    filter: (path) => !path.startsWith(join(locales, "/")) || path.startsWith(join(locales, language)),
  });
  const manifest = join(copy, "manifest.json");
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, "utf8")), default_locale: language }));
}
