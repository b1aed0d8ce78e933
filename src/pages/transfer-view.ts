import { button, part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";
import type { Said } from "./status-view.ts";

export interface TransferDeeds {
  export(): void;
  import(file: File): void;
  reset(): void;
}

export interface TransferView {
  readonly element: HTMLElement;
  /** Gives the reader the settings as a file. @throws Error where the browser makes none of them */
  save(text: string): void;
  /** Tells what became of a file, line by line; `isFault` where nothing of it was taken. */
  tell(lines: readonly Said[], isFault: boolean): void;
}

const FILE = "dramatis-settings.json";

/** Settings into a file, out of a file, and as they were at first. */
export function transferView(document: Document, words: Words, deeds: TransferDeeds): TransferView {
  const save = button(document, "export deed", say(words, "transfer_export"));
  const reset = button(document, "reset deed", say(words, "transfer_reset"));
  const file = part(document, "input", "file");
  Object.assign(file, { type: "file", accept: ".json,application/json", name: "import" });
  const told = part(document, "div", "told");
  told.id = "import-told";
  told.role = "status";
  file.setAttribute("aria-describedby", told.id);
  const link = part(document, "a", "download");
  link.download = FILE;
  save.addEventListener("click", deeds.export);
  reset.addEventListener("click", deeds.reset);
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    deeds.import(chosen);
    // The same file, mended, is chosen anew.
    file.value = "";
  });
  // The browser's own would speak its own language; the label is a button for the mouse, the control itself for the keyboard.
  const choose = part(
    document,
    "label",
    "chooser deed",
    file,
    part(document, "span", "label", say(words, "transfer_import")),
  );
  return {
    element: part(
      document,
      "form",
      "transfer-view",
      part(document, "p", "how", say(words, "transfer_how")),
      part(document, "div", "deeds", save, choose, reset),
      told,
    ),
    save(text) {
      const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      link.href = url;
      link.click();
      URL.revokeObjectURL(url);
    },
    tell(lines, isFault) {
      file.ariaInvalid = isFault ? "true" : null;
      told.classList.toggle("fault", isFault);
      told.replaceChildren(...lines.map((line) => part(document, "p", "line", ...line)));
      // Who has nothing to read there stays where they are.
      if (lines.length) told.scrollIntoView({ block: "nearest" });
    },
  };
}
