import { part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";
import type { Site } from "../settings-schema.ts";
import { type Field, type Option, selectField } from "./fields.ts";
import { readHost } from "./host.ts";

/** One more site; `which` is what is to hold for it. What is typed stays until it is kept; why it is no site is said beside it. */
export function siteForm<T extends Site>(
  document: Document,
  words: Words,
  options: readonly Option<T>[],
  onAdd: (site: string, choice: T) => Promise<boolean>,
  onRefuse: () => void,
): { readonly element: HTMLElement; readonly which: Field<T> } {
  const input = part(document, "input", "host");
  Object.assign(input, { type: "text", name: "host", inputMode: "url", autocomplete: "off", spellcheck: false });
  input.setAttribute("autocapitalize", "none");
  // An address runs from left to right in any language.
  input.dir = "ltr";
  const hint = part(document, "p", "hint", say(words, "sites_hint"));
  const fault = part(document, "p", "fault");
  hint.id = "host-hint";
  fault.id = "host-fault";
  fault.role = "alert";
  input.setAttribute("aria-describedby", `${fault.id} ${hint.id}`);
  const which = selectField(document, "which", say(words, "sites_which"), options, () => {});
  const add = part(document, "button", "add", say(words, "sites_add"));
  const label = part(document, "label", "field", part(document, "span", "label", say(words, "sites_host")), input);
  const row = part(document, "div", "row", label, fault, which.element, add);
  const form = part(document, "form", "add-site", row, hint);
  const blame = (text: string) => {
    fault.textContent = text;
    input.ariaInvalid = text ? "true" : null;
  };
  input.addEventListener("input", () => blame(""));
  form.noValidate = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    input.focus();
    const typed = input.value;
    const read = readHost(typed);
    if ("fault" in read) {
      onRefuse();
      blame(say(words, `host_${read.fault}`));
    } else if ((await onAdd(read.host, which.select.value as T)) && input.value === typed) input.value = "";
  });
  return { element: form, which };
}
