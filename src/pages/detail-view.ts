import { button, part } from "../card/elements.ts";
import type { CardActions } from "../card/view.ts";
import { say, type Words } from "../card/words.ts";
import type { Entry } from "../digest/entry.ts";
import type { Visit } from "../protocol.ts";
import { entryFrame } from "./entry-frame.ts";
import { stepper } from "./stepper.ts";

export interface DetailView {
  readonly element: HTMLElement;
  /** @param visit the mention that the page stands at, or null where there is none to be seen */
  show(entry: Entry, visit: Visit | null, actions: CardActions): void;
  clear(): void;
  focus(): void;
}

/** One actor: the way back, from mention to mention, and the card. */
export function detailView(
  document: Document,
  words: Words,
  onBack: () => void,
  onStep: (by: 1 | -1) => void,
): DetailView {
  const back = button(document, "back", say(words, "popup_back"));
  const steps = stepper(document, words, onStep);
  const frame = entryFrame(document, words);
  back.addEventListener("click", onBack);
  // There is nowhere to step to before somebody is shown.
  steps.element.hidden = true;
  return {
    element: part(document, "section", "detail", part(document, "div", "bar", back, steps.element), frame.element),
    show(entry, visit, actions) {
      const { ignore } = actions;
      steps.show(visit);
      steps.element.hidden = false;
      frame.show(entry, {
        ...actions,
        ...(ignore && {
          async ignore(isIgnored) {
            await ignore(isIgnored);
            // A step would show the card again, and take the way back with it.
            steps.element.hidden = isIgnored;
          },
        }),
      });
    },
    clear() {
      steps.element.hidden = true;
      frame.clear();
    },
    focus: () => steps.focus() || frame.focus(),
  };
}
