import type { Companion, Entry } from "../digest/entry.ts";
import { button, inLanguage, part, sayAround, TITLE_ID } from "./elements.ts";
import type { Shelf } from "./shelf.ts";
import { statementList } from "./statements.ts";
import { count, say } from "./words.ts";

/** More names than these are not looked through on a card. */
const SHOWN_COMPANIONS = 5;

/** Whom of the page the statements name as well; `onChoice` is told who was chosen, and by which button. */
export function companionsView(
  companions: readonly Companion[],
  shelf: Shelf,
  onChoice: (companion: Companion, chosen: HTMLElement) => void,
): HTMLElement {
  return namesView(companions.slice(0, SHOWN_COMPANIONS), say(shelf.words, "with"), shelf, (companion) => {
    const choice = button(shelf.document, "companion");
    choice.addEventListener("click", () => onChoice(companion, choice));
    return choice;
  });
}

/** Names under a title, each with the number of its statements; `choiceOf` makes what is pressed for one. */
export function namesView(
  named: readonly Companion[],
  title: string,
  { document, words, language }: Shelf,
  choiceOf: (companion: Companion) => HTMLElement,
): HTMLElement {
  const items = named.map((companion) => {
    const { length } = companion.statements;
    const name = inLanguage(part(document, "span", "companion-name", companion.name), language);
    const amount = part(document, "span", "amount", new Intl.NumberFormat(words.language).format(length));
    const choice = choiceOf(companion);
    choice.append(name, " ", amount);
    choice.ariaDescription = count(words, "with_count", length);
    return part(document, "li", "companion-item", choice);
  });
  return part(
    document,
    "section",
    "companions",
    part(document, "h3", "companions-title", title),
    part(document, "ul", "companion-list", ...items),
  );
}

/** The statements that name both, and a way back. */
export function pairView(
  { actor, statements }: Entry,
  companion: Companion,
  shelf: Shelf,
  onBack: () => void,
): HTMLElement {
  const { document, words, language } = shelf;
  const nameOf = (name: string) => inLanguage(part(document, "span", "one", name), language);
  const back = button(document, "back", ...sayAround(words, "back_to", nameOf(actor.name)));
  back.addEventListener("click", onBack);
  const both = new Intl.ListFormat(words.language).formatToParts([actor.name, companion.name]);
  const names = both.map(({ type, value }) => (type === "element" ? nameOf(value) : value));
  const title = part(document, "h2", "name", ...names);
  title.id = TITLE_ID;
  const own = statements.filter(({ id }) => companion.statements.includes(id));
  return part(document, "section", "pair", part(document, "header", "head", back, title), statementList(own, shelf));
}
