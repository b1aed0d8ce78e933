import { type Deeds, world } from "./isolated-world.ts";
import { ask, type Choices, hear, isOrphaned, OrphanedError } from "./messages.ts";
import { annotate } from "./reading.ts";
import { judge, type Verdict } from "./text/article.ts";
import { isMeantForPage } from "./text/meant-for-page.ts";
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
/** The question for the reader's choices, and the last that was heard of them. */
let choices: Promise<void> | undefined;
let ignored: Choices["ignored"] = [];

document.dispatchEvent(new CustomEvent(REPLACED));
// Firefox ends an older script at once, without its knowledge.
for (const card of document.querySelectorAll(`[${OWN_ATTRIBUTE}]`)) card.remove();
document.addEventListener(REPLACED, () => life.abort(), { signal: alive });
for (const type of ["pointerdown", "pointermove", "visibilitychange"])
  document.addEventListener(type, leaveIfOrphaned, { signal: alive, passive: true });
window.addEventListener("pointermove", rememberPointer, { signal: alive, passive: true, capture: true });
window.addEventListener("click", rememberPress, { signal: alive, passive: true });
hear(
  {
    choices: follow,
    step: (by) => when((deeds) => deeds.step(by)),
    openAtCursor: () => when((deeds) => deeds.openAtCursor()),
    toggleMarks: () => when((deeds) => deeds.toggleMarks()),
  },
  alive,
);
alive.addEventListener("abort", () => {
  clearTimeout(late);
  reading.abort();
  world.reading = undefined;
});
(window.navigation as EventTarget | undefined)?.addEventListener("navigatesuccess", onNavigated, { signal: alive });
window.addEventListener("pageshow", ({ persisted }) => persisted && onReturn(), { signal: alive });

// A page loaded ahead is in no tab yet.
if ((document as { prerendering?: boolean }).prerendering)
  document.addEventListener("prerenderingchange", () => read(), { signal: alive, once: true });
else read();

/** Reads the page as it is now, and as it is once it has been rendered. */
function read(before?: Verdict): void {
  const judgeNow = () => withoutStale(judge(document, new URL(location.href)), before);
  start(judgeNow());
  clearTimeout(late);
  late = setTimeout(() => start(judgeNow()), LATE_RENDERING_MS);
}

/** A new address is a new page; one that only moves within the page keeps its path and query. */
function onNavigated(): void {
  if (address === addressOf(location)) return;
  address = addressOf(location);
  const before = shown;
  shown = undefined;
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
  if (leaveIfOrphaned()) return;
  const { isArticle, reason, ...page } = verdict;
  const before = shown;
  shown = verdict;
  if (before?.isArticle === isArticle) {
    if (world.reading && JSON.stringify(before) !== JSON.stringify(verdict)) world.reading.page = page;
    return;
  }
  reading.abort();
  reading = new AbortController();
  world.reading = undefined;
  delete world.done;
  actorsShown = 0;
  if (!isArticle) return report(verdict);
  void choose();
  world.reading = annotate(document, page, {
    signal: reading.signal,
    async findMentions(...question) {
      const found = await ask("findMentions", ...question);
      // Nobody is marked for a moment who shall not be.
      await choose();
      return found;
    },
    onMarks(actors) {
      actorsShown = actors.size;
      report(verdict);
      if (actors.size) openCards();
    },
    onError,
  });
  world.reading.ignored = ignored;
}

/** A page that comes back from the browser's cache is as it was; the toolbar button is not, and choices made elsewhere are not known. */
function onReturn(): void {
  if (!shown) return;
  report(shown, true);
  choices = undefined;
  if (shown.isArticle) void choose();
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

/** Asks for the reader's choices, once; where that fails, again when they are next needed. */
function choose(): Promise<void> {
  choices ??= ask("choices").then(follow, (error) => {
    choices = undefined;
    onError(error);
  });
  return choices;
}

function follow(chosen: Choices): void {
  ({ ignored } = chosen);
  if (world.reading) world.reading.ignored = ignored;
}

/** Tells the toolbar; the same news is no news, but after a return to the page it is. */
function report({ reason }: Verdict, isReturn = false): void {
  const news = `${reason} ${actorsShown}`;
  if (news === reported && !isReturn) return;
  reported = news;
  ask("report", reason, actorsShown).catch(onError);
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
  if (world.deeds || !event.isTrusted || event.defaultPrevented || isMeantForPage(event)) return;
  if (world.reading?.targetAt(event.x, event.y)) when((deeds) => deeds.press(event as PointerEvent));
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
