import { inLanguage, part, sayAround } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";
import type { Summary } from "../digest/browse.ts";
import type { FoundActor } from "../protocol.ts";
import { actorIndex } from "./actor-index.ts";
import { cardRoot } from "./card-root.ts";
import { chapter } from "./chapter.ts";
import { keepPlaces } from "./history-places.ts";
import { isForPage } from "./plain-click.ts";
import { sourceIndex } from "./source-index.ts";
import { factsOf } from "./summary-view.ts";

export interface DigestView {
  readonly elements: readonly HTMLElement[];
  showSummary(summary: Summary): void;
  /** @param sources ids of those found as well */
  showFound(actors: readonly FoundActor[], sources: readonly string[], summary: Summary): void;
  /** @param why nothing can be found, as the browser says it */
  showNotFound(why: string, summary: Summary): void;
  /** Shows all of the digest or one thing in it, where the reader was on that entry of the history. */
  showAll(): void;
  showOne(content: HTMLElement): void;
  showNothing(): void;
  /** @param why it cannot be shown, as the browser says it */
  showFailure(why: string): void;
}

/** A digest: what it is, whom it knows, what it rests on; and one actor or source of it at a time. */
export function digestView(document: Document, words: Words, onSearch: (query: string) => void): DigestView {
  const title = part(document, "h1", "title", say(words, "digest_page"));
  const facts = part(document, "div", "summary");
  const sources = sourceIndex(document, words);
  const actors = actorIndex(document, words, onSearch, sources.link);
  const all = part(
    document,
    "div",
    "all",
    facts,
    chapter(document, "actors", say(words, "digest_actors_title"), actors.element).element,
    sources.element,
  );
  const { element: frame, root } = cardRoot(document);
  const back = part(document, "a", "back", say(words, "digest_back"));
  const nothing = part(document, "p", "none");
  const one = part(document, "div", "one", part(document, "p", "deeds", back), nothing, frame);
  const settings = part(document, "a", "to-settings", say(words, "popup_settings"));
  const window = document.defaultView as Window;
  const places = keepPlaces(window, () => [...(all.hidden ? root : all).querySelectorAll("a")]);
  back.href = "#";
  settings.href = "options.html";
  one.hidden = true;
  const isList = ({ pathname, hash }: URL) => pathname === window.location.pathname && !hash;
  back.addEventListener("click", (event) => {
    if (isForPage(event) && places.goBack(isList)) event.preventDefault();
  });
  const show = (content?: HTMLElement) => {
    const isReturn = !content && all.hidden;
    all.hidden = content !== undefined;
    one.hidden = !all.hidden;
    nothing.hidden = content !== nothing;
    root.replaceChildren(...(content && content !== nothing ? [content] : []));
    focusOn(one.hidden ? null : (root.querySelector<HTMLElement>(".name") ?? nothing));
    if (!places.restore() && isReturn) focusOn(title);
  };
  return {
    elements: [
      part(document, "header", "top", part(document, "p", "kicker", say(words, "extension_name")), settings, title),
      part(document, "main", "main", all, one),
    ],
    showSummary(summary) {
      title.replaceChildren(inLanguage(part(document, "span", "digest-title", summary.title), summary.language));
      facts.replaceChildren(factsOf(document, words, summary));
    },
    showFound(found, foundSources, summary) {
      sources.show(foundSources, summary);
      actors.show(found, summary);
    },
    showNotFound(why, summary) {
      sources.show([], summary);
      actors.showFailure(why);
    },
    showAll: () => show(),
    showOne: show,
    showNothing() {
      nothing.textContent = say(words, "digest_nothing");
      show(nothing);
    },
    showFailure(why) {
      nothing.replaceChildren(...sayAround(words, "not_shown", part(document, "bdi", "", why)));
      show(nothing);
    },
  };
}

/** What has come is read aloud from its beginning, and the next Tab goes on from there. */
function focusOn(element: HTMLElement | null): void {
  if (!element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
