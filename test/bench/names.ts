import AhoCorasick from "modern-ahocorasick";
import { findMentions } from "../../src/mentions/find-mentions.ts";
import type { NamedActors } from "../../src/mentions/forms.ts";
import { NO_EVIDENCE, type Passage } from "../../src/mentions/mention.ts";
import { indexNames } from "../../src/mentions/name-index.ts";
import { median } from "./spread.ts";

type Named = NamedActors["actors"][number];

/** One way to find names: gets ready for some names, then finds them in paragraphs; the answer is how many. */
interface Contestant {
  readonly name: string;
  readonly prepare: (actors: readonly Named[]) => (paragraphs: readonly string[]) => number;
}

/** How many names a digest may have. */
export const NAME_COUNTS: readonly number[] = [70, 1_000, 10_000, 100_000];
const CHARS = 10_000;
/** Turns before the measured ones, for the engine to compile what it runs often. */
const WARM_UP = 3;
const SYLLABLES = "an be cor da el fi gro ha im jo ka lu mo ni or pa qui ro sa to ul va wi xe ya zo".split(" ");

const CONTESTANTS: readonly Contestant[] = [
  {
    name: "ours",
    prepare(actors) {
      const index = indexNames({ actors });
      return (paragraphs) => {
        const passages: Passage[] = paragraphs.map((text, id) => ({ id, text }));
        const { mentions } = findMentions(passages, { title: "", language: "en" }, NO_EVIDENCE, index);
        return Object.values(mentions).reduce((all, { length }) => all + length, 0);
      };
    },
  },
  {
    name: "one regex",
    prepare(actors) {
      const forms = formsOf(actors).sort((a, b) => b.length - a.length);
      const names = new RegExp(
        `\\b(?:${forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})\\b`,
        "g",
      );
      // The engine compiles it at the first use.
      names.test("");
      return (paragraphs) => paragraphs.reduce((all, text) => all + (text.match(names)?.length ?? 0), 0);
    },
  },
  {
    name: "modern-ahocorasick",
    prepare(actors) {
      const search = new AhoCorasick(formsOf(actors));
      return (paragraphs) => paragraphs.reduce((all, text) => all + search.search(text).length, 0);
    },
  },
];

/** Prints how long each takes to get ready and to scan, by number of names; all turns interleaved. */
export function benchNames(runs: number, known: readonly Named[], prose: readonly string[]): void {
  const paragraphs = cut(prose);
  const chars = paragraphs.reduce((all, { length }) => all + length, 0);
  console.log(`Medians in ms of ${runs} interleaved runs in Node ${process.versions.node}: ${chars} characters of English news prose.
index  from actors to ready; ours splits, folds and sorts a name only once a text has its first word
scan   all paragraphs; ours also settles whom every surname means, the others only find strings
×n     times the same contestant's scan of ${NAME_COUNTS[0]} names; and beside it, times ours

names    contestant             index         scan    growth   of ours   found`);
  const base = new Map<string, number>();
  for (const count of NAME_COUNTS) {
    const actors = withNames(known, count);
    const times = new Map(
      CONTESTANTS.map(({ name }) => [name, { index: [] as number[], scan: [] as number[], found: 0 }]),
    );
    for (let run = -WARM_UP; run < runs; run++) {
      for (const { name, prepare } of CONTESTANTS) {
        const start = performance.now();
        const find = prepare(actors);
        const ready = performance.now();
        // The first scan warms this index as earlier pages warm the worker's.
        find(paragraphs);
        const warm = performance.now();
        const found = find(paragraphs);
        const end = performance.now();
        const own = times.get(name);
        if (run < 0 || !own) continue;
        own.index.push(ready - start);
        own.scan.push(end - warm);
        own.found = found;
      }
    }
    const ours = median(times.get("ours")?.scan ?? []);
    for (const [name, { index, scan, found }] of times) {
      const time = median(scan);
      if (!base.has(name)) base.set(name, time);
      const growth = `×${(time / (base.get(name) ?? time)).toFixed(2)}`;
      const ratio = `×${(time / ours).toFixed(1)}`;
      console.log(
        `${String(count).padEnd(8)} ${name.padEnd(20)} ${ms(index)} ${ms(scan)} ${growth.padStart(9)} ${ratio.padStart(9)} ${String(found).padStart(7)}`,
      );
    }
  }
}

function ms(values: readonly number[]): string {
  return median(values).toFixed(2).padStart(12);
}

function formsOf(actors: readonly Named[]): string[] {
  return [...new Set(actors.flatMap(({ names }) => names.map(({ form }) => form)))];
}

/** As much prose as is measured, in whole paragraphs. */
function cut(prose: readonly string[]): string[] {
  let chars = 0;
  return prose.filter((text) => {
    chars += text.length;
    return chars <= CHARS;
  });
}

/** Actors with that many names in all: the known ones by their first names, the same each time, then invented people. */
export function withNames(known: readonly Named[], count: number): Named[] {
  const [least = 0] = NAME_COUNTS;
  const actors = known
    .slice(0, least)
    .map(({ id, kind, names }) => named(id, kind, names.find(({ language }) => language === "en")?.form ?? id));
  let rest = count - actors.length;
  const random = numbers();
  const word = () => {
    const text = Array.from({ length: 2 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]).join("");
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  for (; rest > 0; rest--) {
    const form = `${word()} ${word()}`;
    actors.push(named(`p${rest}`, "person", form));
  }
  return actors;
}

function named(id: string, kind: Named["kind"], form: string): Named {
  const names: Named["names"] = [{ form, language: "en", strength: "strong" }];
  return { id, kind, names, titles: [], anchors: [], anchoredBy: [], context: [], notContext: [], notMe: [] };
}

/** The same numbers at every run (a linear congruence with the constants of the C standard's example). */
function numbers(): (below: number) => number {
  let seed = 1;
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return (seed >> 8) % below;
  };
}
