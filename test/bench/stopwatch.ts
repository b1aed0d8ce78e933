/** Adds up the stretches between start and stop, in ms, and keeps the longest: what a script does in one go is one task of the page. */
export class Stopwatch {
  ms = 0;
  longest = 0;
  #since: number | undefined;

  start(): void {
    this.#since ??= performance.now();
  }

  stop(): void {
    if (this.#since === undefined) return;
    const stretch = performance.now() - this.#since;
    this.#since = undefined;
    this.ms += stretch;
    this.longest = Math.max(this.longest, stretch);
  }
}
