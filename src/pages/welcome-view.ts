import { inLanguage, part, sayAround } from "../card/elements.ts";
import { type Message, say, type Words } from "../card/words.ts";
import type { Summary } from "../digest/browse.ts";
import { chapter } from "./chapter.ts";
import { exampleView } from "./example.ts";
import { keysShown } from "./shortcuts-view.ts";

export interface Welcome {
  /** Of the command that goes to the next name, where the browser gave it some. */
  readonly keys: string | undefined;
  /** What is known. */
  readonly digest: Pick<Summary, "title" | "language">;
}

/** What a reader sees first: the thing itself, to try, what it knows, and what becomes of what they read. */
export function welcomeView(document: Document, words: Words, { keys, digest }: Welcome): HTMLElement[] {
  const subject = inLanguage(part(document, "bdi", "subject", digest.title), digest.language);
  const line = (key: Message, ...values: string[]) => part(document, "p", "line", say(words, key, ...values));
  const link = (href: string, key: Message) =>
    part(document, "li", "way", Object.assign(part(document, "a", "way-link", say(words, key)), { href }));
  const further = part(
    document,
    "nav",
    "further-ways",
    part(document, "p", "line", ...sayAround(words, "welcome_knows", subject)),
    part(document, "ul", "ways", link("options.html", "welcome_settings"), link("digest.html", "welcome_digest")),
  );
  further.setAttribute("aria-labelledby", "further");
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
        line("welcome_button"),
      ).element,
      chapter(
        document,
        "privacy",
        say(words, "welcome_privacy"),
        line("welcome_reads"),
        line("welcome_sends"),
        line("welcome_keeps"),
      ).element,
      chapter(document, "further", say(words, "welcome_further"), further).element,
    ),
  ];
}
