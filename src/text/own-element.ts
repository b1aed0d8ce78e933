/**
 * Marks the one element that we ever add to a page, the host of a card or of an announcement. It is a plain `div`: what goes by a name of
 * its own, a page can register and so get at its closed root.
 */
export const OWN_ATTRIBUTE = "data-dramatis-host";
