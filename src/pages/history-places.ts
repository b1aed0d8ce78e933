/** Where a reader is on a page: how far down, in CSS px, and on which of the links to one address. */
interface Place {
  /** Of the entry: browsers hand on what is kept with one to the next. */
  readonly key: string;
  readonly top: number;
  readonly address: string | null;
  readonly nth: number;
}

export interface Places {
  /**
   * Brings the reader to where they were on the present entry of the history, or to the top; to be called once it is shown.
   * @returns whether a link has the focus again
   */
  restore(): boolean;
  /** Goes back to the last entry before with such an address; tells whether there is one. */
  goBack(isSuch: (address: URL) => boolean): boolean;
}

/**
 * Keeps with each entry of the history where the reader was on it, so that the ways back and forward lead there, after a reload too.
 * @param links of what is shown just now
 */
export function keepPlaces(window: Window, links: () => readonly HTMLAnchorElement[]): Places {
  const { navigation } = window;
  /** An address is there before what it shows. */
  let shown: string | undefined;
  const linksTo = (address: string | null) => links().filter((link) => link.getAttribute("href") === address);
  const keep = () => {
    if (shown === undefined || navigation.currentEntry?.key !== shown) return;
    const focused = links().find((link) => (link.getRootNode() as Document | ShadowRoot).activeElement === link);
    const address = focused?.getAttribute("href") ?? null;
    const nth = focused ? linksTo(address).indexOf(focused) : 0;
    const state: Place = { key: shown, top: window.scrollY, address, nth };
    navigation.updateCurrentEntry({ state });
  };
  // The browser would scroll before there is anything to scroll to.
  window.history.scrollRestoration = "manual";
  navigation.addEventListener("navigate", keep);
  window.addEventListener("pagehide", keep);
  return {
    restore() {
      shown = navigation.currentEntry?.key;
      const kept = navigation.currentEntry?.getState() as Place | undefined;
      const place = kept && kept.key === shown ? kept : undefined;
      window.scrollTo({ top: place?.top ?? 0, behavior: "instant" });
      const link = place && linksTo(place.address)[place.nth];
      link?.focus({ preventScroll: true });
      return link !== undefined;
    },
    goBack(isSuch) {
      const before = navigation.entries().slice(0, navigation.currentEntry?.index ?? 0);
      const entry = before.findLast(({ url }) => url !== null && isSuch(new URL(url)));
      if (entry) navigation.traverseTo(entry.key);
      return entry !== undefined;
    },
  };
}
