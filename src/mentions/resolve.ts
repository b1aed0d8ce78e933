import { Bearers, isAlive, isPossible, type Places, strangersByName } from "./bearers.ts";
import type { NameEntry } from "./entries.ts";
import type { PlacedHit, Whole } from "./evidence.ts";
import type { NameIndex } from "./name-index.ts";
import { isSyllable } from "./sort-hits.ts";

/** What is known of the article while its hits are resolved; bearers grow on the way. */
interface Article {
  /** Actors whom words of the article tell from namesakes, and those of whom they tell that a namesake is meant. */
  readonly context: ReadonlySet<string>;
  readonly notContext: ReadonlySet<string>;
  readonly bearers: Bearers;
  strangers: (name: string) => Places;
  /** Those of whom more than a word in capitals tells. */
  sureStrangers: (name: string) => Places;
  readonly index: NameIndex;
  readonly when: string | undefined;
  /** Id of the article's first block. */
  readonly firstBlock: number;
}

interface Waiting {
  readonly hit: PlacedHit;
  readonly entry: NameEntry;
}

/** Later than any date. */
const NOW = "9999";

/**
 * Every open hit with the actor that it stands for, given all that the article says, or null.
 * @param when the article was published, YYYY[-MM[-DD]], where that is known
 */
export function resolveOpen(
  { strong, context, notContext, rivals, open }: Whole,
  index: NameIndex,
  when: string | undefined,
  firstBlock: number,
): PlacedHit[] {
  const article: Article = {
    context,
    notContext,
    firstBlock,
    bearers: new Bearers(strong),
    strangers: strangersByName(rivals, index),
    sureStrangers: strangersByName(rivals, index),
    index,
    when,
  };
  const actors = new Map<PlacedHit, string>();
  const settle = (waiting: readonly Waiting[], by: (one: Waiting, article: Article) => string | null) => {
    for (const one of waiting) {
      const actor = actors.get(one.hit) ?? by(one, article);
      if (!actor) continue;
      actors.set(one.hit, actor);
      article.bearers.add(actor, one.hit);
    }
  };
  const hits = open.map((hit) => ({ hit, entry: index.entry(hit.name) }));
  const sure = hits.filter(({ hit }) => !hit.isDoubtful);
  const isFull = ({ entry }: Waiting) => entry.strong.length > 0 && !entry.isSurname;

  // Each step anchors what the next ones rest on: full names, titles beside a surname, surnames that everybody knows.
  settle(sure.filter(isFull), byContext);
  // A full name that nobody is told by is a stranger's.
  const lost = sure.filter((one) => isFull(one) && !actors.has(one.hit)).map(({ hit }) => hit);
  article.strangers = strangersByName([...rivals, ...lost], index);
  article.sureStrangers = strangersByName([...rivals.filter(({ isGuess }) => !isGuess), ...lost], index);
  settle(sure, byTitle);
  settle(
    sure.filter((one) => !isFull(one)),
    alone,
  );
  return hits.map((one) => ({
    ...one.hit,
    actor: actors.get(one.hit) ?? (isFull(one) ? null : byBearers(one, article)),
  }));
}

/** A full name that others bear is told by a word, or by company that its bearer keeps. */
function byContext({ hit, entry }: Waiting, { context, notContext, bearers, index, when }: Article): string | null {
  const meant = entry.strong.filter((actor) => {
    const { company } = index.bearer(actor);
    if (!isPossible(actor, index, when) || notContext.has(actor)) return false;
    if (entry.strong.length === 1 && !company) return true;
    return (
      hit.titled?.includes(actor) || context.has(actor) || [...(company ?? [])].some((other) => bearers.has(other))
    );
  });
  return onlyOne(meant);
}

/** President Xi; with strangers of the name about, or a single syllable, something else has to speak for the bearer as well. */
function byTitle({ hit, entry }: Waiting, { bearers, strangers, index, when }: Article): string | null {
  const possible = (hit.titled ?? []).filter((actor) => isPossible(actor, index, when));
  const actor = onlyOne(possible.length > 1 ? possible.filter((one) => isAlive(one, index, when ?? NOW)) : possible);
  if (!actor) return null;
  const isPlain = entry.strong.includes(actor) || (!isSyllable(entry) && !strangers(hit.name).isBefore(hit));
  const speaks =
    bearers.has(actor) || index.bearer(actor).kind !== "person" || isAnchoredByOthers(actor, bearers, index);
  return isPlain || speaks ? actor : null;
}

/** A surname that in the world's press means one person, as long as nobody else bears it here. */
function alone({ hit, entry }: Waiting, { notContext, bearers, strangers, index, when }: Article): string | null {
  if (!entry.strong.length || strangers(hit.name).size) return null;
  if (entry.strong.some((actor) => notContext.has(actor))) return null;
  if (entry.anchored.some((actor) => bearers.has(actor)) && !bearers.before(hit, entry.strong).length) return null;
  return onlyOne(entry.strong.filter((actor) => isPossible(actor, index, when)));
}

/** The one bearer whom the article has introduced by then; with others of the name, only where the passage itself tells. */
function byBearers(
  { hit, entry }: Waiting,
  { bearers, strangers, sureStrangers, index, when, firstBlock }: Article,
): string | null {
  if (isSyllable(entry)) return null;
  const possible = entry.bearers.filter((actor) => isPossible(actor, index, when));
  if (hit.isDoubtful) return onlyOne(possible.filter((actor) => bearers.has(actor)));
  const introduced = bearers.before(hit, possible);
  const known = introduced.length ? sureStrangers(hit.name) : strangers(hit.name);
  const here = bearers.inBlock(hit, possible);
  if (known.isInBlockBefore(hit)) return null;
  if (here.length) return onlyOne(here);
  // Of a famous name, a stranger takes no more than the passage: after Melania Trump, Trump is still who he was.
  const famous = introduced.filter((actor) => entry.strong.includes(actor));
  if (famous.length) return onlyOne(famous);
  const present = introduced.length ? introduced : possible.filter((actor) => bearers.has(actor));
  const [only0] = present;
  if (present.length === 1 && only0 !== undefined && known.size && bearers.leads(only0, known, hit, firstBlock))
    return only0;
  if (known.isBefore(hit)) return null;
  // A headline may use the surname before the full name comes: it means the first of the name, or whom everybody knows.
  const isFirst = (actor: string) => entry.strong.includes(actor) || bearers.startsBefore(actor, known);
  if (known.size && !introduced.length) return onlyOne(present.filter(isFirst));
  if (!present.length) return onlyOne(possible.filter((actor) => isAnchoredByOthers(actor, bearers, index)));
  const main = present.length > 1 ? bearers.mainOf(present, hit, firstBlock) : null;
  if (main) return main;
  if (present.length > 1 && when) return onlyOne(present.filter((one) => isAlive(one, index, when)));
  const only = onlyOne(present);
  // The dead are named later as somebody's father; they do not open an article by their surname.
  const mayBeAncestor = only && !introduced.length && !isAlive(only, index, NOW);
  return mayBeAncestor && possible.some((one) => isAlive(one, index, NOW)) ? null : only;
}

function isAnchoredByOthers(actor: string, bearers: Bearers, index: NameIndex): boolean {
  return index.bearer(actor).anchoredBy.some((other) => bearers.has(other));
}

function onlyOne(actors: readonly string[]): string | null {
  const [only, ...others] = new Set(actors);
  return only !== undefined && !others.length ? only : null;
}
