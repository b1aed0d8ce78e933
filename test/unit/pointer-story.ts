import {
  type Box,
  dismissed,
  elapsed,
  type Hover,
  NO_HOVER,
  nextDue,
  opened,
  type Pointer,
  pointed,
  pressed,
  stirred,
  wanted,
} from "../../src/card/dwell.ts";

/** Two marks of one name are two objects: what counts is the key. */
export interface Target {
  readonly key: string;
}

/** What the pointer is over from a moment on, and where; or what the reader does: a word in capitals. */
export type Step = readonly [at: number, over: string | null, x?: number, y?: number];

/** Where the card stands. A step that names no place is at 0, 0, and gets no nearer to the card along y = 0. */
export const CARD: Box = { left: -200, right: 200, top: 100, bottom: 300 };

export const isSame = (a: Target, b: Target) => a.key === b.key;

/** What is shown from when on, "-" for nothing: "a@300 -@1300". */
export function story(steps: readonly Step[]): string {
  return tell(steps, ({ shown }) => shown);
}

/** Whose entry is wanted from when on. */
export function askStory(steps: readonly Step[]): string {
  return tell(steps, wanted);
}

export function take(hover: Hover<Target>, [at, over, x = 0, y = 0]: Step): Hover<Target> {
  const [deed, key = ""] = over?.split(" ") ?? [];
  if (deed === "ESCAPE") return dismissed(hover);
  if (deed === "STIR") return stirred(hover);
  if (deed === "CLICK") return pressed(hover, { key }, isSame);
  if (deed === "TAP") return opened(hover, { key });
  const pointer: Pointer<Target> = {
    at,
    x,
    y,
    over: over === null || over === "card" ? over : { target: { key: over } },
  };
  return pointed(hover, hover.shown ? { ...pointer, card: CARD } : pointer, isSame);
}

/** Lets the clock run: whatever is due by then happens, each at its time. */
export function wait(
  hover: Hover<Target>,
  from: number,
  until: number,
  see: (hover: Hover<Target>, at: number) => void = () => {},
): Hover<Target> {
  let now = hover;
  let at = from;
  for (let due = nextDue(now, at); due !== null && due <= until; due = nextDue(now, at)) {
    const next = elapsed(now, due);
    const isAsked = due > at && wanted(now, due) !== wanted(now, at);
    if (next.shown === now.shown && !isAsked) throw new Error(`nothing happened at ${due}`);
    now = next;
    at = due;
    see(now, at);
  }
  return now;
}

function tell(steps: readonly Step[], what: (hover: Hover<Target>, at: number) => Target | null): string {
  const told: string[] = [];
  let last = "-";
  const see = (hover: Hover<Target>, at: number) => {
    const key = what(hover, at)?.key ?? "-";
    if (key !== last) told.push(`${key}@${at}`);
    last = key;
  };
  let hover: Hover<Target> = NO_HOVER;
  let now = 0;
  for (const step of steps) {
    hover = take(wait(hover, now, step[0], see), step);
    now = step[0];
    see(hover, now);
  }
  wait(hover, now, Number.POSITIVE_INFINITY, see);
  return told.join(" ");
}
