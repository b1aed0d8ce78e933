/** The one element that we ever add to a page: the card's host. */
export const OWN_ELEMENT = "dramatis-card";
