import { button, part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";
import type { Visit } from "../protocol.ts";

export interface Stepper {
  readonly element: HTMLElement;
  /** Says at which mention the page stands; null where there is none to be seen. */
  show(visit: Visit | null): void;
  focus(): void;
}

/** From mention to mention; where it stands is said aloud. */
export function stepper(document: Document, words: Words, onStep: (by: 1 | -1) => void): Stepper {
  const step = (name: "previous" | "next", by: 1 | -1) => {
    const element = button(document, name);
    element.ariaLabel = say(words, `popup_${name}`);
    element.title = element.ariaLabel;
    element.addEventListener("click", () => onStep(by));
    return element;
  };
  const place = part(document, "span", "place");
  place.role = "status";
  const [previous, next] = [step("previous", -1), step("next", 1)];
  return {
    element: part(document, "div", "stepper", previous, place, next),
    show(visit) {
      place.textContent = visit
        ? say(words, "popup_at", String(visit.at), String(visit.of))
        : say(words, "popup_hidden");
    },
    focus: () => next.focus(),
  };
}
