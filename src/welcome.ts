import { browser } from "./browser.ts";
import { say } from "./card/words.ts";
import { choicesFor } from "./choices.ts";
import { readHere } from "./live-example.ts";
import { ask } from "./messages.ts";
import { followTextSize, speakOn, WORDS } from "./own-words.ts";
import { EXAMPLE_DAY } from "./pages/example.ts";
import { welcomeView } from "./pages/welcome-view.ts";

speakOn(document);
document.title = say(WORDS, "welcome_title");
followTextSize(document, onError);
begin().catch(onError);

async function begin(): Promise<void> {
  const [{ settings }, digest, commands] = await Promise.all([
    ask("settings", false),
    ask("summary"),
    browser.commands.getAll(),
  ]);
  const keys = commands.find(({ name }) => name === "next-name")?.shortcut;
  document.body.append(...welcomeView(document, WORDS, { keys, digest }));
  // Whatever the reader has chosen, here is something to see.
  const choices = { ...choicesFor(settings, ""), style: "underline" as const, furniture: false };
  readHere(document, EXAMPLE_DAY, choices, onError);
}

function onError(error: unknown): void {
  console.warn("Dramatis:", error);
}
