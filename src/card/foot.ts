import type { Entry } from "../digest/entry.ts";
import { formatDate } from "./dates.ts";
import { button, inLanguage, part } from "./elements.ts";
import { say, type Words } from "./words.ts";

/** Where all this is from, how old it may be, and a way to say that somebody else is meant. */
export function footView(
  document: Document,
  { actor, role, digest }: Entry,
  words: Words,
  onIgnore: (() => void) | undefined,
): HTMLElement {
  const foot = part(document, "footer", "foot");
  if (role?.asOf) {
    const until = formatDate(role.asOf, words.language, "month");
    foot.append(part(document, "p", "stale", say(words, "role_may_have_changed", until)));
  }
  const title = inLanguage(part(document, "span", "digest", digest.title), digest.language);
  const row = part(document, "p", "origin", title);
  if (digest.latest) {
    const [before = "", after = ""] = words.message("sources_until").split("{1}");
    const until = formatDate(digest.latest.date, words.language, "month");
    row.replaceChildren(before, title, after.replace("{2}", until));
  }
  foot.append(row);
  if (onIgnore) {
    const ignore = button(document, "ignore", say(words, actor.kind === "person" ? "not_person" : "not_here"));
    ignore.addEventListener("click", onIgnore);
    foot.append(ignore);
  }
  return foot;
}

/** Instead of the card of somebody who is not meant: what has been done, and a way to undo it. */
export function ignoredView(
  document: Document,
  name: string,
  site: string,
  words: Words,
  onUndo: () => void,
): HTMLElement {
  const told = part(document, "p", "ignored", say(words, "ignored", name, site));
  told.role = "status";
  const undo = button(document, "undo", say(words, "undo"));
  undo.addEventListener("click", onUndo);
  return part(document, "section", "notice", told, undo);
}
