import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { attempt } from "./yaml-file.ts";

/** The text that was read of a source. */
export interface ArticleText {
  /** As sources name it: sha256: and the hexadecimal digest of the file. */
  readonly hash: string;
  readonly file: string;
  /** Index 0 is paragraph 1. */
  readonly paragraphs: readonly string[];
}

/**
 * The plain texts of a folder, in order of file name.
 * @throws DigestError where it cannot be read
 */
export function readArticleTexts(folder: string): ArticleText[] {
  return attempt(folder, () => readdirSync(folder))
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => {
      const path = join(folder, file);
      const bytes = attempt(path, () => readFileSync(path));
      const hash = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
      return { hash, file, paragraphs: paragraphsOf(bytes.toString("utf8")) };
    });
}

/** Its non-empty lines. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}
