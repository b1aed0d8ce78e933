/** Where the focus was, and a way back to it. */
export interface Focus {
  restore(): void;
}

/** The focused element as it is now, also in open shadow roots and in frames that can be read. */
export function focusedNow(document: Document): Focus {
  let element = document.activeElement;
  for (let inner = element; inner; inner = focusedIn(inner)) element = inner;
  return focusOn(element);
}

export function focusOn(element: Element | null): Focus {
  return {
    restore() {
      if (element?.isConnected) (element as HTMLElement).focus({ preventScroll: true });
    },
  };
}

function focusedIn(element: Element): Element | null {
  const inner = (element.shadowRoot ?? (element as Partial<HTMLIFrameElement>).contentDocument)?.activeElement;
  // Where nothing in a frame has the focus, its body stands for that, which would not take it back.
  return inner && inner !== inner.ownerDocument.body ? inner : null;
}
