import { browser } from "./browser.ts";
import { say } from "./card/words.ts";
import { liveExample } from "./live-example.ts";
import { ask, hear } from "./messages.ts";
import { sizeText, speakOn, WORDS } from "./own-words.ts";
import { EXAMPLE_DAY } from "./pages/example.ts";
import { freshness } from "./pages/freshness.ts";
import { welcomeView } from "./pages/welcome-view.ts";

const answers = freshness();
const showExample = liveExample(document, EXAMPLE_DAY, onError);

speakOn(document);
document.title = say(WORDS, "welcome_title");
begin().catch(onError);

async function begin(): Promise<void> {
  const [digest, commands] = await Promise.all([ask("summary"), browser.commands.getAll()]);
  const keys = commands.find(({ name }) => name === "next-name")?.shortcut;
  document.body.append(...welcomeView(document, WORDS, { keys, digest }));
  hear({ chosen: () => void refresh().catch(onError) });
  await refresh();
}

/** Shows the example as the reader has chosen, but always so that there is something to see. */
async function refresh(): Promise<void> {
  const isFresh = answers.ask();
  const { settings } = await ask("settings", false);
  if (!isFresh()) return;
  sizeText(document, settings.textSize);
  showExample(settings, { style: "underline" });
}

function onError(error: unknown): void {
  console.warn("Dramatis:", error);
}
