import type { Companion, Entry } from "../digest/entry.ts";
import { companionsView, pairView } from "./companions.ts";
import { formatPeriod } from "./dates.ts";
import { button, disclosure, inLanguage, part, TITLE_ID } from "./elements.ts";
import { footView } from "./foot.ts";
import { headView } from "./head.ts";
import { closeWhenLeft, ignoredView } from "./ignored.ts";
import type { Shelf } from "./shelf.ts";
import { datedLists, statementList } from "./statements.ts";
import { count, say, type Words } from "./words.ts";

/** More than three statements are not read in passing. */
const SHOWN_STATEMENTS = 3;
/** Facts are beside the point of a digest: as many as tell who somebody is. */
const SHOWN_FACTS = 2;

/** What a card can do beyond itself. */
export interface CardActions {
  close(): void;
  /** Puts a text where it can be pasted from. */
  copy(text: string): Promise<void>;
  /** Takes the actor's marks off this site, or puts them back; left out where there is no site. */
  readonly ignore?: (isIgnored: boolean) => Promise<void>;
  /** The site, by the name that its reader knows. */
  readonly site?: string;
}

/** An entry → its card. */
export function renderEntry(document: Document, entry: Entry, words: Words, actions: CardActions): HTMLElement {
  const { actor, statements, companions, facts, digest, sources } = entry;
  const { ignore: save, site = "" } = actions;
  const shelf: Shelf = { document, words, sources, language: digest.language, copy: actions.copy };
  const closer = button(document, "close");
  closer.ariaLabel = say(words, "close");
  closer.addEventListener("click", actions.close);
  // The card itself does not scroll: Firefox would not keep to its round corners.
  const body = part(document, "div", "body");
  body.tabIndex = -1;
  body.role = "group";
  body.setAttribute("aria-labelledby", TITLE_ID);
  const card = inLanguage(part(document, "div", "card", body, closer), words.language);
  card.role = "dialog";
  card.ariaLabel = say(words, "card_label", actor.name);

  const first = statements.slice(0, SHOWN_STATEMENTS);
  const rest = statements.slice(SHOWN_STATEMENTS);
  const known = facts.length ? [factsView(shelf, facts)] : [];
  const main: HTMLElement[] = [
    headView(document, entry, words),
    ...(first.some(({ fits }) => fits) || !first.length
      ? []
      : [part(document, "h3", "other-matters", say(words, "other_matters"))]),
    first.length ? statementList(first, shelf) : part(document, "p", "none", say(words, "no_statements")),
    ...(rest.length ? moreView(rest.length, shelf, () => [...known, ...datedLists(rest, shelf)]) : known),
    ...(companions.length ? [companionsView(companions, shelf, openPair)] : []),
    footView(document, entry, words, save && (() => ignore(save))),
  ];
  body.append(...main);
  return card;

  function openPair(companion: Companion, chosen: HTMLElement): void {
    const { scrollTop } = body;
    const pair = pairView(entry, companion, shelf, () => {
      body.replaceChildren(...main);
      body.scrollTop = scrollTop;
      chosen.focus({ preventScroll: true });
    });
    body.replaceChildren(pair);
    body.scrollTop = 0;
    pair.querySelector("button")?.focus();
  }

  async function ignore(save: NonNullable<CardActions["ignore"]>): Promise<void> {
    await save(true);
    const undo = async () => {
      await save(false);
      stay();
      body.replaceChildren(...main);
      body.focus();
    };
    body.replaceChildren(ignoredView(document, actor.name, site, words, undo));
    body.focus();
    const stay = closeWhenLeft(card, actions.close);
  }
}

/** The button that unfolds what does not stand on a card at first, in its place. */
function moreView(amount: number, { document, words }: Shelf, fill: () => HTMLElement[]): HTMLElement[] {
  const label = () => (panel.hidden ? count(words, "more", amount) : say(words, "fewer"));
  const panel = part(document, "div", "rest");
  const more = disclosure(button(document, "more"), panel, fill);
  more.addEventListener("click", () => more.replaceChildren(label()));
  more.append(label());
  return [more, panel];
}

/** Set apart: what the digest's own articles do not say. */
function factsView({ document, words, language }: Shelf, facts: Entry["facts"]): HTMLElement {
  const items = facts.slice(0, SHOWN_FACTS).map(({ text, when, isLater }) => {
    const item = part(document, "li", "fact", inLanguage(part(document, "span", "fact-text", text), language));
    if (when) item.append(" ", part(document, "time", "date", formatPeriod(when, words.language)));
    if (isLater) item.append(" · ", part(document, "span", "later", say(words, "later")));
    return item;
  });
  const title = part(document, "h3", "facts-title", say(words, "facts"));
  return part(document, "section", "facts", title, part(document, "ul", "fact-list", ...items));
}
