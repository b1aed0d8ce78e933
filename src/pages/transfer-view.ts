import { button, part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";

export interface TransferDeeds {
  /** The settings as the text of a file. */
  export(): Promise<string>;
  import(text: string): void;
  reset(): void;
}

export interface TransferView {
  readonly element: HTMLElement;
  /** Tells what became of a file, line by line; `isFault` where nothing of it was taken. */
  tell(lines: readonly string[], isFault: boolean): void;
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
  save.addEventListener("click", async () => {
    const url = URL.createObjectURL(new Blob([await deeds.export()], { type: "application/json" }));
    link.href = url;
    link.click();
    URL.revokeObjectURL(url);
  });
  reset.addEventListener("click", deeds.reset);
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    deeds.import(await chosen.text());
    // The same file, mended, is chosen anew.
    file.value = "";
  });
  const label = part(document, "label", "field", part(document, "span", "label", say(words, "transfer_import")), file);
  return {
    element: part(
      document,
      "form",
      "transfer-view",
      part(document, "p", "how", say(words, "transfer_how")),
      part(document, "p", "deeds", save, reset),
      label,
      told,
    ),
    tell(lines, isFault) {
      file.ariaInvalid = isFault ? "true" : null;
      told.classList.toggle("fault", isFault);
      told.replaceChildren(...lines.map((line) => part(document, "p", "line", line)));
    },
  };
}
