import type { Choices } from "./choices.ts";
import { type Deeds, world } from "./isolated-world.ts";
import { ask, hear, isOrphaned, OrphanedError } from "./messages.ts";
import { onAbort } from "./on-abort.ts";
import { annotate } from "./reading.ts";
import { judge, type Verdict } from "./text/article.ts";
import { OWN_ATTRIBUTE } from "./text/own-element.ts";

/** An article that is rendered by script is often not there yet when its address is: judged once more after this, in ms. */
const LATE_RENDERING_MS = 1500;
/** Tells an older script of ours in this page, left by an update or a reload, to go. */
const REPLACED = "dramatis-replaced";

const life = new AbortController();
const { signal: alive } = life;
let reading = new AbortController();
let shown: Verdict | undefined;
let actorsShown = 0;
let reported = "";
let late: ReturnType<typeof setTimeout> | undefined;
let address = addressOf(location);
let choices: Choices | undefined;
let turn = 0;
/** The reader wants this page marked, whatever it is. */
let isAsked = false;

world.isHere = true;
document.dispatchEvent(new CustomEvent(REPLACED));
// Firefox ends an older script at once, without its knowledge.
for (const card of document.querySelectorAll(`[${OWN_ATTRIBUTE}]`)) card.remove();
listen(document, REPLACED, () => life.abort());
for (const type of ["pointerdown", "pointermove", "visibilitychange"]) listen(document, type, leaveIfOrphaned);
listen(window, "pointermove", rememberPointer, { capture: true });
listen(window, "click", rememberPress);
hear(
  {
    chosen: askForChoices,
    annotate() {
      isAsked = true;
      update();
    },
    step: (by) => when((deeds) => deeds.step(by)),
    openAtCursor: () => when((deeds) => deeds.openAtCursor()),
    toggleMarks: () => when((deeds) => deeds.toggleMarks()),
  },
  alive,
);
onAbort(alive, () => {
  clearTimeout(late);
  reading.abort();
  world.reading = undefined;
});
listen(window.navigation, "navigatesuccess", onNavigated);
// A page that comes back from the browser's cache is as it was; its toolbar button and the reader's choices are not.
listen(window, "pageshow", ({ persisted }: PageTransitionEvent) => persisted && askForChoices());

// A page loaded ahead is in no tab yet.
if ((document as { prerendering?: boolean }).prerendering)
  listen(document, "prerenderingchange", () => read(), { once: true });
else read();

/** Until our time here is over; where the browser has no such target, to nothing. */
function listen<E extends Event>(
  target: EventTarget | undefined,
  type: string,
  listener: (event: E) => unknown,
  options?: AddEventListenerOptions,
): void {
  target?.addEventListener(type, listener as EventListener, { signal: alive, passive: true, ...options });
}

/** Where it fails, the next look at the page asks again. An answer that another question has overtaken is out of date. */
function askForChoices(): void {
  const own = ++turn;
  ask("choices").then((chosen) => own === turn && follow(chosen), onError);
}

/** Reads the page as it is now, and as it is once it has been rendered. */
function read(before?: Verdict): void {
  if (!choices) askForChoices();
  const judgeNow = () => withoutStale(judge(document, new URL(location.href)), before);
  start(judgeNow());
  clearTimeout(late);
  late = setTimeout(() => {
    if (!choices) askForChoices();
    start(judgeNow());
  }, LATE_RENDERING_MS);
}

/** A new address is a new page; one that only moves within the page keeps its path and query. */
function onNavigated(): void {
  if (address === addressOf(location)) return;
  address = addressOf(location);
  const before = shown;
  stop();
  isAsked = false;
  reported = "";
  read(before);
}

/** Some sites leave the head of the page before as it was: its title and date are not this article's. */
function withoutStale(verdict: Verdict, before: Verdict | undefined): Verdict {
  if (!before || verdict.title !== before.title) return verdict;
  const { published, ...rest } = verdict;
  return { ...rest, title: document.title, ...(published && published !== before.published && { published }) };
}

function start(verdict: Verdict): void {
  const before = shown;
  shown = verdict;
  const { reason: _, ...page } = verdict;
  if (world.reading && JSON.stringify(before) !== JSON.stringify(verdict)) world.reading.page = page;
  update();
}

/** Has the page marked, or not, as it is and as the reader has chosen. */
function update(): void {
  if (leaveIfOrphaned() || !shown || !choices) return;
  const { reason, ...page } = shown;
  world.shown = { reason, isAsked, page };
  const isMarked = (isAsked ? choices.markedIfAsked : choices.marked).includes(reason);
  if (!isMarked) stop();
  const isArticle = reason === "article-data" || reason === "readable";
  // Who asks for a page that is no article wants all of it.
  const chosen = isAsked && !isArticle ? { ...choices, furniture: true } : choices;
  if (world.reading) world.reading.choices = chosen;
  else if (isMarked)
    world.reading = annotate(document, page, {
      signal: reading.signal,
      choices: chosen,
      findMentions: (...question) => ask("findMentions", ...question),
      onMarks(actors) {
        actorsShown = actors.size;
        report();
        if (actors.size) openCards();
      },
      onError,
    });
  if (!isMarked) report();
}

function stop(): void {
  reading.abort();
  reading = new AbortController();
  world.reading = undefined;
  delete world.done;
  actorsShown = 0;
}

let isCardWanted = false;
function openCards(): void {
  if (world.openCards && world.reading) world.openCards(world.reading);
  if (isCardWanted) return;
  isCardWanted = true;
  ask("loadCard").catch((error) => {
    isCardWanted = false;
    onError(error);
  });
}

function follow(chosen: Choices): void {
  choices = chosen;
  // Whether the button counts is one of them.
  reported = "";
  update();
}

/** Tells the toolbar; the same news is no news, once it has been shown. */
function report(): void {
  const { reason } = shown as Verdict;
  const news = `${reason} ${isAsked} ${actorsShown}`;
  if (news === reported) return;
  reported = news;
  // A failure shows nothing either.
  void ask("report", reason, isAsked, actorsShown)
    .catch(onError)
    .then((isShown) => {
      if (!isShown) reported = "";
    });
}

function onError(error: unknown): void {
  if (error instanceof OrphanedError) life.abort();
  else console.warn("Dramatis:", error);
}

/** Does it once cards open here. */
function when(deed: (deeds: Deeds) => void): void {
  if (world.deeds) deed(world.deeds);
  else if (isCardWanted) world.done = deed;
}

/** While card.js, which hears presses itself, is on its way. */
function rememberPress(event: MouseEvent): void {
  if (world.deeds || !event.isTrusted || event.defaultPrevented) return;
  const path = event.composedPath();
  when((deeds) => deeds.press(event as PointerEvent, path));
}

function rememberPointer(event: PointerEvent): void {
  if (!world.openCards && event.isTrusted) world.pointer = event;
}

function leaveIfOrphaned(): boolean {
  if (isOrphaned()) life.abort();
  return alive.aborted;
}

function addressOf({ origin, pathname, search }: Location): string {
  return origin + pathname + search;
}
