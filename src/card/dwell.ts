/** When a card opens and closes: events and the clock go in, what is to be shown comes out. Times in ms, places in CSS px. */

import { type Box, distanceTo, isOnSafePath } from "./safe-path.ts";
import { MAX_SPEED_PX_PER_MS, type Move, speedOf, withMove } from "./speed.ts";

export type { Box } from "./safe-path.ts";

/** Unless the reader chooses otherwise, the pointer rests this long on a name before its card opens: shorter, and reading with the mouse sets off cards. */
export const REST_MS = 300;
/** The same while a card is open: who has one before their eyes wants the next without waiting. */
export const NEXT_REST_MS = 100;
/** The entry is asked for after this rest, so that it is there in time; while a card is open, at once. */
export const ASK_MS = 100;
/** The card stays this long after the pointer has left name and card, or has last come nearer to the card. */
export const GRACE_MS = 300;
/** A hand at rest trembles and sinks; further than this from where the rest began, it reads along the line. */
export const REST_PX = 12;

export interface Hover<T> {
  /** What the pointer rests on, since when, and where that rest began. */
  readonly resting: { readonly target: T; readonly since: number; readonly x: number; readonly y: number } | null;
  readonly shown: T | null;
  /** Shown by click, key or tap: only a deed closes it. */
  readonly isPinned: boolean;
  /** When the pointer left what is shown, or since then last came nearer to the card. */
  readonly leftAt: number | null;
  /** How near to the card it has come since it left: only nearer than that is on its way there. */
  readonly nearest: number;
  /** What the reader has dismissed: shut until the pointer has left it. */
  readonly dismissed: T | null;
  /** The last moves, which tell the speed. */
  readonly moves: readonly Move[];
}

/** The pointer at a moment: over a name, over the card, or over neither. */
export interface Pointer<T> extends Move {
  readonly over: { readonly target: T } | "card" | null;
  /** Where the open card stands. */
  readonly card?: Box | undefined;
  /** A rest opens nothing now, as the reader has chosen. */
  readonly isIdle?: boolean;
}

export const NO_HOVER: Hover<never> = {
  resting: null,
  shown: null,
  isPinned: false,
  leftAt: null,
  nearest: Number.POSITIVE_INFINITY,
  dismissed: null,
  moves: [],
};

/** The pointer has moved, or what is under it has. `isSame` tells whether two targets are one name. */
export function pointed<T>(hover: Hover<T>, pointer: Pointer<T>, isSame: (a: T, b: T) => boolean): Hover<T> {
  const { resting, shown, dismissed, isPinned } = hover;
  if (isPinned) return hover;
  const { over, x, y, at, isIdle } = pointer;
  const moves = withMove(hover.moves, { x, y, at });
  const target = over === "card" || over === null ? null : over.target;
  const isOn = (name: T | null) => target !== null && name !== null && isSame(target, name);
  if (over === "card" || isOn(shown)) return { ...NO_HOVER, shown, moves };
  if (isOn(dismissed)) return { ...NO_HOVER, dismissed, moves };
  const { isOnItsWay, ...left } = away(hover, pointer);
  if (target === null || isIdle) return { ...NO_HOVER, ...left, shown, moves };
  const isStill = speedOf(moves) < MAX_SPEED_PX_PER_MS && !isOnItsWay;
  const rests = isStill && resting && isOn(resting.target) && Math.hypot(x - resting.x, y - resting.y) <= REST_PX;
  return { ...NO_HOVER, ...left, resting: rests ? resting : { target, since: at, x, y }, shown, moves };
}

/** The pointer is off what is shown: whether it is on its way to the card, which renews the grace. */
function away({ shown, leftAt, nearest, moves }: Hover<unknown>, { card, ...here }: Pointer<unknown>) {
  if (shown === null) return { isOnItsWay: false };
  const before = moves.at(-1);
  const distance = card ? distanceTo(card, here) : Number.POSITIVE_INFINITY;
  const isOnItsWay = card && before ? distance < nearest && isOnSafePath(before, here, card) : false;
  return {
    isOnItsWay,
    leftAt: isOnItsWay ? here.at : (leftAt ?? here.at),
    // A hand that trembles on the way wins nothing; one that has turned back from further off does.
    nearest: Math.max(Math.min(distance, nearest), distance - REST_PX),
  };
}

/** A second click selects the word: what the first has pinned goes with the pointer again. */
export function released<T>(hover: Hover<T>): Hover<T> {
  return { ...hover, isPinned: false };
}

/** The reader does something else than rest: presses a button, turns the wheel. */
export function stirred<T>(hover: Hover<T>): Hover<T> {
  return { ...hover, resting: null };
}

/** The reader wants no card here. */
export function dismissed<T>({ resting, shown, dismissed, moves }: Hover<T>): Hover<T> {
  return { ...NO_HOVER, dismissed: resting?.target ?? shown ?? dismissed, moves };
}

/** A click on a name: its card opens at once and is pinned; the next click on it closes. */
export function pressed<T>(hover: Hover<T>, target: T, isSame: (a: T, b: T) => boolean): Hover<T> {
  const { shown, isPinned } = hover;
  if (shown === null || !isSame(shown, target)) return opened(hover, target);
  return isPinned ? dismissed(hover) : opened(hover, shown);
}

/** A name is opened by key or tap: shown at once, and pinned. */
export function opened<T>({ moves }: Hover<T>, target: T): Hover<T> {
  return { ...NO_HOVER, shown: target, isPinned: true, moves };
}

/** What time alone brings about: a rest that was long enough opens, a grace that is over closes; each in its turn. */
export function elapsed<T>(hover: Hover<T>, now: number, restMs = REST_MS): Hover<T> {
  const { resting, moves } = hover;
  const { opens, closes } = moments(hover, restMs);
  if (closes < opens && closes <= now) return elapsed({ ...NO_HOVER, resting, moves }, now, restMs);
  if (resting && opens <= now) return { ...NO_HOVER, shown: resting.target, moves };
  return hover;
}

/** Whose entry should have been asked for by now, of the name that the pointer rests on. */
export function wanted<T>(hover: Hover<T>, now: number, restMs = REST_MS): T | null {
  return hover.resting && now >= moments(hover, restMs).asks ? hover.resting.target : null;
}

/** When `elapsed` has something to do next, overdue or not, or `wanted` changes after `now`; null if never. */
export function nextDue(hover: Hover<unknown>, now: number, restMs = REST_MS): number | null {
  const { asks, opens, closes } = moments(hover, restMs);
  const due = Math.min(opens, closes, asks > now ? asks : Number.POSITIVE_INFINITY);
  return due === Number.POSITIVE_INFINITY ? null : due;
}

/** When the name that the pointer rests on is asked for and opens, and when what is shown closes; Infinity for never. */
function moments({ resting, shown, leftAt }: Hover<unknown>, restMs: number) {
  const since = resting?.since ?? Number.POSITIVE_INFINITY;
  return {
    asks: since + (shown === null ? Math.min(ASK_MS, restMs) : 0),
    opens: since + (shown === null ? restMs : Math.min(NEXT_REST_MS, restMs)),
    closes: (leftAt ?? Number.POSITIVE_INFINITY) + GRACE_MS,
  };
}
