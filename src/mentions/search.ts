import type { Tenure } from "../digest/schema.ts";
import { plainOf, type Searched, type Text } from "./search-index.ts";

/** Chinese, Japanese and Korean words stand without spaces between them. */
const SPACELESS = /[\u2e80-\ua4cf\uac00-\ud7ff]/;

/** A word that is asked, as a plain text holds it where one of its words begins so, and where it is one. */
interface Word {
  readonly start: string;
  readonly whole: string;
}

export interface Hit {
  readonly id: string;
  /** The written name that was found, where the actor's chief name does not tell why. */
  readonly form?: string;
  /** The role that was found, where neither names nor description tell why. */
  readonly tenure?: Tenure;
}

type Scored = Hit & { readonly score: number };

/** How well an actor answers a search, the better the greater. */
const NO_MATCH = 0;
/** A name begins so once nothing joins its words. */
const RUN_TOGETHER = 1;
/** Some words stand in the description or a role. */
const BY_ABOUT = 2;
/** The words stand in several names. */
const BY_NAMES = 3;
/** All words stand in one name: anywhere in it, side by side as they are asked, or they are all of it. */
const BY_ONE_NAME = { words: 4, phrase: 6, whole: 8 };
/** So much the better where it is the chief name. */
const CHIEF = 1;
/** So much the better, above all else, where no word only begins one of another language, of the description or of a role. */
const STRICT = 10;

/**
 * The actors in whose names, description or roles words begin with each of those asked, in any order, best first, those of whom nothing
 * is said last among equals; all, by name, where no word is asked. Case, accents, width and what stands between words do not matter.
 */
export function searchActors(query: string, index: readonly Searched[]): Hit[] {
  const asked = plainOf(query).trim();
  const words = wordsOf(asked);
  if (!words.length) return index.map(({ id }) => ({ id }));
  return index
    .map((actor) => ({ ...match(actor, words, asked), isSilent: actor.isSilent }))
    .filter(({ score }) => score > NO_MATCH)
    .sort((a, b) => b.score - a.score || Number(a.isSilent) - Number(b.isSilent))
    .map(({ score: _, isSilent: __, ...hit }) => hit);
}

/** Whether each word of a query begins one of a text. */
export function standsIn(query: string, text: string): boolean {
  const plain = plainOf(text);
  return wordsOf(plainOf(query)).every(({ start }) => plain.includes(start));
}

function match(actor: Searched, words: readonly Word[], asked: string): Scored {
  const strict = matchBy(actor, words, asked, ({ plain, isOwn }, { start, whole }) =>
    plain.includes(isOwn ? start : whole),
  );
  if (strict.score) return { ...strict, score: strict.score + STRICT };
  const loose = matchBy(actor, words, asked, ({ plain }, { start }) => plain.includes(start));
  return loose.score ? loose : runTogether(actor, asked);
}

type Holds = (text: Text, word: Word) => boolean;

function matchBy(actor: Searched, words: readonly Word[], asked: string, holds: Holds): Scored {
  const { id, forms } = actor;
  const scores = forms.map((form, i) => inOneName(form, words, asked, holds) + (i === 0 ? CHIEF : 0));
  const [chief = 0] = scores;
  const score = Math.max(...scores);
  if (score === CHIEF) return inSeveral(actor, words, holds);
  return { id, score, ...(chief === CHIEF && { form: forms[scores.indexOf(score)]?.written ?? "" }) };
}

function inOneName(form: Text, words: readonly Word[], asked: string, holds: Holds): number {
  // There are many names, and most of them stop here.
  for (const word of words) if (!holds(form, word)) return NO_MATCH;
  if (form.plain === ` ${asked} `) return BY_ONE_NAME.whole;
  return form.plain.includes(` ${asked}`) ? BY_ONE_NAME.phrase : BY_ONE_NAME.words;
}

/** Where no name holds all the words; what the chief name does not tell, the one that holds the most of it does, and so do roles. */
function inSeveral({ id, forms, description, roles }: Searched, words: readonly Word[], holds: Holds): Scored {
  const missing = (texts: readonly Text[], of: readonly Word[]) =>
    of.filter((word) => !texts.some((text) => holds(text, word)));
  const untold = missing(forms.slice(0, 1), words);
  const form = fullest(forms, untold, holds)?.written;
  const unnamed = missing(forms, untold);
  const undescribed = missing([description], unnamed);
  const tenure = fullest(roles.toReversed(), undescribed, holds)?.tenure;
  const isTold = !missing(roles, undescribed).length;
  const score = unnamed.length ? BY_ABOUT : BY_NAMES;
  return { id, score: isTold ? score : NO_MATCH, ...(form && { form }), ...(tenure && { tenure }) };
}

/** The first of the texts that hold most of the words. */
function fullest<T extends Text>(texts: readonly T[], words: readonly Word[], holds: Holds): T | undefined {
  const amounts = texts.map((text) => words.filter((word) => holds(text, word)).length);
  const most = Math.max(0, ...amounts);
  return most ? texts[amounts.indexOf(most)] : undefined;
}

function runTogether({ id, forms }: Searched, asked: string): Scored {
  const run = asked.replaceAll(" ", "");
  const at = forms.findIndex(({ plain }) => plain.replaceAll(" ", "").startsWith(run));
  return { id, score: at < 0 ? NO_MATCH : RUN_TOGETHER, ...(at > 0 && { form: forms[at]?.written ?? "" }) };
}

function wordsOf(plain: string): Word[] {
  return plain
    .split(" ")
    .filter(Boolean)
    .map((word) => (SPACELESS.test(word) ? { start: word, whole: word } : { start: ` ${word}`, whole: ` ${word} ` }));
}
