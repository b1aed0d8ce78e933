import { part } from "../card/elements.ts";

export interface Switch {
  readonly element: HTMLElement;
  show(label: string, isOn: boolean, isDisabled?: boolean): void;
}

/** A choice of on or off, which does at once what it says. */
export function switchView(document: Document, name: string, onChange: (isOn: boolean) => void): Switch {
  const box = part(document, "input", "box");
  const label = part(document, "span", "label");
  box.type = "checkbox";
  box.role = "switch";
  box.addEventListener("change", () => onChange(box.checked));
  return {
    element: part(document, "label", `switch ${name}`, label, box),
    show(text, isOn, isDisabled = false) {
      label.textContent = text;
      box.checked = isOn;
      box.disabled = isDisabled;
    },
  };
}
