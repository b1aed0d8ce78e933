import { choicesFor } from "../../src/choices.ts";
import { DEFAULTS } from "../../src/settings-schema.ts";

/** What the DOM tests reach inside the page, as `stages`. */
export const usualChoices = choicesFor(DEFAULTS, "news.example");
export type { Anchor } from "../../src/card/anchor.ts";
export { openCards } from "../../src/card/cards.ts";
export { withPlaces } from "../../src/card/places.ts";
export { sanitise } from "../../src/card/sanitise.ts";
export { Marks } from "../../src/highlights/marks.ts";
export { reveal } from "../../src/highlights/reveal.ts";
export { canBeShown, linesOf } from "../../src/highlights/shown.ts";
export { targetAt } from "../../src/highlights/target.ts";
export { inOrder, nextToShow, unmeasured } from "../../src/highlights/walk.ts";
export { annotate } from "../../src/reading.ts";
export { judge } from "../../src/text/article.ts";
export { PageText } from "../../src/text/page-text.ts";
export { toOffset, toRange, toStaticRange } from "../../src/text/ranges.ts";
export { watchText } from "../../src/text/watch.ts";
export { Windows } from "../../src/text/windows.ts";
export { showCard } from "./card-view.ts";
export { countLayouts, countReads, countTasks, countVisits, overhear, watchRanges } from "./tally.ts";
