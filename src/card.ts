import { browser } from "./browser.ts";
import type { Anchor } from "./card/anchor.ts";
import { announce } from "./card/announce.ts";
import { type Cards, openCards } from "./card/cards.ts";
import { copyText } from "./card/copy.ts";
import { isInWindow, nearestVisible } from "./card/lines.ts";
import { isMeantForPage } from "./card/meant-for-page.ts";
import { type Point, withPlaces } from "./card/places.ts";
import { renderEntry } from "./card/view.ts";
import { say, type Words } from "./card/words.ts";
import type { Entry } from "./digest/entry.ts";
import type { Mark } from "./highlights/marks.ts";
import { reveal } from "./highlights/reveal.ts";
import { restOfSentence } from "./highlights/sentence.ts";
import { linesOf } from "./highlights/shown.ts";
import { type Target, targetAt } from "./highlights/target.ts";
import { atCursor, inOrder, nextToShow, unmeasured } from "./highlights/walk.ts";
import { type Deeds, world } from "./isolated-world.ts";
import { ask, OrphanedError } from "./messages.ts";
import type { Reading } from "./reading.ts";

const message = (name: string) => browser.i18n.getMessage(name);
const WORDS: Words = { language: languageOfWords(), message };

/** The browser's own language where the words are in it, for its way of writing dates; else the language of the words. */
function languageOfWords(): string {
  const [own, words] = [browser.i18n.getUILanguage(), message("language_tag")];
  return own.split("-")[0] === words ? own : words;
}

interface NameAnchor extends Anchor {
  readonly mark: Mark;
}

function anchorOf(reading: Reading, { mark, line }: Target): NameAnchor {
  const { block, mention } = mark;
  const key = `${block.id}:${mention.start}`;
  const lines = () => linesIn(reading, mark);
  return {
    key,
    node: mark.range.startContainer,
    line: nearestVisible(lines(), line, window) ?? line,
    lines,
    rest: () => restOfSentence(mark),
    mark,
  };
}

function targetIn({ marksAt }: Reading, x: number, y: number): Target | null {
  return targetAt(document, x, y, marksAt);
}

/** Browsers put the worker to sleep after thirty seconds in which nobody asks it anything; this long after it has been woken it is still awake, in ms. */
const AWAKE_MS = 20_000;
let wokenAt = Number.NEGATIVE_INFINITY;

/** To come back takes the worker half a second, about as long as a pointer takes from the edge of a paragraph to a name in it and its rest there. */
function wake(): void {
  const now = performance.now();
  if (now < wokenAt + AWAKE_MS) return;
  wokenAt = now;
  ask("prepare").catch(onError);
}

/** Looks under the pointer once for each event, and only where a text with marks is in its path. */
function targetsOf(reading: Reading): (event: Event, at: Point) => Target | null {
  let seen: Event | undefined;
  let target: Target | null = null;
  return (event, { x, y }) => {
    // Once an event is over, its path is lost.
    if (event.eventPhase === Event.NONE) return targetIn(reading, x, y);
    // Around a name a little counts as on it, also outside of its block.
    const mayMeet = event !== seen && (target || reading.mayMeet(event.composedPath()));
    if (mayMeet && reading.isShown && (event as PointerEvent).pointerType !== "touch") wake();
    if (event !== seen) target = mayMeet ? targetIn(reading, x, y) : null;
    seen = event;
    return target;
  };
}

function linesIn(reading: Reading, mark: Mark): readonly DOMRect[] {
  return reading.isThere(mark) ? linesOf(mark) : [];
}

const isOnSite = /^https?:$/.test(location.protocol);
const opened = new WeakSet<Reading>();

function openCardsOn(reading: Reading): void {
  if (opened.has(reading)) return;
  opened.add(reading);
  const { signal } = reading;
  const targetOf = targetsOf(reading);
  const listen = withPlaces(reading.listen);
  listen("pointermove", (event, at) => {
    // What shows already need not be found.
    const { lines, style } = reading.choices;
    if (lines !== "every" || style === "hover") reading.point(targetOf(event, at)?.mark ?? null);
  });
  const cards = openCards<NameAnchor, Entry>(document, {
    signal,
    pointer: world.pointer,
    opening: () => reading.choices.opening,
    listen,
    anchorAt(at, event) {
      const target = targetOf(event, at);
      return target && anchorOf(reading, target);
    },
    ask: ({ mark: { mention, block } }) =>
      ask("describe", mention.actor, block.text, reading.page, [...reading.actors()]),
    render(entry, _, close) {
      const card = renderEntry(document, entry, WORDS, {
        close,
        copy: (text) => copyText(document, text),
        // On a page of the extension nobody else can be meant.
        ...(isOnSite && {
          ignore: (isIgnored) => ask("ignore", entry.actor.id, isIgnored),
          site: location.hostname,
          isPrivate: browser.extension.inIncognitoContext,
        }),
      });
      card.style.fontSize = `${reading.choices.textSize * 100}%`;
      return card;
    },
    onKeyCardClosed: () => reading.showCurrent(null),
    onError,
  });
  // Of the next article on this page it would tell a place where the pointer is no more.
  delete world.pointer;
  const deeds = deedsOn(reading, cards);
  world.deeds = deeds;
  signal.addEventListener("abort", () => world.deeds === deeds && delete world.deeds);
  world.done?.(deeds);
  delete world.done;
}

/** What the reader does by key, from mark to mark, and what was pressed before this script was there. */
function deedsOn(reading: Reading, cards: Cards<NameAnchor>): Deeds {
  let current: Mark | null = null;
  const goTo = (target: Target | undefined) => {
    if (!target) return;
    const { mark } = target;
    current = mark;
    reveal(mark);
    reading.showCurrent(mark);
    const [line = target.line] = linesIn(reading, mark);
    cards.openByKey(anchorOf(reading, { ...target, line }));
  };
  const all = () => (reading.isShown ? inOrder(reading.marks().map(unmeasured)) : []);
  const isInView = ({ mark }: Target) => linesIn(reading, mark).some((line) => isInWindow(line, window));
  const isScrolledPast = (mark: Mark) => {
    const lines = linesIn(reading, mark);
    return lines.length > 0 && lines.every(({ top, bottom }) => bottom <= 0 || top >= window.innerHeight);
  };
  const next = (targets: readonly Target[], by: 1 | -1) => {
    const from = current && reading.isThere(current) && !isScrolledPast(current) ? current : null;
    return nextToShow(targets, from, by, window);
  };
  return {
    press(event, path) {
      const { x, y, pointerType } = event;
      const target = isMeantForPage(event, path) ? null : targetIn(reading, x, y);
      if (target) cards.press(anchorOf(reading, target), pointerType !== "mouse");
    },
    step: (by) => goTo(next(all(), by)),
    openAtCursor() {
      const targets = all();
      goTo(atCursor(targets, document) ?? targets.find(isInView) ?? next(targets, 1));
    },
    toggleMarks() {
      reading.isShown = !reading.isShown;
      if (!reading.isShown) cards.dismiss();
      announce(document, say(WORDS, reading.isShown ? "marks_on" : "marks_off"), WORDS.language);
    },
  };
}

function onError(error: unknown): void {
  if (!(error instanceof OrphanedError)) console.warn("Dramatis:", error);
}

world.openCards = openCardsOn;
if (world.reading) openCardsOn(world.reading);
