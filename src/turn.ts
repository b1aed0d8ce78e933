/** So long is a turn of ours on the page's main thread, in ms: tasks of 50 are felt, and what is being done when it ends takes a while more. */
const TURN_MS = 10;

let end = 0;

/** Whatever may take long begins a turn in each task. */
export function beginTurn(): void {
  end = Date.now() + TURN_MS;
}

export function isTurnOver(): boolean {
  return Date.now() >= end;
}

/** Lets the page have its turn, its frames and the reader's input first of all, and begins the next one. */
export async function rest(): Promise<void> {
  await scheduler.yield();
  beginTurn();
}
