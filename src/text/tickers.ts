import type { Container } from "./elements.ts";

/** A place whose own text changes more often than this within a minute is a clock or a ticker: its text is left alone. */
const MAX_EDITS = 20;
const EDITS_WITHIN_MS = 60_000;

interface Edits {
  count: number;
  readonly since: number;
}

/** Places whose text never rests; times in ms. */
export class Tickers {
  readonly #edits = new WeakMap<Container, Edits>();

  has(container: Container, now: number): boolean {
    return (this.#of(container, now)?.count ?? 0) > MAX_EDITS;
  }

  /** The text of a place is another than before. */
  count(container: Container, now: number): void {
    const edits = this.#of(container, now);
    if (edits) edits.count++;
    else this.#edits.set(container, { count: 1, since: now });
  }

  /** The edits that still count. */
  #of(container: Container, now: number): Edits | undefined {
    const edits = this.#edits.get(container);
    return edits && now < edits.since + EDITS_WITHIN_MS ? edits : undefined;
  }
}
