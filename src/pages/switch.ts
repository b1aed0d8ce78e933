import { part } from "../card/elements.ts";

export interface Switch {
  readonly element: HTMLElement;
  show(isOn: boolean, isDisabled?: boolean): void;
  readonly label: HTMLElement;
  readonly box: HTMLInputElement;
}

/** A choice of on or off, which does at once what it says. */
export function switchView(document: Document, name: string, onChange: (isOn: boolean) => void): Switch {
  const box = part(document, "input", "box");
  const label = part(document, "span", "label");
  label.dir = "auto";
  box.type = "checkbox";
  box.role = "switch";
  box.addEventListener("change", () => onChange(box.checked));
  return {
    element: part(document, "label", `switch ${name}`, label, box),
    label,
    box,
    show(isOn, isDisabled = false) {
      box.checked = isOn;
      box.disabled = isDisabled;
    },
  };
}
