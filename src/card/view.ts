import type { Companion, Entry } from "../digest/entry.ts";
import { companionsView, pairView } from "./companions.ts";
import { button, inLanguage, part, TITLE_ID } from "./elements.ts";
import { factsView } from "./facts.ts";
import { footView } from "./foot.ts";
import { headView } from "./head.ts";
import { closeWhenLeft, ignoredView } from "./ignored.ts";
import { moreView } from "./more.ts";
import type { Shelf } from "./shelf.ts";
import { datedLists, statementList } from "./statements.ts";
import { say, type Words } from "./words.ts";

/** More than three statements are not read in passing. */
const SHOWN_STATEMENTS = 3;
/** Facts are beside the point of a digest: at first as many as tell who somebody is. */
const SHOWN_FACTS = 2;
/** Where there is no statement, facts are all that there is to tell, in the room of both. */
const SHOWN_FACTS_ALONE = SHOWN_FACTS + SHOWN_STATEMENTS;

/** What a card can do beyond itself. */
export interface CardActions {
  close(): void;
  /** Puts a text where it can be pasted from. */
  copy(text: string): Promise<void>;
  /** Takes the actor's marks off this site, or puts them back; left out where there is no site. */
  readonly ignore?: (isIgnored: boolean) => Promise<void>;
  /** The site, by the name that its reader knows. */
  readonly site?: string;
  /** What is chosen in a private window is forgotten. */
  readonly isPrivate?: boolean;
}

/** An entry → its card. */
export function renderEntry(document: Document, entry: Entry, words: Words, actions: CardActions): HTMLElement {
  const { actor, statements, companions, facts, digest, sources } = entry;
  const { ignore: save, site = "", isPrivate = false } = actions;
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
  const factsShown = (shown: number) => (facts.length ? [factsView(shelf, facts, shown)] : []);
  const unfold = () => [...factsShown(facts.length), ...datedLists(rest, shelf)];
  const main: HTMLElement[] = [
    headView(document, entry, words),
    ...(first.some(({ fits }) => fits) || !first.length
      ? []
      : [part(document, "h3", "other-matters", say(words, "other_matters"))]),
    first.length ? statementList(first, shelf) : part(document, "p", "none", say(words, "no_statements")),
    ...(rest.length
      ? moreView(document, words, "more", rest.length, unfold)
      : factsShown(first.length ? SHOWN_FACTS : SHOWN_FACTS_ALONE)),
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
    body.replaceChildren(ignoredView(document, actor.name, { site, isPrivate }, words, undo));
    body.focus();
    const stay = closeWhenLeft(card, actions.close);
  }
}
