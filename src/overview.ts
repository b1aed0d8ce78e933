import type { Mark } from "./highlights/marks.ts";
import { reveal } from "./highlights/reveal.ts";
import { type Target, targetsOn } from "./highlights/target.ts";
import { inOrder } from "./highlights/walk.ts";
import { world } from "./isolated-world.ts";
import { hear } from "./messages.ts";
import type { Overview, Visit } from "./protocol.ts";
import type { Reading } from "./reading.ts";

// A popup that is opened again brings this script again.
world.overview?.abort();
const life = new AbortController();
world.overview = life;
hear({ overview, visit }, life.signal);
// The page tells the place until the reader does something on it.
document.addEventListener("pointerdown", () => world.reading?.showCurrent(null), { signal: life.signal });

function overview(): Overview | "unread" | "absent" {
  const { isHere, shown, reading } = world;
  // Into a page that is still loading it comes by itself.
  if (!shown) return isHere || document.readyState !== "complete" ? "unread" : "absent";
  // The toolbar counts those as well who are not to be seen just now.
  const marked = reading?.actors() ?? [];
  const counts = new Map([...marked].map((actor) => [actor, 0]));
  for (const { mark } of targetsOf(reading)) {
    const { actor } = mark.mention;
    counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  const actors = [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => b.count - a.count);
  const named = reading?.actors({ ignored: [], ignoredKinds: [] }) ?? [];
  const leftOut = [...named].filter((actor) => !counts.has(actor));
  return { ...shown, isHidden: reading?.isShown === false, actors, leftOut };
}

function visit(actor: string, by: 1 | 0 | -1): Visit | null {
  const { reading } = world;
  const targets = targetsOf(reading).filter(({ mark }) => mark.mention.actor === actor);
  const before = targets.findIndex(({ mark }) => isAt(mark));
  const at = before < 0 ? 0 : (before + by + targets.length) % targets.length;
  const mark = targets[at]?.mark;
  if (!reading || !mark) return null;
  world.visited = { block: mark.block.id, start: mark.mention.start };
  reveal(mark);
  reading.showCurrent(mark);
  return { at: at + 1, of: targets.length, passage: mark.block.text };
}

function isAt({ block, mention }: Mark): boolean {
  return block.id === world.visited?.block && mention.start === world.visited.start;
}

/** Those to be seen, wherever the window stands. */
function targetsOf(reading: Reading | undefined): Target[] {
  return reading ? inOrder(reading.marks().flatMap(targetsOn)) : [];
}
