import type { Hit } from "./find.ts";
import { isName } from "./match.ts";
import type { Evidence, Mention, OpenHit } from "./mention.ts";
import type { NameEntry, NameIndex } from "./name-index.ts";

/** The page's title, as a place where names stand: before every block. */
export const TITLE = -1;

/** What one block's hits establish at once, before the rest of the article is asked. */
export interface BlockHits {
  readonly settled: readonly Mention[];
  readonly evidence: Omit<Evidence, "dated">;
}

interface Place {
  readonly block: number;
  readonly start: number;
}

/** Splits hits into mentions that stand alone and those that wait for the rest of the article. */
export function sortHits(block: number, hits: readonly Hit[], index: NameIndex, when: string | undefined): BlockHits {
  const settled: Mention[] = [];
  const strong: { block: number; start: number; actor: string }[] = [];
  const open: OpenHit[] = [];
  for (const hit of hits) {
    const { entry, start, end, rivalOf, titled, isDoubtful } = hit;
    for (const actor of entry.anchors) strong.push({ block, start, actor });
    if (rivalOf.length || (needsTitle(entry) && !titled.length)) continue;
    if (isCertain(entry, index) && !isDoubtful) {
      const actor = entry.strong[0] as string;
      if (!isPossible(actor, index, when)) continue;
      settled.push({ actor, start, end });
      if (!strong.some((known) => known.actor === actor)) strong.push({ block, start, actor });
    } else if (isName(entry)) open.push(openHit(block, hit));
  }
  const context = hits.flatMap(({ entry }) => [
    ...entry.context.map((actor) => ({ block, actor })),
    ...entry.notContext.map((actor) => ({ block, actor, against: true as const })),
  ]);
  const rivals = hits.flatMap(({ rivalOf, start }) => rivalOf.map((name) => ({ block, start, name })));
  return { settled, evidence: { strong, context, rivals, open } };
}

function openHit(block: number, { entry, start, end, titled, isDoubtful }: Hit): OpenHit {
  const told = { ...(titled.length && { titled }), ...(isDoubtful && { isDoubtful }) };
  return { block, start, end, name: entry.key, ...told, actor: null };
}

/** 김, 习, 俄: a syllable stands for many names and words. */
const SYLLABLE = /^[\p{sc=Han}\p{sc=Hang}](?: \(|$)/u;

function needsTitle({ key, anchored }: NameEntry): boolean {
  return anchored.length > 0 && SYLLABLE.test(key);
}

/** One bearer, of whom nothing else has to be known. */
function isCertain({ strong, isSurname }: NameEntry, index: NameIndex): boolean {
  return strong.length === 1 && !isSurname && !index.bearer(strong[0] as string)?.hasNamesakes;
}

/**
 * Every open hit with the actor that it stands for, given all that the article says, or null.
 * @param when the article was published, YYYY[-MM[-DD]], where that is known
 */
export function resolveOpen(evidence: Omit<Evidence, "dated">, index: NameIndex, when: string | undefined): OpenHit[] {
  const hits = evidence.open.map((hit) => ({ hit, entry: index.entry(hit.name) }));
  const bearers = new Bearers(evidence.strong);
  const actors = new Map<OpenHit, string | null>();
  const settle = (hit: OpenHit, actor: string | null) => {
    actors.set(hit, actor);
    if (actor) bearers.add(actor, hit);
  };

  // Surnames that everybody knows and titles need nothing else; full names need context at most. All of them anchor the rest.
  for (const { hit, entry } of hits) if (!isFull(entry)) settle(hit, byTitle(hit, index, when));
  for (const { hit, entry } of hits)
    if (isFull(entry)) settle(hit, byContext(hit, entry, evidence, bearers, index, when));
  const strangers = strangersByName(evidence.rivals, index);
  for (const { hit, entry } of hits) {
    if (isFull(entry) || actors.get(hit)) continue;
    const rivals = strangers(hit.name);
    const actor = entry.strong.length
      ? rivals.length
        ? null
        : alone(hit, entry, evidence, bearers, index, when)
      : null;
    if (actor) settle(hit, actor);
  }
  return hits.map(({ hit, entry }) => {
    const known = actors.get(hit);
    if (hit.isDoubtful) return { ...hit, actor: onlyOne(entry.strong.filter((actor) => bearers.has(actor))) };
    if (known || isFull(entry)) return { ...hit, actor: known ?? null };
    const possible = [...entry.strong, ...entry.anchored].filter((actor) => isPossible(actor, index, when));
    return { ...hit, actor: byBearers(hit, possible, bearers, strangers(hit.name), index, when) };
  });
}

function isFull({ strong, isSurname }: NameEntry): boolean {
  return strong.length > 0 && !isSurname;
}

function byTitle({ titled = [] }: OpenHit, index: NameIndex, when: string | undefined): string | null {
  const possible = titled.filter((actor) => isPossible(actor, index, when));
  return onlyOne(possible.length > 1 ? possible.filter((actor) => isAlive(actor, index, when ?? NOW)) : possible);
}

/** A full name that others bear is told by a word, or by company that its bearer keeps. */
function byContext(
  { titled = [] }: OpenHit,
  { strong }: NameEntry,
  { context }: Pick<Evidence, "context">,
  bearers: Bearers,
  index: NameIndex,
  when: string | undefined,
): string | null {
  const told = strong.filter((actor) => {
    const about = index.bearer(actor);
    const words = context.filter((word) => word.actor === actor);
    if (!isPossible(actor, index, when) || words.some(({ against }) => against)) return false;
    if (strong.length === 1 && !about?.company) return true;
    return (
      titled.includes(actor) || words.length > 0 || [...(about?.company ?? [])].some((other) => bearers.has(other))
    );
  });
  return onlyOne(told);
}

/** A surname that in the world's press means one person, as long as nobody else bears it here. */
function alone(
  hit: OpenHit,
  entry: NameEntry,
  { context }: Pick<Evidence, "context">,
  bearers: Bearers,
  index: NameIndex,
  when: string | undefined,
): string | null {
  if (context.some(({ actor, against }) => against && entry.strong.includes(actor))) return null;
  const others = entry.anchored.filter((actor) => bearers.has(actor));
  if (others.length && !bearers.before(hit, entry.strong).length) return null;
  return onlyOne(entry.strong.filter((actor) => isPossible(actor, index, when)));
}

/** The one bearer whom the article has introduced by then; with others of the name, only where the passage itself tells. */
function byBearers(
  hit: OpenHit,
  possible: readonly string[],
  bearers: Bearers,
  strangers: readonly Place[],
  index: NameIndex,
  when: string | undefined,
): string | null {
  const before = strangers.filter((place) => isBefore(place, hit));
  const here = bearers.inBlock(hit, possible);
  const isStrangerHere = before.some(({ block }) => block === hit.block);
  if (here.length || isStrangerHere) return isStrangerHere ? null : onlyOne(here);
  const introduced = bearers.before(hit, possible);
  if (before.length || (!introduced.length && strangers.length)) return null;
  const present = introduced.length ? introduced : possible.filter((actor) => bearers.has(actor));
  if (!present.length) return onlyOne(possible.filter((actor) => isAnchoredByOthers(actor, bearers, index)));
  if (present.length < 2 || !when) return onlyOne(present);
  return onlyOne(present.filter((actor) => isAlive(actor, index, when)));
}

function isAnchoredByOthers(actor: string, bearers: Bearers, index: NameIndex): boolean {
  return index.bearer(actor).anchoredBy.some((other) => bearers.has(other));
}

/** Who has been named so that nobody else can be meant, and where. */
class Bearers {
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
function strangersByName(rivals: Evidence["rivals"], index: NameIndex): (name: string) => readonly Place[] {
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

const NOW = "9999";

/** News of an earlier time means somebody else. */
function isPossible(actor: string, index: NameIndex, when: string | undefined): boolean {
  const from = index.bearer(actor)?.active?.from;
  return !when || !from || !isEarlier(when, from);
}

function isAlive(actor: string, index: NameIndex, when: string): boolean {
  const to = index.bearer(actor)?.active?.to;
  return !to || !isEarlier(to, when);
}

/** Whether a date is earlier than another, as far as both are known. */
function isEarlier(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

function onlyOne(actors: readonly string[]): string | null {
  const [only, ...others] = new Set(actors);
  return only !== undefined && !others.length ? only : null;
}

/** The title stands before all; of what came later nobody knows, so it counts as before, which leads to fewer guesses. */
function isBefore(a: Place, b: Place): boolean {
  if (a.block !== b.block && (a.block < 0 || b.block < 0)) return true;
  return a.block < b.block || (a.block === b.block && a.start < b.start);
}
