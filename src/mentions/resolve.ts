import type { Hit } from "./find.ts";
import type { Evidence, Mention, OpenHit } from "./mention.ts";
import type { NameEntry, NameIndex } from "./name-index.ts";

/** The page's title, as a place where names stand: before every block. */
export const TITLE = -1;

/** What one block's hits establish at once, before the rest of the article is asked. */
export interface BlockHits {
  readonly settled: readonly Mention[];
  readonly evidence: Evidence;
}

/** Splits hits into mentions that stand alone and those that wait for the rest of the article. */
export function sortHits(block: number, hits: readonly Hit[], index: NameIndex): BlockHits {
  const settled: Mention[] = [];
  const strong: { block: number; start: number; actor: string }[] = [];
  const context: { block: number; actor: string }[] = [];
  const rivals: { block: number; name: string }[] = [];
  const open: OpenHit[] = [];
  for (const { entry, start, end, rivalOf } of hits) {
    for (const actor of entry.context) context.push({ block, actor });
    const [only, ...others] = entry.strong;
    if (rivalOf.length) rivals.push(...rivalOf.map((name) => ({ block, name })));
    else if (only && !others.length && !index.needContext.has(only)) {
      settled.push({ actor: only, start, end });
      if (!strong.some(({ actor }) => actor === only)) strong.push({ block, start, actor: only });
    } else if (only || entry.anchored.length) open.push({ block, start, end, name: entry.key, actor: null });
  }
  return { settled, evidence: { strong, context, rivals, open } };
}

/**
 * Every open hit with the actor that it stands for, given all that the article says, or null.
 * Shared and context-bound full names come first, since they anchor the surnames.
 */
export function resolveOpen(evidence: Evidence, index: NameIndex): OpenHit[] {
  const byContext = new Set(evidence.context.map(({ actor }) => actor));
  const known = new Set(evidence.strong.map(({ actor }) => actor).filter((actor) => bearsWitness(index, actor)));
  const fullName = (entry: NameEntry): string | null => {
    const [candidate, ...others] = entry.strong.filter(
      (actor) => byContext.has(actor) || (entry.strong.length === 1 && known.size > 0),
    );
    return candidate && !others.length ? candidate : null;
  };

  const bearers = [...evidence.strong];
  const entries = evidence.open.map((hit) => index.byKey.get(hit.name));
  const resolved = evidence.open.map((hit, i) => {
    const entry = entries[i];
    const actor = entry?.strong.length ? fullName(entry) : null;
    if (actor) bearers.push({ block: hit.block, start: hit.start, actor });
    return { ...hit, actor };
  });

  const firstSeen = firstPlaces(bearers);
  const rivals = [...new Set(evidence.rivals.map(({ name }) => name))];
  // Somebody else's "Kim Jong …" bears the name Kim as well.
  const isOutOfPlay = (name: string) => rivals.some((rival) => rival === name || rival.startsWith(`${name} `));
  return resolved.map((hit, i) => {
    const entry = entries[i];
    if (!entry || entry.strong.length || isOutOfPlay(hit.name)) return hit;
    const present = entry.anchored.filter((actor) => firstSeen.has(actor));
    const introduced = present.filter((actor) => isBefore(firstSeen.get(actor) as Place, hit));
    const [only, ...others] = introduced.length ? introduced : present;
    return { ...hit, actor: only && !others.length ? only : null };
  });
}

interface Place {
  readonly block: number;
  readonly start: number;
}

function firstPlaces(bearers: Evidence["strong"]): Map<string, Place> {
  const first = new Map<string, Place>();
  for (const place of bearers) {
    const known = first.get(place.actor);
    if (!known || isBefore(place, known)) first.set(place.actor, place);
  }
  return first;
}

/** The title stands before all; of what came later nobody knows, so it counts as before, which leads to fewer guesses. */
function isBefore(a: Place, b: Place): boolean {
  if (a.block !== b.block && (a.block < 0 || b.block < 0)) return true;
  return a.block < b.block || (a.block === b.block && a.start < b.start);
}

/** A known person or organisation beside a common name tells that the article is about this digest's world; a state does not. */
function bearsWitness(index: NameIndex, actor: string): boolean {
  const kind = index.kinds.get(actor);
  return kind === "person" || kind === "organisation";
}
