import type { Actor } from "../../src/digest/schema.ts";
import { indexNames, type NameIndex } from "../../src/mentions/name-index.ts";
import { judge } from "../../src/text/article.ts";
import { mark, markWithMarkJs, nextTask, type Sample, walk, walkBare } from "./contestants.ts";

/** What the bench reaches inside the page, as `bench`. */
export type { Sample } from "./contestants.ts";
export type Contestant = "bare" | "walk" | "mark" | "markJs";

let names: string[] = [];
let index: NameIndex;

/** Makes the page ready, and tells how fine its clock is, in ms, and how many characters of text it has. */
export function prepare(actors: readonly Actor[]): { clockStep: number; chars: number } {
  const forms = actors.flatMap((actor) => actor.names).filter(({ strength }) => strength !== "weak");
  names = [...new Set(forms.map(({ form }) => form))];
  index = indexNames(actors);
  // Undoing its marks, mark.js joins text nodes that touch; so nobody finds them apart.
  document.body.normalize();
  return { clockStep: clockStep(), chars: document.body.textContent.length };
}

/** One contestant's turn, the mean of so many times in a row. @throws Error where it leaves the page other than it was */
export async function sample(contestant: Contestant, times: number): Promise<Sample> {
  const before = document.body.innerHTML;
  await settle();
  const samples: Sample[] = [];
  for (let i = 0; i < times; i++) samples.push(await run(contestant));
  if (document.body.innerHTML !== before) throw new Error(`${contestant} left the page other than it was`);
  const mean = (read: (one: Sample) => number) => samples.reduce((sum, one) => sum + read(one), 0) / times;
  return { ms: mean(({ ms }) => ms), workerMs: mean(({ workerMs = 0 }) => workerMs), marks: samples[0]?.marks ?? 0 };
}

function run(contestant: Contestant): Sample | Promise<Sample> {
  if (contestant === "bare") return walkBare();
  if (contestant === "walk") return walk();
  if (contestant === "markJs") return markWithMarkJs(names);
  const { isArticle: _, reason: __, ...page } = judge(document, new URL(location.href));
  return mark(page, index);
}

/** Lets what the one before left to do be done: nobody pays for another's layout. */
async function settle(): Promise<void> {
  document.body.getBoundingClientRect();
  await nextTask();
}

/** Browsers round the clock; the smallest step seen is what a time can be trusted to. */
function clockStep(): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 20; i++) {
    const start = performance.now();
    let now = start;
    while (now === start) now = performance.now();
    least = Math.min(least, now - start);
  }
  return least;
}
