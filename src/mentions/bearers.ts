import type { Place, Whole } from "./evidence.ts";
import type { NameIndex } from "./name-index.ts";

/** The page's title, as a place where names stand: before every block. */
export const TITLE = -1;

/** Headline, by-line and the first paragraph introduce whom an article is about. */
const LEAD = 3;

/** Where somebody is named, asked in constant time however often that is. */
export class Places {
  /** The first place in each block. */
  readonly #starts = new Map<number, number>();
  #firstBlock = Number.POSITIVE_INFINITY;
  #later = 0;

  add({ block, start }: Place): void {
    const known = this.#starts.get(block);
    if (known === undefined && block < 0) this.#later++;
    this.#starts.set(block, Math.min(start, known ?? start));
    if (block >= 0) this.#firstBlock = Math.min(this.#firstBlock, block);
  }

  /** In how many blocks. */
  get size(): number {
    return this.#starts.size;
  }

  get firstBlock(): number {
    return this.#later > 0 ? TITLE : this.#firstBlock;
  }

  /** Whether this one is named before the other is, as far as anybody knows. */
  startsBefore(other: Places): boolean {
    if (this.#later || other.#later) return false;
    if (this.#firstBlock !== other.#firstBlock) return this.#firstBlock < other.#firstBlock;
    const block = this.#firstBlock;
    return (this.#starts.get(block) ?? 0) < (other.#starts.get(block) ?? 0);
  }

  isNear({ block }: Place): boolean {
    return this.#starts.has(block) || this.#starts.has(block - 1);
  }

  /** Whether one stands earlier in the same block. */
  isInBlockBefore({ block, start }: Place): boolean {
    return (this.#starts.get(block) ?? Number.POSITIVE_INFINITY) < start;
  }

  /** The title stands before all; of what came later nobody knows, so it counts as before, which leads to fewer guesses. */
  isBefore(place: Place): boolean {
    if (this.isInBlockBefore(place)) return true;
    const isHere = this.#starts.has(place.block);
    if (place.block < 0) return this.size > (isHere ? 1 : 0);
    return this.#later > 0 || this.#firstBlock < place.block;
  }
}

/** Who has been named so that nobody else can be meant, and where. */
export class Bearers {
  readonly #places = new Map<string, Places>();

  constructor(strong: Whole["strong"]) {
    for (const { actor, block, start } of strong) this.add(actor, { block, start });
  }

  add(actor: string, place: Place): void {
    const places = this.#places.get(actor) ?? new Places();
    this.#places.set(actor, places);
    places.add(place);
  }

  has(actor: string): boolean {
    return this.#places.has(actor);
  }

  before(place: Place, actors: readonly string[]): string[] {
    return actors.filter((actor) => this.#places.get(actor)?.isBefore(place));
  }

  /** Of several, the one whom title or lead introduce, where the others are named in one passage each, and not in this one or just before. */
  mainOf(actors: readonly string[], place: Place, first: number): string | null {
    const all = actors.map((actor) => ({ actor, places: this.#places.get(actor) as Places }));
    const [main, ...rivals] = all.sort((a, b) => b.places.size - a.places.size);
    if (!main || main.places.size < 2 || main.places.firstBlock > first + LEAD) return null;
    return rivals.every(({ places }) => places.size === 1 && main.places.startsBefore(places) && !places.isNear(place))
      ? main.actor
      : null;
  }

  startsBefore(actor: string, others: Places): boolean {
    return this.#places.get(actor)?.startsBefore(others) ?? false;
  }

  /** Whether the article is about this one: introduced by title or lead, named in more passages than the strangers, of whom none stands in this or the one before. */
  leads(actor: string, strangers: Places, place: Place, first: number): boolean {
    const own = this.#places.get(actor);
    if (!own || own.size < 2 || own.firstBlock > first + LEAD || own.size <= strangers.size) return false;
    return own.startsBefore(strangers) && !strangers.isNear(place);
  }

  inBlock(place: Place, actors: readonly string[]): string[] {
    return actors.filter((actor) => this.#places.get(actor)?.isInBlockBefore(place));
  }
}

/** Who bears a name in one form bears it in all: Kim Jong … is a Kim, Лаврова may be a Лавров. */
export function strangersByName(rivals: Whole["rivals"], index: NameIndex): (name: string) => Places {
  const found = new Map<string, Places>();
  return (name) => {
    const known = found.get(name);
    if (known) return known;
    const own = new Set(index.entry(name).bearers);
    const places = new Places();
    for (const rival of rivals) if (index.entry(rival.name).bearers.some((actor) => own.has(actor))) places.add(rival);
    found.set(name, places);
    return places;
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
