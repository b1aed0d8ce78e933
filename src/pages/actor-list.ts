import { button, inLanguage, part } from "../card/elements.ts";
import { kindMark, roleText } from "../card/head.ts";
import { count, say, type Words } from "../card/words.ts";
import type { Who } from "../digest/who.ts";

export interface Listed extends Who {
  /** How often the page names this actor. */
  readonly count: number;
}

export interface ActorList {
  readonly element: HTMLElement;
  show(actors: readonly Listed[]): void;
  /** Puts the focus on an actor, or on the heading where they are listed no more. */
  focus(actor: string): void;
}

/** Whom a page names; each is a button. */
export function actorList(document: Document, words: Words, onChoose: (actor: Listed) => void): ActorList {
  const heading = part(document, "h2", "heading", say(words, "popup_actors"));
  const list = part(document, "ul", "actors");
  const none = part(document, "p", "none", say(words, "popup_no_actors"));
  heading.tabIndex = -1;
  const focus = (id: string | undefined) => {
    const buttons = [...list.querySelectorAll("button")];
    (buttons.find(({ value }) => value === id) ?? heading).focus();
  };
  return {
    element: part(document, "section", "list", heading, list, none),
    show(actors) {
      const focused = list.contains(document.activeElement)
        ? (document.activeElement as HTMLButtonElement).value
        : null;
      none.hidden = actors.length > 0;
      list.replaceChildren(...actors.map((actor) => part(document, "li", "item", itemOf(actor))));
      if (focused !== null) focus(focused);
    },
    focus,
  };

  function itemOf(actor: Listed): HTMLElement {
    const { id, kind, name, role, language } = actor;
    const glyph = kindMark(document, kind);
    glyph.setAttribute("aria-hidden", "false");
    glyph.role = "img";
    glyph.ariaLabel = say(words, `kind_${kind}`);
    const named = part(document, "span", "who", inLanguage(part(document, "span", "name", name), language));
    if (role) named.append(part(document, "span", "role", ...roleText(document, role, words, language)));
    const amount = part(document, "span", "amount", count(words, "popup_mentions", actor.count));
    const item = button(document, "actor", glyph, named, amount);
    item.value = id;
    item.addEventListener("click", () => onChoose(actor));
    return item;
  }
}
