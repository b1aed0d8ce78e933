import { isTelling } from "./capitals.ts";
import { findAt, isName } from "./match.ts";
import type { NameIndex } from "./name-index.ts";
import { ADJECTIVE, isInstitution, mayBeName } from "./ordinary-words.ts";
import type { Text } from "./text.ts";
import type { Match } from "./whole.ts";

/** What shows a known name to be another's, or a part of it. */

/** Who took the picture may bear any name. */
const CREDIT = /(?:©|\b(?:photos?|fotos?|pictures?|images?|illustrations?) ?(?:by|:|credit:?)|(?:^|\P{L})фото:?) ?$/iu;
const LONGEST_CREDIT = 20;
const CREDIT_END = /^\s*(?:$|[/|©)]|,? (?:for |via )?(?:AFP|AP|EPA|Getty|Reuters)\b)/;
const AGE = /^,? (?:\(|aged )?(\d{1,2})[,)]/;
const LONGEST_AGE = 12;
const LEAST_BRACKETED_AGE = 15;

/** Whether another name follows that is nobody's full name: Mushtaq Ahmad, the Lombardi Award; of a famous one, only an institution. */
export function isFollowedByName(text: Text, { last, entry }: Match, index: NameIndex): boolean {
  const next = text.tokens[last + 1];
  if (next?.gap !== " " || next.capitals !== "first") return false;
  if (isInstitution(next.text)) return true;
  if (entry.strong.length || !isTelling(text)) return false;
  return mayBeName(next.text, "after") && !findAt(text, last + 1, index).some(({ entry }) => entry.strong.length);
}

/** Sergei Lavrov-Smith: a full name that goes on behind a hyphen, with what is no known name and no participle. */
export function goesOn(text: Text, { last }: Match, index: NameIndex): boolean {
  const next = text.tokens[last + 1];
  if (next?.gap !== "-" || next.capitals !== "first" || !isTelling(text) || ADJECTIVE.test(next.text)) return false;
  return mayBeName(next.text, "after") && !findAt(text, last + 1, index).some(({ entry }) => isName(entry));
}

/** Whether an age stands behind the name that none of its bearers can have had in the news: Matthew Miller, 24, of Bakersfield. */
export function isOfOtherAge({ text, when }: Text, { entry, end }: Match, index: NameIndex): boolean {
  const found = AGE.exec(text.slice(end, end + LONGEST_AGE));
  if (!found) return false;
  const age = Number(found[1]);
  // In brackets stand ranks and goals as well.
  if (found[0].includes("(") && age < LEAST_BRACKETED_AGE) return false;
  return entry.bearers.every((actor) => {
    const { born, from, to } = index.bearer(actor).active ?? {};
    if (!born) return false;
    const years = (date: string) => Number(date.slice(0, 4)) - Number(born.slice(0, 4));
    const latest = to ?? when;
    return (from !== undefined && age < years(from) - 1) || (latest !== undefined && age > years(latest) + 1);
  });
}

/** Whether the name stands where a picture's author does. */
export function isCredited({ text }: Text, { start, end }: Match): boolean {
  return CREDIT.test(text.slice(Math.max(0, start - LONGEST_CREDIT), start)) && CREDIT_END.test(text.slice(end));
}
