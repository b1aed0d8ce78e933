import { button, inLanguage, part } from "../card/elements.ts";
import { kindMark, roleText } from "../card/head.ts";
import { count, say, type Words } from "../card/words.ts";
import type { Who } from "../digest/who.ts";
import { keepingFocus, renew } from "./keeping-focus.ts";

export interface Listed extends Who {
  /** How often the page is seen to name this actor. */
  readonly count: number;
}

export interface ActorList {
  readonly element: HTMLElement;
  /** @param leftOut how many others the page names who are not marked */
  show(actors: readonly Listed[], leftOut: number): void;
  /** Puts the focus on an actor, or where they are listed no more on who stands there now, or on the heading. */
  focus(actor: string): void;
}

/** Whom a page names; each is a button. */
export function actorList(document: Document, words: Words, onChoose: (actor: Listed) => void): ActorList {
  const heading = part(document, "h2", "heading", say(words, "popup_actors"));
  const list = part(document, "ul", "actors");
  const none = part(document, "p", "none", say(words, "popup_no_actors"));
  let chosenAt = 0;
  heading.tabIndex = -1;
  none.dir = "auto";
  return {
    element: part(document, "section", "list", heading, list, none),
    show(actors, leftOut) {
      none.hidden = actors.length + leftOut > 0;
      const items = actors.map((actor) => part(document, "li", "item", itemOf(actor)));
      keepingFocus(list, heading, () => renew(list, items));
    },
    focus(actor) {
      const items = [...list.querySelectorAll("button")];
      const same = items.find((item) => item.dataset["key"] === actor);
      (same ?? items[Math.min(chosenAt, items.length - 1)] ?? heading).focus();
    },
  };

  function itemOf(actor: Listed): HTMLElement {
    const { id, kind, name, role, language } = actor;
    const glyph = kindMark(document, kind);
    glyph.setAttribute("aria-hidden", "false");
    glyph.role = "img";
    glyph.ariaLabel = say(words, `kind_${kind}`);
    const named = part(document, "span", "who", inLanguage(part(document, "span", "name", name), language));
    if (role) named.append(part(document, "span", "role", ...roleText(document, role, words, language)));
    const seen = actor.count ? count(words, "popup_mentions", actor.count) : say(words, "popup_hidden");
    const amount = part(document, "bdi", "amount", seen);
    const item = button(document, "actor", glyph, named, amount);
    item.dataset["key"] = id;
    item.addEventListener("click", () => {
      chosenAt = [...list.querySelectorAll("button")].indexOf(item);
      onChoose(actor);
    });
    return item;
  }
}
