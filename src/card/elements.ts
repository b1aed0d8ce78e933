import { directionOf } from "./direction.ts";
import { type Message, say, type Words } from "./words.ts";

/** What a card is about just now, for the name of the part that takes the focus: one element at a time has this id. */
export const TITLE_ID = "title";

/** A piece of a card, named by its class, which the stylesheet goes by. */
export function part<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  name: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...content);
  return element;
}

export function button(document: Document, name: string, ...label: (Node | string)[]): HTMLButtonElement {
  const element = part(document, "button", name, ...label);
  element.type = "button";
  return element;
}

export function inLanguage<E extends HTMLElement>(element: E, language: string): E {
  element.lang = language;
  element.dir = directionOf(language);
  return element;
}

/** A message with an element in place of its {1}: what is in another language stays apart. */
export function sayAround(words: Words, key: Message, element: Node, ...others: string[]): (Node | string)[] {
  const [before = "", after = ""] = say(words, key, "{1}", ...others).split("{1}");
  return [before, element, after];
}

/** A screen reader speaks what comes into a region that it knows already; this long it needs to know one, in ms. */
export const KNOWN_AFTER_MS = 100;

/** Has a screen reader say a text that comes into an empty element, when it is next silent. */
export function speak(region: HTMLElement, text: string): void {
  region.role = "status";
  region.textContent = "";
  setTimeout(() => region.append(text), KNOWN_AFTER_MS);
}

/** Has buttons show and hide a panel, which is filled when it is first shown: few ever are. What was pressed stays where it is, as in the page's own `details`. */
export function disclose(panel: HTMLElement, fill: () => Node[], ...openers: HTMLButtonElement[]): void {
  const show = (isShown: boolean) => {
    panel.hidden = !isShown;
    for (const opener of openers) opener.ariaExpanded = String(isShown);
  };
  const toggle = () => {
    show(panel.hidden !== false);
    if (!panel.hidden && !panel.hasChildNodes()) panel.append(...fill());
  };
  show(false);
  for (const opener of openers) opener.addEventListener("click", toggle);
}
