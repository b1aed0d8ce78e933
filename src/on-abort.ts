/** Does it once the signal aborts; never, where there is none. */
export function onAbort(signal: AbortSignal | undefined, then: () => void): void {
  signal?.addEventListener("abort", then);
}
