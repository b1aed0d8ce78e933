import type { Evidence } from "./mention.ts";
import type { NameIndex } from "./name-index.ts";

/** The page's title, as a place where names stand: before every block. */
export const TITLE = -1;

export interface Place {
  readonly block: number;
  readonly start: number;
}

/** Who has been named so that nobody else can be meant, and where. */
export class Bearers {
  readonly #places = new Map<string, Place[]>();

  constructor(strong: Evidence["strong"]) {
    for (const { actor, block, start } of strong) this.add(actor, { block, start });
  }

  add(actor: string, { block, start }: Place): void {
    const places = this.#places.get(actor);
    if (places) places.push({ block, start });
    else this.#places.set(actor, [{ block, start }]);
  }

  has(actor: string): boolean {
    return this.#places.has(actor);
  }

  before(place: Place, actors: readonly string[]): string[] {
    return actors.filter((actor) => this.#places.get(actor)?.some((known) => isBefore(known, place)));
  }

  inBlock(place: Place, actors: readonly string[]): string[] {
    return actors.filter((actor) =>
      this.#places.get(actor)?.some((known) => known.block === place.block && known.start < place.start),
    );
  }
}

/** Who bears a name in one form bears it in all: Kim Jong … is a Kim, Лаврова may be a Лавров. */
export function strangersByName(rivals: Evidence["rivals"], index: NameIndex): (name: string) => readonly Place[] {
  const found = new Map<string, readonly Place[]>();
  const bearersOf = (name: string) => {
    const { strong, anchored } = index.entry(name);
    return [...strong, ...anchored];
  };
  return (name) => {
    const own = bearersOf(name);
    const known =
      found.get(name) ?? rivals.filter((rival) => bearersOf(rival.name).some((actor) => own.includes(actor)));
    found.set(name, known);
    return known;
  };
}

/** News of an earlier time means somebody else. */
export function isPossible(actor: string, index: NameIndex, when: string | undefined): boolean {
  const from = index.bearer(actor).active?.from;
  return !when || !from || !isEarlier(when, from);
}

export function isAlive(actor: string, index: NameIndex, when: string): boolean {
  const to = index.bearer(actor).active?.to;
  return !to || !isEarlier(to, when);
}

/** Whether a date is earlier than another, as far as both are known. */
function isEarlier(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

/** The title stands before all; of what came later nobody knows, so it counts as before, which leads to fewer guesses. */
export function isBefore(a: Place, b: Place): boolean {
  if (a.block !== b.block && (a.block < 0 || b.block < 0)) return true;
  return a.block < b.block || (a.block === b.block && a.start < b.start);
}
