import { button, part } from "../card/elements.ts";
import { say, type Words } from "../card/words.ts";
import type { Settings, Site } from "../settings-schema.ts";
import { selectField } from "./fields.ts";
import { hostIn } from "./host.ts";
import { keepingFocus } from "./keeping-focus.ts";

export interface SitesView {
  readonly element: HTMLElement;
  show({ sites, pages }: Pick<Settings, "sites" | "pages">): void;
}

/**
 * Sites of which the reader has said something, and more of them. `onChange` is told what holds for a site, null for nothing of its own,
 * and answers whether that is kept.
 */
export function sitesView(
  document: Document,
  words: Words,
  onChange: (site: string, choice: Site | null) => Promise<boolean>,
): SitesView {
  const options = (["off", "on"] as const).map((value) => ({ value, label: say(words, `sites_${value}`) }));
  const heading = part(document, "h3", "subheading", say(words, "sites"));
  const list = part(document, "ul", "sites");
  const none = part(document, "p", "none");
  const form = addForm(document, words, options, onChange);
  let pagesBefore: Settings["pages"] | undefined;
  heading.tabIndex = -1;
  return {
    element: part(document, "div", "sites-view", heading, none, list, form.element),
    show({ sites, pages }) {
      // What a reader adds to chosen sites they want marked, and elsewhere mostly not.
      if (pages !== pagesBefore) form.which.show(pages === "chosen" ? "on" : "off");
      pagesBefore = pages;
      none.textContent = say(words, pages === "chosen" ? "sites_none_chosen" : "sites_none");
      const names = Object.keys(sites).sort((a, b) => a.localeCompare(b));
      none.hidden = names.length > 0;
      keepingFocus(list, heading, () => {
        list.replaceChildren(...names.map((site) => itemOf(site, sites[site] as Site)));
      });
    },
  };

  function itemOf(site: string, choice: Site): HTMLElement {
    const field = selectField(document, "site", site, options, (value) => void onChange(site, value));
    field.show(choice);
    field.select.dataset["key"] = `${site} choice`;
    const remove = button(document, "remove", say(words, "sites_remove"));
    remove.ariaLabel = say(words, "sites_remove_label", site);
    remove.dataset["key"] = site;
    remove.addEventListener("click", () => void onChange(site, null));
    return part(document, "li", "item", field.element, remove);
  }
}

/** What is typed stays until it is added. */
function addForm(
  document: Document,
  words: Words,
  options: readonly { value: Site; label: string }[],
  onAdd: (site: string, choice: Site) => Promise<boolean>,
) {
  const input = part(document, "input", "host");
  Object.assign(input, { type: "text", name: "host", inputMode: "url", autocomplete: "off", spellcheck: false });
  input.setAttribute("autocapitalize", "none");
  const hint = part(document, "p", "hint", say(words, "sites_hint"));
  const fault = part(document, "p", "fault");
  hint.id = "host-hint";
  fault.id = "host-fault";
  fault.role = "alert";
  input.setAttribute("aria-describedby", `${fault.id} ${hint.id}`);
  const which = selectField(document, "which", say(words, "sites_which"), options, () => {});
  const add = part(document, "button", "add", say(words, "sites_add"));
  const label = part(document, "label", "field", part(document, "span", "label", say(words, "sites_host")), input);
  const row = part(document, "div", "row", label, which.element, add);
  const form = part(document, "form", "add-site", row, fault, hint);
  const blame = (text: string) => {
    fault.textContent = text;
    input.ariaInvalid = text ? "true" : null;
  };
  input.addEventListener("input", () => blame(""));
  form.noValidate = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const site = hostIn(input.value);
    if (site === null) {
      blame(say(words, input.value.trim() ? "sites_no_host" : "sites_empty"));
      input.focus();
      return;
    }
    input.focus();
    if (await onAdd(site, which.select.value as Site)) input.value = "";
  });
  return { element: form, which };
}
