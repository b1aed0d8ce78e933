import { button, part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";

/** A command of the extension, and the keys that run it; empty where it has none. */
export interface Shortcut {
  readonly description: string;
  readonly keys: string;
}

export interface ShortcutsView {
  readonly element: HTMLElement;
  show(shortcuts: readonly Shortcut[]): void;
}

/** The keys, which are the browser's to change: `onOpen` goes there. */
export function shortcutsView(document: Document, words: Words, onOpen: () => void): ShortcutsView {
  const list = part(document, "dl", "shortcuts");
  const open = button(document, "open-shortcuts deed", say(words, "shortcuts_change"));
  open.addEventListener("click", onOpen);
  return {
    element: part(
      document,
      "div",
      "shortcuts-view",
      list,
      part(document, "p", "how", say(words, "shortcuts_how")),
      open,
    ),
    show(shortcuts) {
      const rows = shortcuts.map(({ description, keys }) => {
        const shown = keys ? keysView(document, keys) : say(words, "shortcuts_none");
        return part(
          document,
          "div",
          "item",
          part(document, "dt", "command", description),
          part(document, "dd", "command-keys", shown),
        );
      });
      list.replaceChildren(...rows);
    },
  };
}

/** Keys are pressed from left to right in any language. */
function keysView(document: Document, keys: string): HTMLElement {
  const shown = part(document, "kbd", "keys", keysShown(keys));
  shown.dir = "ltr";
  return shown;
}

/** Keys as they stand on a keyboard; Firefox spells some out. */
export function keysShown(keys: string): string {
  return keys.replace("Period", ".").replace("Comma", ",");
}
