import { copyText } from "./card/copy.ts";
import { say } from "./card/words.ts";
import type { Summary } from "./digest/browse.ts";
import { ask } from "./messages.ts";
import { followTextSize, speakOn, WORDS } from "./own-words.ts";
import { digestView } from "./pages/digest-view.ts";
import { profileView, sourcePage } from "./pages/profile-view.ts";

interface Found {
  readonly title: string;
  readonly content: HTMLElement;
}

const view = digestView(document, WORDS, (query) => void search(query));
const copy = (text: string) => copyText(document, text);
let summary: Summary | undefined;
let searches = 0;
let visits = 0;

speakOn(document);
document.body.append(...view.elements);
window.addEventListener("hashchange", goThere);
begin();
followTextSize(document, onError);

function begin(): void {
  load().catch((error: Error) => {
    view.showFailure(error.message);
    onError(error);
  });
}

async function load(): Promise<void> {
  summary = await ask("summary");
  view.showSummary(summary);
  await search("");
  goThere();
}

async function search(query: string): Promise<void> {
  if (!summary) return;
  const own = ++searches;
  // An answer that another search has overtaken is out of date.
  const isFresh = () => own === searches;
  try {
    const [actors, sources] = await Promise.all([ask("findActors", query), ask("findSources", query)]);
    if (isFresh()) view.showFound(actors, sources, summary);
  } catch (error) {
    if (isFresh()) view.showNotFound((error as Error).message, summary);
    onError(error);
  }
}

function goThere(): void {
  // Where nothing has come of the beginning, any way leads back to it.
  if (summary) visit(new URLSearchParams(location.hash.slice(1)), summary.title).catch(onError);
  else begin();
}

/** Shows what the address names: `#actor=ID`, `#source=ID`, or all. */
async function visit(wanted: URLSearchParams, title: string): Promise<void> {
  const own = ++visits;
  const [actor, source] = [wanted.get("actor"), wanted.get("source")];
  if (actor === null && source === null) {
    document.title = titled(title);
    return view.showAll();
  }
  try {
    const found = actor === null ? await sourceOf(source ?? "") : await actorOf(actor);
    if (own !== visits) return;
    document.title = titled(found?.title ?? title);
    if (!found) return view.showNothing();
    view.showOne(found.content);
  } catch (error) {
    if (own === visits) {
      document.title = titled(title);
      view.showFailure((error as Error).message);
    }
    onError(error);
  }
}

/** Null where the digest does not know them, as with a source. */
async function actorOf(id: string): Promise<Found | null> {
  const entry = await ask("wholeEntry", id);
  return entry && { title: entry.actor.name, content: profileView(document, entry, WORDS, copy) };
}

async function sourceOf(id: string): Promise<Found | null> {
  const entry = await ask("sourceEntry", id);
  return entry && { title: entry.source.title, content: sourcePage(document, entry, WORDS, copy) };
}

function titled(title: string): string {
  return `${title} – ${say(WORDS, "extension_name")}`;
}

function onError(error: unknown): void {
  console.warn("Dramatis:", error);
}
