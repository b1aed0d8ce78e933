/** Where the focus was, and a way back to it. */
export interface Focus {
  restore(): void;
}

/** The focused element as it is now, also in open shadow roots. */
export function focusedNow(document: Document): Focus {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return {
    restore() {
      if (element?.isConnected) (element as HTMLElement).focus({ preventScroll: true });
    },
  };
}
