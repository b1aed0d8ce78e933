import type { Companion, Entry } from "../digest/entry.ts";
import { button, inLanguage, part, TITLE_ID } from "./elements.ts";
import type { Shelf } from "./shelf.ts";
import { statementList } from "./statements.ts";
import { count, say } from "./words.ts";

/** More names than these are not looked through on a card. */
const SHOWN_COMPANIONS = 5;

/** Whom of the page the statements name as well; `onChoice` is told who was chosen, and by which button. */
export function companionsView(
  companions: readonly Companion[],
  { document, words, language }: Shelf,
  onChoice: (companion: Companion, chosen: HTMLElement) => void,
): HTMLElement {
  const items = companions.slice(0, SHOWN_COMPANIONS).map((companion) => {
    const name = inLanguage(part(document, "span", "companion-name", companion.name), language);
    const amount = part(
      document,
      "span",
      "amount",
      new Intl.NumberFormat(words.language).format(companion.statements.length),
    );
    const choice = button(document, "companion", name, " ", amount);
    choice.ariaDescription = count(words, "with_count", companion.statements.length);
    choice.addEventListener("click", () => onChoice(companion, choice));
    return part(document, "li", "companion-item", choice);
  });
  return part(
    document,
    "section",
    "companions",
    part(document, "h3", "companions-title", say(words, "with")),
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
  const back = button(document, "back", say(words, "back"));
  back.addEventListener("click", onBack);
  const both = new Intl.ListFormat(words.language).formatToParts([actor.name, companion.name]);
  const names = both.map(({ type, value }) =>
    type === "element" ? inLanguage(part(document, "span", "one", value), language) : value,
  );
  const title = part(document, "h2", "name", ...names);
  title.id = TITLE_ID;
  const own = statements.filter(({ id }) => companion.statements.includes(id));
  return part(document, "section", "pair", part(document, "header", "head", back, title), statementList(own, shelf));
}
