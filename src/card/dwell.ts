/** When a card opens and closes: events and the clock go in, what is to be shown comes out. Times in ms, places in CSS px. */

/** The pointer rests this long on a name before its card opens: shorter, and reading with the mouse sets off cards. */
export const REST_MS = 300;
/** The card stays this long after the pointer has left name and card, so that it can be reached across a gap. */
export const GRACE_MS = 300;
/** A hand at rest trembles by a pixel or two; within this distance it still rests. */
export const REST_PX = 4;

export interface Hover<T> {
  /** What the pointer rests on, since when, and where that rest began. */
  readonly resting: { readonly target: T; readonly since: number; readonly x: number; readonly y: number } | null;
  readonly shown: T | null;
  /** When the pointer left what is shown. */
  readonly leftAt: number | null;
  /** What the reader has dismissed: shut until the pointer has left it. */
  readonly dismissed: T | null;
}

/** The pointer at a moment: over a name, over the card, or over neither. */
export interface Pointer<T> {
  readonly over: { readonly target: T } | "card" | null;
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

export const NO_HOVER: Hover<never> = { resting: null, shown: null, leftAt: null, dismissed: null };

/** `isSame` tells whether two targets are one name. */
export function pointed<T>(hover: Hover<T>, { over, x, y, at }: Pointer<T>, isSame: (a: T, b: T) => boolean): Hover<T> {
  const { resting, shown, leftAt, dismissed } = hover;
  const target = over === "card" || over === null ? null : over.target;
  if (over === "card" || (target !== null && shown !== null && isSame(target, shown))) return { ...NO_HOVER, shown };
  if (target !== null && dismissed !== null && isSame(target, dismissed)) return { ...NO_HOVER, dismissed };
  const left = shown === null ? null : (leftAt ?? at);
  if (target === null) return { ...NO_HOVER, shown, leftAt: left };
  const rests = resting && isSame(resting.target, target) && Math.hypot(x - resting.x, y - resting.y) <= REST_PX;
  return { ...NO_HOVER, resting: rests ? resting : { target, since: at, x, y }, shown, leftAt: left };
}

/** The reader does something else than rest: presses a button, turns the wheel. */
export function stirred<T>(hover: Hover<T>): Hover<T> {
  return { ...hover, resting: null };
}

/** The reader wants no card here. */
export function dismissed<T>({ resting, shown, dismissed }: Hover<T>): Hover<T> {
  return { ...NO_HOVER, dismissed: resting?.target ?? shown ?? dismissed };
}

/** What time alone brings about: a rest that was long enough opens, a grace that is over closes. */
export function elapsed<T>(hover: Hover<T>, now: number): Hover<T> {
  const { resting, leftAt } = hover;
  if (resting && now >= resting.since + REST_MS) return { ...NO_HOVER, shown: resting.target };
  if (leftAt !== null && now >= leftAt + GRACE_MS) return { ...hover, shown: null, leftAt: null };
  return hover;
}

/** When `elapsed` has something to do next, or null. */
export function nextDue({ resting, leftAt }: Hover<unknown>): number | null {
  const due = [...(resting ? [resting.since + REST_MS] : []), ...(leftAt !== null ? [leftAt + GRACE_MS] : [])];
  return due.length ? Math.min(...due) : null;
}
