import { part } from "../card/elements.ts";
import { type Message, say, type Words } from "../card/words.ts";
import { chapter } from "./chapter.ts";
import { exampleView } from "./example.ts";
import { keysShown } from "./shortcuts-view.ts";

/**
 * What a reader sees first: the thing itself, to try, and what becomes of what they read.
 * @param keys of the command that goes to the next name, where the browser gave it some
 */
export function welcomeView(document: Document, words: Words, keys: string | undefined): HTMLElement[] {
  const line = (key: Message, ...values: string[]) => part(document, "p", "line", say(words, key, ...values));
  const link = (href: string, key: Message) =>
    part(document, "li", "way", Object.assign(part(document, "a", "way-link", say(words, key)), { href }));
  return [
    part(document, "header", "top", part(document, "h1", "title", say(words, "welcome_title")), line("welcome_what")),
    part(
      document,
      "main",
      "main",
      chapter(
        document,
        "try",
        say(words, "welcome_try"),
        line("welcome_how"),
        exampleView(document, words),
        ...(keys ? [line("welcome_keys", keysShown(keys))] : []),
      ).element,
      chapter(
        document,
        "privacy",
        say(words, "welcome_privacy"),
        line("welcome_reads"),
        line("welcome_sends"),
        line("welcome_keeps"),
      ).element,
      chapter(
        document,
        "further",
        say(words, "welcome_further"),
        part(document, "ul", "ways", link("options.html", "welcome_settings"), link("digest.html", "welcome_digest")),
      ).element,
    ),
  ];
}
