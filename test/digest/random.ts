/** Chance that comes out the same for the same seed. */
export class Random {
  #state: number;

  constructor(seed: string) {
    // FNV-1a
    this.#state = [...seed].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 0x01000193), 0x811c9dc5);
  }

  /** From 0 to less than 1, by mulberry32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** Up to `count` of the list, in any order. */
  some<T>(list: readonly T[], count = 1): T[] {
    const left = [...list];
    const taken: T[] = [];
    while (left.length && taken.length < count) taken.push(...left.splice(this.below(left.length), 1));
    return taken;
  }

  shuffled<T>(list: readonly T[]): T[] {
    return this.some(list, list.length);
  }
}
