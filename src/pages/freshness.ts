/**
 * Tells which answers about what holds are out of date: one that a later question has overtaken, and one that comes while a change is on
 * its way, as it may be from before. After a change, what holds is to be asked anew.
 */
export interface Freshness {
  /** A question begins. @returns whether its answer is still to be shown, once it has come */
  ask(): () => boolean;
  /** A change is on its way until this settles; it settles as the change does. */
  during<T>(change: Promise<T>): Promise<T>;
}

export function freshness(): Freshness {
  let turn = 0;
  let changes = 0;
  return {
    ask() {
      const own = ++turn;
      return () => own === turn && changes === 0;
    },
    async during(change) {
      changes++;
      try {
        return await change;
      } finally {
        changes--;
      }
    },
  };
}
