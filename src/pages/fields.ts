import { part } from "../card/elements.ts";

/** A control with its label; `show` gives it a value without telling anybody. */
export interface Field<T> {
  readonly element: HTMLElement;
  show(value: T): void;
}

export interface Option<T> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

/** One of a few, all to be seen. */
export function choiceField<T extends string>(
  document: Document,
  name: string,
  legend: string,
  options: readonly Option<T>[],
  onChange: (value: T) => void,
): Field<T> {
  const boxes = options.map(({ value }) => {
    const box = part(document, "input", "box");
    Object.assign(box, { type: "radio", name, value });
    box.addEventListener("change", () => onChange(value));
    return box;
  });
  const choices = options.map(({ label, hint }, i) => labelled(document, boxes[i] as HTMLElement, label, hint));
  return {
    element: group(document, name, legend, ...choices),
    show(value) {
      for (const box of boxes) box.checked = box.value === value;
    },
  };
}

/** On or off. */
export function checkField(
  document: Document,
  name: string,
  label: string,
  onChange: (isOn: boolean) => void,
  hint?: string,
): Field<boolean> {
  const box = part(document, "input", "box");
  Object.assign(box, { type: "checkbox", name });
  box.addEventListener("change", () => onChange(box.checked));
  return {
    element: labelled(document, box, label, hint),
    show(isOn) {
      box.checked = isOn;
    },
  };
}

/** One of several, in little room. */
export function selectField<T extends string>(
  document: Document,
  name: string,
  label: string | Node,
  options: readonly Option<T>[],
  onChange: (value: T) => void,
): Field<T> & { readonly select: HTMLSelectElement } {
  const items = options.map(({ value, label }) => Object.assign(part(document, "option", "", label), { value }));
  const select = part(document, "select", "select", ...items);
  select.name = name;
  select.addEventListener("change", () => onChange(select.value as T));
  return {
    element: part(document, "label", `field ${name}`, part(document, "span", "label", label), select),
    select,
    show(value) {
      select.value = value;
    },
  };
}

export interface RangeField extends Field<number> {
  isDisabled: boolean;
}

/** A number on a scale; told when it is let go, said while it moves. */
export function rangeField(
  document: Document,
  name: string,
  label: string,
  scale: { readonly min: number; readonly max: number; readonly step: number },
  said: (value: number) => string,
  onChange: (value: number) => void,
): RangeField {
  const range = part(document, "input", "range");
  // A number and its unit, in the order of their language.
  const amount = part(document, "bdi", "amount");
  const output = part(document, "output", "output", amount);
  let kept = scale.min;
  let isMoving = false;
  const say = () => {
    amount.textContent = said(range.valueAsNumber);
    range.setAttribute("aria-valuetext", amount.textContent);
  };
  const showKept = () => {
    isMoving = false;
    range.value = String(kept);
    say();
  };
  Object.assign(range, { type: "range", name, ...scale });
  // The text of the value is the range's own; aloud it would be said twice.
  output.setAttribute("aria-hidden", "true");
  range.addEventListener("input", () => {
    isMoving = true;
    say();
  });
  range.addEventListener("change", () => {
    isMoving = false;
    onChange(range.valueAsNumber);
  });
  // Let go where it was taken, it tells of no change; where it does, that comes first.
  for (const type of ["pointerup", "pointercancel"])
    document.addEventListener(type, () => isMoving && setTimeout(() => isMoving && showKept()));
  return {
    element: part(document, "label", `field ${name}`, part(document, "span", "label", label), range, output),
    show(value) {
      kept = value;
      // Not out of the reader's hand.
      if (!isMoving) showKept();
    },
    get isDisabled() {
      return range.disabled;
    },
    set isDisabled(isDisabled) {
      range.disabled = isDisabled;
      // Which takes it out of any hand.
      if (isDisabled) showKept();
    },
  };
}

/** Controls that belong together. */
export function group(document: Document, name: string, legend: string, ...content: HTMLElement[]): HTMLElement {
  return part(document, "fieldset", `group ${name}`, part(document, "legend", "legend", legend), ...content);
}

function labelled(document: Document, control: HTMLElement, label: string, hint?: string): HTMLElement {
  const text = part(document, "span", "text", part(document, "span", "label", label));
  if (hint) text.append(part(document, "span", "hint", hint));
  return part(document, "label", "choice", control, text);
}
