import { browser } from "./browser.ts";
import { button, part } from "./card/elements.ts";
import { say } from "./card/words.ts";
import { ask } from "./messages.ts";
import { speakOn, WORDS } from "./own-words.ts";
import type { Ignored } from "./protocol.ts";

const heading = part(document, "h2", "heading", say(WORDS, "settings_ignored"));
const how = part(document, "p", "how", say(WORDS, "settings_ignored_how", say(WORDS, "not_person")));
const list = part(document, "div", "list");
const status = part(document, "p", "status");
let asked = 0;

speakOn(document);
document.title = say(WORDS, "settings_title");
// Gets the focus where the last of the list had it.
heading.tabIndex = -1;
status.role = "status";
document.body.append(
  part(document, "main", "settings", part(document, "h1", "title", document.title), heading, how, list, status),
);
// Whoever changes them: a card, another page of settings, this one.
browser.storage.local.onChanged.addListener(refresh);
refresh();

function refresh(): void {
  const turn = ++asked;
  // An answer that another question has overtaken is out of date.
  ask("ignoredEverywhere").then((ignored) => turn === asked && show(ignored), onError);
}

/** Shows the list, and leaves a focus in it where it was, or near. */
function show(ignored: readonly Ignored[]): void {
  const before = [...list.querySelectorAll("button")];
  // Not by `:focus`, which nothing is in a tab at the back.
  const at = before.indexOf(document.activeElement as HTMLButtonElement);
  list.replaceChildren(
    ...(ignored.length ? bySite(ignored) : [part(document, "p", "none", say(WORDS, "settings_none"))]),
  );
  if (at < 0) return;
  const after = [...list.querySelectorAll("button")];
  const same = after.find(({ value }) => value === before[at]?.value);
  (same ?? after[Math.min(at, after.length - 1)] ?? heading).focus();
}

function bySite(ignored: readonly Ignored[]): HTMLElement[] {
  return [...new Set(ignored.map(({ site }) => site))].flatMap((site) => {
    const names = ignored.filter((one) => one.site === site).map(itemOf);
    return [part(document, "h3", "site", site), part(document, "ul", "names", ...names)];
  });
}

function itemOf({ site, actor, name }: Ignored): HTMLElement {
  const again = button(document, "again", say(WORDS, "mark_again"));
  again.ariaLabel = say(WORDS, "mark_again_label", name, site);
  // Tells it from the others, whatever they are called.
  again.value = `${site} ${actor}`;
  again.addEventListener("click", () => {
    // Said twice in a row, it is heard twice.
    status.textContent = "";
    ask("ignore", actor, false, { site, isPrivate: false }).then(() => {
      status.textContent = say(WORDS, "marked_again", name, site);
    }, onError);
  });
  return part(document, "li", "ignored", part(document, "span", "name", name), again);
}

function onError(error: unknown): void {
  console.warn("Dramatis:", error);
}
