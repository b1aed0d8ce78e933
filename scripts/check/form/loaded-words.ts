import type { Fault } from "../../../src/digest/references.ts";
import type { Digest } from "../../../src/digest/schema.ts";
import { fault, type Path } from "../fault.ts";
import { viaOf } from "../speaker.ts";
import { plain, wordsOf } from "../wording.ts";

const QUOTATION = /<q>.*?<\/q>/gs;

/** Words of a list that takes sides, in the digest's own voice; what stands in <q> is somebody else's. A word may end in * for all its endings. */
export function loadedWordFaults(digest: Digest, loaded: readonly string[]): Fault[] {
  const texts: [path: Path, whose: string, text: string][] = [
    ...digest.claims.flatMap((claim, i): [Path, string, string][] => [
      [["claims", i, "text"], claim.id, claim.text],
      [["claims", i, "speaker"], claim.id, viaOf(claim)],
    ]),
    ...digest.topics.map(({ id, label }, i): [Path, string, string] => [["topics", i, "label"], id, label]),
    ...digest.actors.flatMap(({ id, description, facts, tenures }, i): [Path, string, string][] => [
      [["actors", i, "description"], id, description],
      ...facts.map(({ text }, k): [Path, string, string] => [["actors", i, "facts", k, "text"], id, text]),
      ...tenures.map(({ post }, k): [Path, string, string] => [["actors", i, "tenures", k, "post"], id, post]),
    ]),
    ...digest.events.map(({ id, label }, i): [Path, string, string] => [["events", i, "label"], id, label]),
    ...digest.links.map(({ from, basis }, i): [Path, string, string] => [["links", i, "basis"], from, basis]),
    ...digest.relations.map(({ from, type }, i): [Path, string, string] => [["relations", i, "type"], from, type]),
  ];
  const isLoaded = matcher(loaded);
  return texts.flatMap(([path, whose, text]) =>
    wordsOf(plain(text.replace(QUOTATION, " ")))
      .filter(isLoaded)
      .map((word) => fault(path, whose, "loaded", `a neutral word, or <q> around the speaker's, for “${word}”`)),
  );
}

function matcher(loaded: readonly string[]): (word: string) => boolean {
  const lower = loaded.map((word) => word.toLowerCase());
  const whole = new Set(lower.filter((word) => !word.endsWith("*")));
  const starts = lower.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
  return (word) => whole.has(word.replace(/'s$/, "")) || starts.some((start) => word.startsWith(start));
}
