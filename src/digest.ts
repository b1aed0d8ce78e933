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

const view = digestView(document, WORDS, (query) => void search(query).catch(onError));
const copy = (text: string) => copyText(document, text);
let summary: Summary;
let searches = 0;
let visits = 0;

speakOn(document);
document.body.append(...view.elements);
window.addEventListener("hashchange", goThere);
begin().catch(onError);
followTextSize(document, onError);

async function begin(): Promise<void> {
  summary = await ask("summary");
  view.showSummary(summary);
  await search("");
  goThere();
}

async function search(query: string): Promise<void> {
  const own = ++searches;
  const [actors, sources] = await Promise.all([ask("findActors", query), ask("findSources", query)]);
  // An answer that another search has overtaken is out of date.
  if (own === searches) view.showFound(actors, sources, summary);
}

function goThere(): void {
  visit(new URLSearchParams(location.hash.slice(1))).catch(onError);
}

/** Shows what the address names: `#actor=ID`, `#source=ID`, or all. */
async function visit(wanted: URLSearchParams): Promise<void> {
  const own = ++visits;
  const [actor, source] = [wanted.get("actor"), wanted.get("source")];
  if (actor === null && source === null) {
    document.title = titled(summary.title);
    return view.showAll();
  }
  try {
    const found = actor === null ? await sourceOf(source ?? "") : await actorOf(actor);
    if (own !== visits) return;
    document.title = titled(found?.title ?? summary.title);
    if (!found) return view.showNothing();
    view.showOne(found.content);
  } catch (error) {
    if (own === visits) {
      document.title = titled(summary.title);
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
