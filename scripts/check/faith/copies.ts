import type { Fault } from "../../../src/digest/references.ts";
import { fault, type Path } from "../fault.ts";
import { plain, wordsOf } from "../wording.ts";

/** So many words in a row are the article's and not ours. */
const RUN = 9;

/** Texts of ours in which a run of an article's words stands; a source's title is the article's own. `known` tells of each run where it stands. */
export function copyFaults(item: object, whose: string, known: ReadonlyMap<string, string>): Fault[] {
  return textsOf(item).flatMap(([path, text]) => {
    const copied = runsOf(plain(text)).find((run) => known.has(run));
    return copied
      ? [fault(path, whose, "copy", `own words, not “${copied}”, which stand in ${known.get(copied)}`)]
      : [];
  });
}

/** Every run of that many words. */
export function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(" "));
}

function textsOf(value: unknown): [Path, string][] {
  if (typeof value === "string") return [[[], value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => key !== "title")
    .flatMap(([key, inner]) =>
      textsOf(inner).map(([path, text]): [Path, string] => [[Array.isArray(value) ? Number(key) : key, ...path], text]),
    );
}
