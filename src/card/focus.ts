/** Where the focus was before it came into a card, and from there into the next. */
export interface FocusBefore {
  /** The pointer goes down on a card: it may take the focus along. */
  pressed(): void;
  /** The focus has come into a card, from an element of the page or from none. */
  entered(from: Element | null): void;
  /** A card is about to take the focus from where it is now. */
  remember(): void;
  forget(): void;
  restore(): void;
}

export function focusBeforeCards(document: Document): FocusBefore {
  let before: Element | null | undefined;
  /** The event of the focus tells no element within a shadow root or a frame. */
  let beforePress: Element | null | undefined;
  return {
    pressed() {
      beforePress = focusedNow(document);
    },
    entered(from) {
      if (before === undefined) before = beforePress === undefined ? from : beforePress;
      beforePress = undefined;
    },
    remember() {
      before = focusedNow(document);
    },
    forget() {
      before = undefined;
    },
    restore() {
      if (before?.isConnected) (before as HTMLElement).focus({ preventScroll: true });
    },
  };
}

/** The focused element, also in open shadow roots and in frames that can be read. */
function focusedNow(document: Document): Element | null {
  let element = document.activeElement;
  for (let inner = element; inner; inner = focusedIn(inner)) element = inner;
  return element;
}

function focusedIn(element: Element): Element | null {
  const inner = (element.shadowRoot ?? (element as Partial<HTMLIFrameElement>).contentDocument)?.activeElement;
  // Where nothing in a frame has the focus, its body stands for that, which would not take it back.
  return inner && inner !== inner.ownerDocument.body ? inner : null;
}
