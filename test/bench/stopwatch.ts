/** Adds up the stretches between start and stop, in ms. */
export class Stopwatch {
  ms = 0;
  #since = 0;

  start(): void {
    this.#since = performance.now();
  }

  stop(): void {
    this.ms += performance.now() - this.#since;
  }
}
