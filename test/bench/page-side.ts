import { openDictionary } from "../../src/mentions/dictionary.ts";
import type { NameIndex } from "../../src/mentions/name-index.ts";
import { writeDictionary } from "../../src/mentions/write-dictionary.ts";
import { readLeast, walkBare } from "./floor.ts";
import { entry, findAll, gate, hitTest, mark, type Question, roundTrip, walk } from "./ours.ts";
import { Peers } from "./peers.ts";
import { ANSWER, ASK, type Contestant, type Sample, type Tasks } from "./tasks.ts";

let peers: Peers;
let index: NameIndex;
/** What the last reading of this page asked the worker. */
let questions: Question[] = [];

const tasks: Tasks = {
  cold: async (turn) => {
    const whole = { hitTest, roundTrip, entry };
    return turn in whole ? whole[turn as keyof typeof whole]() : run(turn as Contestant);
  },

  prepare(actors) {
    const forms = actors.flatMap((actor) => actor.names).filter(({ strength }) => strength !== "weak");
    peers = new Peers([...new Set(forms.map(({ form }) => form))]);
    index = openDictionary(writeDictionary({ actors }));
    // Undoing its marks, mark.js joins text nodes that touch; so nobody finds them apart.
    document.body.normalize();
    return { clockStep: clockStep(), chars: document.body.textContent.length };
  },

  async sample(contestant, times) {
    const before = document.body.innerHTML;
    // What the contestant before left to lay out is no part of this one's time.
    document.body.getBoundingClientRect();
    await new Promise((resolve) => setTimeout(resolve));
    const samples: Sample[] = [];
    for (let i = 0; i < times; i++) samples.push(await run(contestant));
    if (document.body.innerHTML !== before) throw new Error("it left the page other than it was");
    return { ...samples[0], ms: samples.reduce((sum, { ms }) => sum + ms, 0) / times };
  },
};

document.addEventListener(ASK, async (event) => {
  event.preventDefault();
  const [name, ...args] = JSON.parse((event as CustomEvent<string>).detail);
  const answer = await answerTo(name, args);
  document.dispatchEvent(new CustomEvent(ANSWER, { detail: JSON.stringify(answer) }));
});

async function answerTo(name: keyof Tasks, args: unknown[]): Promise<{ value: unknown } | { error: string }> {
  try {
    const task = tasks[name] as (...args: unknown[]) => unknown;
    return { value: await task(...args) };
  } catch (error) {
    return { error: `${name} ${args[0] ?? ""}: ${error}` };
  }
}

function run(contestant: Contestant): Sample | Promise<Sample> {
  switch (contestant) {
    case "bare":
      return walkBare();
    case "floor":
      return readLeast();
    case "gate":
      return gate();
    case "walk":
      return walk();
    case "mark":
      questions = [];
      return mark(questions);
    case "worker":
      return findAll(questions, index);
    default:
      return peers[contestant]();
  }
}

/** Browsers round the clock: a time can be trusted to the smallest step seen. */
function clockStep(): number {
  const steps = Array.from({ length: 20 }, () => {
    const start = performance.now();
    let now = start;
    while (now === start) now = performance.now();
    return now - start;
  });
  return Math.min(...steps);
}
