import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { parse } from "yaml";
import { paragraphsOf } from "./articles.ts";
import type { Article, Spotted } from "./spot.ts";

/** An article with every mention in it. */
export interface SpotCase extends Article {
  readonly name: string;
  readonly tests: string;
  readonly level: Level;
  readonly lang: string;
  readonly mentions: readonly Spotted[];
}

export const LEVELS = ["plain", "hard", "negative", "article"] as const;
export type Level = (typeof LEVELS)[number];

const casesSchema = v.array(
  v.strictObject({
    tests: v.string(),
    level: v.picklist(LEVELS),
    language: v.string(),
    published: v.exactOptional(v.string()),
    title: v.exactOptional(v.string()),
    text: v.string(),
  }),
);
/** A mention is written [text](actor); a bracket that stands in the text itself has a backslash before it. */
const LABEL = /(?<!\\)\[((?:\\.|[^\]\\])*)\]\(([a-z0-9-]+)\)/g;

/** The labelled cases of a folder of YAML files. @throws Error naming file and case */
export function readCases(folder: string): SpotCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .flatMap((file) => {
      const checked = v.safeParse(casesSchema, readYaml(join(folder, file)));
      if (checked.success)
        return checked.output.map(({ language, text, ...about }, i) => ({
          ...about,
          name: `${file}[${i}]`,
          lang: language,
          ...unlabel(text.trimEnd()),
        }));
      const [issue] = checked.issues;
      throw new Error(`${join(folder, file)}: ${v.getDotPath(issue)}: ${issue.message}`);
    });
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

/** Text with labels in it → the bare text, and the mentions by offset. */
export function unlabel(labelled: string): { text: string; mentions: Spotted[] } {
  const mentions: Spotted[] = [];
  let text = "";
  let before = 0;
  const bare = (part: string) => part.replace(/\\([[\]])/g, "$1");
  for (const { 0: label, 1: name = "", 2: actor = "", index } of labelled.matchAll(LABEL)) {
    text += bare(labelled.slice(before, index));
    const start = text.length;
    text += bare(name);
    mentions.push({ start, end: text.length, actor });
    before = index + label.length;
  }
  return { text: text + bare(labelled.slice(before)), mentions };
}

/**
 * The source articles with the mentions labelled in `labels`/<id>.tsv: paragraph, offset in it, name, actor. Empty where the articles are not there.
 * @throws Error where a label does not fit the text
 */
export function readArticles(labels: string, articles: string): SpotCase[] {
  if (!existsSync(articles)) return [];
  return readdirSync(labels)
    .filter((file) => file.endsWith(".tsv"))
    .sort()
    .map((file) => {
      const paragraphs = paragraphsOf(readFileSync(join(articles, file.replace(/tsv$/, "txt")), "utf8"));
      const starts = paragraphs.map((_, i) => paragraphs.slice(0, i).reduce((all, { length }) => all + length + 1, 0));
      const text = paragraphs.join("\n");
      const [, ...rows] = readFileSync(join(labels, file), "utf8").trim().split(/\r?\n/);
      const mentions = rows.map((row, i) => {
        const [paragraph, offset, name = "", actor = ""] = row.split("\t");
        const start = (starts[Number(paragraph) - 1] as number) + Number(offset);
        if (text.slice(start, start + name.length) !== name)
          throw new Error(`${join(labels, file)}:${i + 2}: paragraph ${paragraph} has no ${name} at ${offset}`);
        return { start, end: start + name.length, actor };
      });
      return { name: file, tests: "a source article", level: "article", lang: "en", text, mentions };
    });
}
