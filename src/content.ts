import { world } from "./isolated-world.ts";
import { ask, isOrphaned, OrphanedError } from "./messages.ts";
import { annotate } from "./reading.ts";
import { judge, type Reason, type Verdict } from "./text/article.ts";
import { OWN_ELEMENT } from "./text/own-element.ts";

/** An article that is rendered by script is often not there yet when its address is: judged once more after this, in ms. */
const LATE_RENDERING_MS = 1500;
/** Tells an older script of ours in this page, left by an update or a reload, to go. */
const REPLACED = "dramatis-replaced";

const life = new AbortController();
document.dispatchEvent(new CustomEvent(REPLACED));
// Firefox ends an older script at once, without its knowledge.
for (const card of document.querySelectorAll(OWN_ELEMENT)) card.remove();
document.addEventListener(REPLACED, () => life.abort(), { signal: life.signal });
for (const type of ["pointerdown", "pointermove", "visibilitychange"]) {
  document.addEventListener(type, leaveIfOrphaned, { signal: life.signal, passive: true });
}

let reading = new AbortController();
let shown = "";
let late: ReturnType<typeof setTimeout> | undefined;
life.signal.addEventListener("abort", () => {
  clearTimeout(late);
  reading.abort();
  world.dramatisReading = undefined;
});

// Same-document navigations that only move within the page keep its path and query.
let address = addressOf(location);
(window.navigation as EventTarget | undefined)?.addEventListener(
  "navigatesuccess",
  () => {
    if (address === addressOf(location)) return;
    address = addressOf(location);
    shown = "";
    read();
  },
  { signal: life.signal },
);
read();

/** Reads the page as it is now, and as it is once it has been rendered. */
function read(): void {
  start(judge(document, new URL(location.href)));
  clearTimeout(late);
  late = setTimeout(() => start(judge(document, new URL(location.href))), LATE_RENDERING_MS);
}

function start(verdict: Verdict): void {
  if (leaveIfOrphaned() || JSON.stringify(verdict) === shown) return;
  shown = JSON.stringify(verdict);
  reading.abort();
  reading = new AbortController();
  const { signal } = reading;
  const { isArticle, reason, ...page } = verdict;
  if (!isArticle) return report(reason, 0);
  world.dramatisReading = annotate(document, page, {
    signal,
    findMentions: (...question) => ask("findMentions", ...question),
    onMarks: (actors) => {
      report(reason, actors.size);
      if (actors.size) openCards();
    },
    onError,
  });
}

let isCardWanted = false;
function openCards(): void {
  if (world.dramatisOpenCards && world.dramatisReading) world.dramatisOpenCards(world.dramatisReading);
  if (isCardWanted) return;
  isCardWanted = true;
  ask("loadCard").catch(onError);
}

function report(reason: Reason, actors: number): void {
  ask("report", reason, actors).catch(onError);
}

function onError(error: unknown): void {
  if (error instanceof OrphanedError) life.abort();
  else console.warn("Dramatis:", error);
}

function leaveIfOrphaned(): boolean {
  if (isOrphaned()) life.abort();
  return life.signal.aborted;
}

function addressOf({ origin, pathname, search }: Location): string {
  return origin + pathname + search;
}
