import { button, part } from "../card/elements.ts";
import { count, say, type Words } from "../card/words.ts";
import type { Visit } from "../protocol.ts";

export interface Stepper {
  readonly element: HTMLElement;
  /** Says at which mention the page stands; null where there is none to be seen. */
  show(visit: Visit | null): void;
  /** @returns whether there is anywhere to go */
  focus(): boolean;
}

/** From mention to mention, where there are several; where it stands is said aloud. */
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
  place.dir = "auto";
  // Gets the focus of a step that is gone.
  place.tabIndex = -1;
  const [previous, next] = [step("previous", -1), step("next", 1)];
  return {
    element: part(document, "div", "stepper", previous, place, next),
    show(visit) {
      const { at = 1, of = 1 } = visit ?? {};
      const isAtStep = [previous, next].includes(document.activeElement as HTMLButtonElement);
      const only = visit ? count(words, "popup_mentions", 1) : say(words, "popup_hidden");
      place.textContent = of > 1 ? say(words, "popup_at", String(at), String(of)) : only;
      for (const step of [previous, next]) step.hidden = of === 1;
      if (isAtStep && of === 1) place.focus();
    },
    focus() {
      next.focus();
      return !next.hidden;
    },
  };
}
