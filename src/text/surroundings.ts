import { isFurniture, soundsLikeFurniture } from "./elements.ts";

/** What is known of the place of a block from the elements around it. */
export interface Surroundings {
  readonly furniture: boolean;
  readonly heading: boolean;
  readonly link: boolean;
  /** Elements that only sound like furniture, innermost first: they do not count where they hold the article itself. */
  readonly doubts: Doubt | null;
}

interface Doubt {
  readonly element: Element;
  readonly outer: Doubt | null;
}

/** Around the page as a whole. */
export const NOWHERE: Surroundings = { furniture: false, heading: false, link: false, doubts: null };
/** What surrounds the text in `element`, given what surrounds the element. */
export function enter(element: Element, outer: Surroundings): Surroundings {
  const furniture = outer.furniture || isFurniture(element);
  const heading = outer.heading || element.localName === "h1";
  const link = outer.link || element.localName === "a";
  const doubts = !furniture && soundsLikeFurniture(element) ? { element, outer: outer.doubts } : outer.doubts;
  const same =
    furniture === outer.furniture && heading === outer.heading && link === outer.link && doubts === outer.doubts;
  return same ? outer : { furniture, heading, link, doubts };
}

/** The same within a link that is no block. */
export function asLink(surroundings: Surroundings): Surroundings {
  return surroundings.link ? surroundings : { ...surroundings, link: true };
}
