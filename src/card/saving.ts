import { part, speak } from "./elements.ts";
import { say, type Words } from "./words.ts";

/** Has something saved when a button is pressed, once at a time; where that fails, it says so behind the button. */
export function onSave(pressed: HTMLButtonElement, words: Words, save: () => Promise<void>): void {
  const status = part(pressed.ownerDocument, "span", "status");
  let isSaving = false;
  pressed.addEventListener("click", async () => {
    if (isSaving) return;
    isSaving = true;
    status.remove();
    try {
      await save();
    } catch {
      pressed.after(status);
      speak(status, say(words, "not_saved"));
    }
    isSaving = false;
  });
}
